/** Rows of cabinets by number and by gesture. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

test('a row takes its model, count, pitch and names from the inspector, and is drawn with the keyboard', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.drawing.focus();
  await page.keyboard.press('n');
  await expect(planner.inspector.getByRole('heading', { name: 'New row' })).toBeVisible();

  const model = planner.inspector.getByRole('combobox', { name: 'Model' });
  // What is typed takes the place of the model that stands there.
  await model.click();
  await page.keyboard.type('vertiv');
  await expect(model).toHaveValue('vertiv');
  await page
    .getByRole('option', { name: /600 × 1\s200/ })
    .first()
    .click();
  await planner.inspector.getByLabel('Count').fill('3');
  await planner.inspector.getByLabel('Pitch').fill('700');
  await planner.inspector.getByLabel('Names').fill('{row}-{nnn}');
  await planner.inspector.getByLabel('Row', { exact: true }).fill('K');
  await page.keyboard.press('Enter');
  await expect(planner.inspector.getByLabel('Pitch')).toHaveValue('700');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);

  await planner.drawing.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await expect(planner.status).toContainText('K-001–K-003');
  await page.keyboard.press('5');
  await expect(planner.status).toContainText('K-001–K-005');
  await page.keyboard.press('Backspace');
  // The same row across an aisle, in the same step.
  await page.keyboard.press('m');
  await expect(planner.status).toContainText('across a cold aisle');
  await page.keyboard.press('Enter');
  await expect(planner.drawing).toContainText('14 cabinets');

  await page.keyboard.press('v');
  await page.keyboard.press('Control+z');
  await expect(planner.drawing).toContainText('8 cabinets');
});

test('a pattern without a counter is refused in its field', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await page.getByRole('button', { name: 'Draw a row of cabinets' }).click();
  await planner.inspector.getByLabel('Names').fill('Spare');
  await page.keyboard.press('Enter');
  await expect(planner.inspector.getByText('write {nn} where they count')).toBeVisible();
});

test('in a hall without a cabinet a row drawn without a model leads to that field, and is drawn once one is chosen', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.open();
  await planner.drawing.focus();
  await page.keyboard.press('w');
  const { x, y } = await planner.middle();
  await page.mouse.click(x - 300, y - 200);
  await page.mouse.move(x, y);
  for (const key of '14000x9600') await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await page.keyboard.press('n');
  const model = planner.inspector.getByRole('combobox', { name: 'Model' });
  const draw = async (): Promise<void> => {
    const middle = await planner.middle();
    await page.mouse.move(middle.x - 150, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x + 100, middle.y, { steps: 4 });
    await page.mouse.up();
  };
  await expect(model).toBeVisible();
  await draw();
  await expect(planner.status).toContainText('choose one under New row');
  await expect(model).toBeFocused();
  await page.keyboard.type('vertiv');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await draw();
  await expect(planner.status).toContainText(/\d selected/);
});

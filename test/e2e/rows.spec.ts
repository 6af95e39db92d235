/** Rows of cabinets by number and by gesture. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { plainText, PlannerPage } from './support/plannerPage.ts';
import { choose } from './support/sceneSteps.ts';

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

test('a row is mirrored across an aisle as wide as typed', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.drawing.focus();
  await page.keyboard.press('n');
  await planner.inspector.getByLabel('Count').fill('2');
  await planner.inspector.getByLabel('Row', { exact: true }).fill('K');
  await page.keyboard.press('Enter');
  await choose(planner, 'Mirrored', 'Fronts across a cold aisle');
  const aisle = planner.inspector.getByLabel('Aisle', { exact: true });
  await aisle.fill('1.45 m');
  await aisle.press('Enter');
  await expect(aisle).toHaveValue(/^1\s450$/);
  await planner.drawing.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => plainText(planner.status)).toContain('1 450 mm across a cold aisle: C01–C02');
  await page.keyboard.press('Enter');
  await expect(planner.drawing).toContainText('12 cabinets');
  await page.keyboard.press('v');
  const depthwise = async (name: string): Promise<number> => {
    await planner.find(name);
    return Number((await planner.inspector.getByLabel('y', { exact: true }).inputValue()).replace(/\s/g, ''));
  };
  expect(Math.abs((await depthwise('K01')) - (await depthwise('C01')))).toBe(1200 + 1450);
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

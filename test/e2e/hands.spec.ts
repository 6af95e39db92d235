/** How the drawing feels in the hand, by mouse and by keyboard: groups, exact moves, copies, isolating, junctions, locks. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { expectClean } from './support/axe.ts';
import { PlannerPage } from './support/plannerPage.ts';

test('groups are made and taken by keys, and one of them moves exactly', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.drawing.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+g');
  await expect(planner.inspector.getByLabel('Group name')).toHaveValue('Group 1');
  await page.keyboard.press('Control+m');
  const dialog = page.getByRole('dialog', { name: 'Move exactly' });
  const first = dialog.getByLabel('East, x (mm)');
  await expect(first).toBeFocused();
  await first.fill('@600<north');
  await expect(dialog.getByRole('button', { name: 'Move', exact: true })).toBeDisabled();
  await first.fill('@600<90');
  await expect(dialog.getByRole('status')).toContainText('Moves by 0');
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Move 8 cabinets');
  await page.keyboard.press('Control+m');
  // The last move is kept.
  await expect(dialog.getByLabel('South, y (mm)')).toHaveValue(/600/);
  await page.keyboard.press('Escape');
  await planner.drawing.focus();
  await page.keyboard.press('Control+Shift+g');
  await expect(planner.inspector.getByLabel('Group name')).toHaveCount(0);
});

test('a drag copies with Alt, goes as far as typed, and an undone delete is selected again', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('B04');
  await planner.drawing.focus();
  const { x, y } = await planner.middle();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y + 120, { steps: 4 });
  for (const key of '2400') await page.keyboard.press(key);
  await expect(planner.status).toContainText('distance 2400');
  await page.mouse.up();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Move B04');

  await page.keyboard.down('Alt');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 160, { steps: 4 });
  await expect(planner.status).toContainText('copied by');
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expect(planner.drawing).toContainText('9 cabinets');
  await page.keyboard.press('Delete');
  await expect(planner.drawing).toContainText('8 cabinets');
  await page.keyboard.press('Control+z');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('Cabinet B05');
});

test('the selection is isolated and hidden by keys, and everything comes back', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('B04');
  await planner.drawing.focus();
  await page.keyboard.press('i');
  await expect(planner.status).toContainText('isolated');
  await page.keyboard.press('Control+a');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('Cabinet B04');
  await page.keyboard.press('Shift+I');
  await page.keyboard.press('Control+h');
  await expect(planner.status).toContainText('1 hidden');
  await page.keyboard.press('Control+a');
  await expect(planner.status).toContainText('7 selected', { timeout: 15_000 });
  await page.keyboard.press('Control+Shift+H');
  await page.keyboard.press('Control+a');
  await expect(planner.status).toContainText('8 selected');
});

test('Enter leads to the fields, which set a place below zero; what is locked stays', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('B04');
  await planner.drawing.focus();
  await page.keyboard.press('Enter');
  await expect(planner.inspector.getByLabel('Name')).toBeFocused();
  const x = planner.inspector.getByLabel('x', { exact: true });
  const before = await x.inputValue();
  await x.fill('=-50000');
  await x.press('Enter');
  await expect(x).toHaveValue(/[-−]50\s?000/);
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(x).toHaveValue(before);

  await page.getByRole('switch', { name: 'Lock cabinets' }).click();
  await planner.find('B04');
  await planner.drawing.focus();
  await page.keyboard.press('ArrowRight');
  await expect(planner.status).toContainText('The cabinets layer is locked');
  await expect(x).toHaveValue(before);
});

test('a model of the catalog is taken into the hand from the palette', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('place ar3100');
  await page
    .getByRole('option', { name: /^Place .*AR3100/ })
    .first()
    .click();
  const { x, y } = await planner.middle();
  await page.mouse.move(x, y + 60);
  await expect(planner.status).toContainText('NetShelter');
  await page.keyboard.press('Escape');
});

test('pathways of one level are hidden by themselves, by mouse and by key, and come back with a saved view', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const low = page.getByRole('switch', { name: /^Pathways at 2\s750 mm$/ });
  const high = page.getByRole('switch', { name: /^Pathways at 3\s050 mm$/ });
  const heading = planner.inspector.getByRole('heading', { level: 2 });
  const all = async (): Promise<void> => {
    await planner.find('Tray B-2');
    await planner.drawing.focus();
    await page.keyboard.press('Control+a');
  };
  await all();
  await expect(heading).toContainText('5 pathways');
  await high.click();
  await expect(high).toHaveAttribute('aria-checked', 'false');
  await all();
  await expect(heading).toContainText('4 pathways');
  await low.press('Enter');
  await expect(low).toHaveAttribute('aria-checked', 'false');
  await high.press('Space');
  await all();
  await expect(heading).toContainText('Cross 1-A');
  await expectClean(page, 'light');

  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.keyboard.press('Enter');
  await planner.drawing.focus();
  await page.keyboard.press('Control+Shift+H');
  await expect(low).toHaveAttribute('aria-checked', 'true');
  await page.getByRole('region', { name: 'Views' }).getByRole('button', { name: 'View 1', exact: true }).click();
  await expect(low).toHaveAttribute('aria-checked', 'false');
  await expect(high).toHaveAttribute('aria-checked', 'true');
});

/** Cabinets put in order: aligned, mirrored, repeated; by mouse and by keyboard. */
import { expect, test } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

test('a row is mirrored by M and repeated by the array dialog, each in one step', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('A03');
  await planner.drawing.focus();
  const rotation = planner.inspector.getByLabel(/^Rotation/);
  const before = await rotation.inputValue();
  await page.keyboard.press('m');
  await expect(rotation).not.toHaveValue(before);
  await page.keyboard.press('Control+z');
  await expect(rotation).toHaveValue(before);

  await page.keyboard.press('Control+Shift+D');
  const dialog = page.getByRole('dialog', { name: 'Array in columns and rows' });
  await expect(dialog.getByLabel('Columns, along the row')).toBeFocused();
  await dialog.getByLabel('Columns, along the row').fill('0');
  await expect(dialog.getByRole('button', { name: 'Make the array' })).toBeDisabled();
  await dialog.getByLabel('Columns, along the row').fill('2');
  await expect(dialog.getByRole('status')).toHaveText('Makes 3 cabinets');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(planner.drawing).toContainText('8 cabinets');

  await planner.drawing.focus();
  await page.keyboard.press('Control+Shift+D');
  await expect(dialog.getByLabel('Columns, along the row')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(planner.drawing).toContainText('9 cabinets');
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(planner.drawing).toContainText('8 cabinets');
});

test('selected cabinets are aligned by their keys and from the menu', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.drawing.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Align the western edges of 8 cabinets');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Distribute from west to east' }).click();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Distribute 8 cabinets');
});

test('a locked layer is seen but not selected', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const building = page.getByRole('switch', { name: 'Lock building' });
  await expect(building).toHaveAttribute('aria-checked', 'true');
  await planner.drawing.focus();
  await page.keyboard.press('Control+a');
  await expect(planner.status).toContainText('8 selected');
  await page.keyboard.press('Shift+L');
  await expect(page.getByRole('switch', { name: 'Lock cabinets' })).toHaveAttribute('aria-checked', 'true');
  await expect(planner.status).not.toContainText('selected');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Unlock all layers' }).click();
  await expect(building).toHaveAttribute('aria-checked', 'false');
  await page.keyboard.press('Control+a');
  await expect(planner.status).toContainText('8 selected');
});

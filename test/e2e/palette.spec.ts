/** Commands and things by name, and the menu of what is selected: by mouse and by keyboard. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

test('the palette runs commands and goes to cabinets, devices, cables and pathways', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('searchbox')).toBeFocused();
  // With no words, it lists what can be done now.
  await expect(page.getByRole('option', { name: 'Fit the hall' })).toBeVisible();
  await expect(page.getByRole('option', { name: 'Rotate clockwise' })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);

  await page.keyboard.type('select all in the layer');
  await page.keyboard.press('Enter');
  await expect(planner.status).toContainText('selected');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('rotate clock');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'false');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('leaf-spine');
  await expect(page.getByRole('option').nth(20)).toBeAttached();
  await page.keyboard.press('Escape');
});

test('the menu of a cabinet opens by the right button, the menu key and Shift+F10', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('A03');
  const { x, y } = await planner.middle();
  await page.mouse.click(x, y, { button: 'right' });
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
  await menu.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(menu).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'false');

  await planner.drawing.focus();
  for (const key of ['Shift+F10', 'ContextMenu']) {
    await page.keyboard.press(key);
    await expect(menu).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await expect(planner.drawing).toBeFocused();
  }
  // Also before the menu has the focus, Escape closes it alone.
  await page.keyboard.press('Shift+F10');
  await expect(menu).toBeVisible();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(planner.inspector.getByRole('heading', { level: 2 }).first()).toContainText('Cabinet');

  await page.keyboard.press('Shift+F10');
  await expect(menu).toBeVisible();
  await menu.getByRole('menuitem', { name: 'Delete' }).focus();
  await page.keyboard.press('Enter');
  await expect(planner.status).not.toContainText('selected');
});

test('finds by what people call things, and says what is missing where something cannot be done yet', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const box = page.getByRole('searchbox');
  await box.fill('labor');
  await expect(page.getByRole('option', { name: 'Plan settings…' })).toBeVisible();
  await page.getByRole('option', { name: 'Open the hours' }).click();
  await expect(page.getByRole('region', { name: 'Hours by task' })).toBeVisible();
  await box.fill('unpacking');
  await page.getByRole('option', { name: /^Unpacking/ }).click();
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('Unpacking');
  await box.fill('lock');
  await expect(page.getByRole('option').first()).toHaveText(/^Lock/);
  await box.fill('distribute');
  const distribute = page.getByRole('option', { name: /^Distribute/ }).first();
  await expect(distribute).toContainText('select 3 or more things first');
  await expect(distribute).toBeDisabled();
});

/** Trays by mouse and by keyboard, on the sample and from nothing. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Result } from 'axe-core';
import { PlannerPage } from './support/plannerPage.ts';

function serious(violations: readonly Result[]): string[] {
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}

test('draws a tray by clicks, takes it back, and draws one by keys', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await page.getByRole('button', { name: 'Draw a tray' }).click();
  await planner.inspector.getByLabel('Width', { exact: true }).fill('600');
  await planner.inspector.getByLabel('Width', { exact: true }).press('Enter');
  const { x, y } = await planner.middle();
  await page.mouse.click(x - 200, y - 10);
  await page.mouse.move(x + 200, y - 10);
  await page.keyboard.press('3');
  await page.keyboard.press('m');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const folded = planner.inspector.getByRole('button', { name: /^T1/ });
  await expect(folded).toHaveAttribute('aria-expanded', 'false');
  await expect(planner.inspector.getByLabel('Width', { exact: true })).toHaveCount(1);
  await folded.click();
  await expect(planner.inspector.getByRole('region', { name: 'Fill, at the fullest place' })).toContainText('3.00 m');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(serious(violations)).toEqual([]);
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Lay T1');

  await page.keyboard.press('Escape');
  await page.keyboard.press('v');
  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  for (const key of '2500') await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('v');
  await expect(planner.inspector.getByRole('region', { name: 'Fill, at the fullest place' })).toContainText('2.50 m');
});

test('colors trays by fill, with a legend', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const legend = page.getByRole('region', { name: 'Fill of trays' });
  await expect(legend).toHaveCount(0);
  await page.getByRole('switch', { name: 'Fill as color' }).click();
  await expect(legend.getByRole('listitem')).toHaveCount(4);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(serious(violations)).toEqual([]);
});

test('Escape leaves a field of the tool first, then the tool', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const held = page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { pressed: true }).first();
  for (const [role, name] of [
    ['textbox', 'Width'],
    ['combobox', 'Kind'],
  ] as const) {
    await planner.drawing.focus();
    await page.keyboard.press('t');
    await expect(held).toHaveAccessibleName('Draw a tray');
    const field = planner.inspector.getByRole(role, { name });
    await field.focus();
    await page.keyboard.press('Escape');
    await expect(field).not.toBeFocused();
    await expect(held).toHaveAccessibleName('Draw a tray');
    await page.keyboard.press('Escape');
    await expect(held).toHaveAccessibleName('Select and move');
  }
});

test('a tray is copied to another level, beside and in parts, and one is laid along a row, each seen before and in one step', async ({
  page,
}) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('Tray A-1');
  await planner.drawing.focus();
  await page.keyboard.press('Shift+T');
  const dialog = page.getByRole('dialog', { name: 'Trays from the selection' });
  await dialog.getByRole('textbox').fill('400');
  await expect(dialog.getByRole('status')).toContainText('Cables may change level');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Copy 1 tray to another level');

  await page.keyboard.press('Shift+T');
  await dialog.getByText('Beside', { exact: true }).click();
  await dialog.getByRole('textbox').fill('600 mm');
  await dialog.getByRole('button', { name: 'Lay' }).click();
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Copy 1 tray beside');

  await page.keyboard.press('Shift+T');
  await dialog.getByText('In parts', { exact: true }).click();
  await dialog.getByRole('textbox').fill('1');
  await expect(dialog.getByRole('status')).toContainText('1 is no number of parts');
  await dialog.getByRole('textbox').fill('3');
  await dialog.getByRole('button', { name: 'Split' }).click();
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('into 3 parts');

  await page.keyboard.press('Escape');
  await planner.find('A01');
  await planner.drawing.focus();
  await page.keyboard.press('Shift+T');
  await dialog.getByRole('textbox').fill('900');
  await dialog.getByRole('button', { name: 'Lay' }).click();
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Lay ');
});

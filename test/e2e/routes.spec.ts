/** Where cables run, by hand: a cable is pinned through a pathway, a tray is told what it carries and forbidden to a tier; undo takes each back. */
import { expect, test } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { PlannerPage } from './support/plannerPage.ts';

test('a cable is pinned, a tray is forbidden to a tier, and both are taken back', async ({ page }) => {
  const planner = new PlannerPage(page);
  const { inspector, status } = planner;
  await planner.openSample('one-megawatt-hall');
  const free = await planner.required();
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await inspector.getByLabel('Pin through').click();
  await page.getByRole('option', { name: 'Cross 2-A' }).click();
  await expect(inspector.getByText('Longer by')).toBeVisible();
  await expect(inspector.getByText('Through Cross 2-A')).toBeVisible();
  expect(await planner.required()).not.toBe(free);
  expect((await new AxeBuilder({ page }).include('aside').analyze()).violations).toEqual([]);
  await inspector.getByRole('button', { name: 'Unpin Cross 2-A' }).focus();
  await page.keyboard.press('Enter');
  await expect(inspector.getByText('Longer by')).toHaveCount(0);
  expect(await planner.required()).toBe(free);

  await planner.find('Tray A-1');
  await inspector.getByLabel('Carries copper').uncheck();
  await inspector.getByRole('button', { name: 'Forbid here' }).click();
  await expect(inspector.getByText(/^Forbidden: node-leaf of /)).toBeVisible();
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(status).toContainText('Undone: Forbid Tray A-1');
  await page.keyboard.press('Control+z');
  await expect(inspector.getByLabel('Carries copper')).toBeChecked();
  expect(await planner.required()).toBe(free);
});

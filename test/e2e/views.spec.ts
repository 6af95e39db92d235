/** Saved views: saved, shown again, renamed, deleted, taken back. */
import { expect, test } from '@playwright/test';
import { expectClean } from './support/axe.ts';
import { command } from './support/sceneSteps.ts';
import { PlannerPage } from './support/plannerPage.ts';

test('saves a view with its layers, comes back to it by the panel and the palette, renames and deletes it', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const cables = page.getByRole('switch', { name: 'Cables', exact: true });
  await cables.click();
  await command(planner, 'Save this view');
  const views = page.getByRole('region', { name: 'Views' });
  await expect(views.getByRole('button', { name: 'View 1', exact: true })).toBeVisible();
  await cables.click();
  await expect(cables).toHaveAttribute('aria-checked', 'true');
  await views.getByRole('button', { name: 'View 1', exact: true }).click();
  await expect(cables).toHaveAttribute('aria-checked', 'false');
  await views.getByRole('button', { name: 'Rename View 1' }).click();
  await views.getByRole('textbox', { name: 'Name' }).fill('Floor only');
  await views.getByRole('textbox', { name: 'Name' }).press('Enter');
  await expect(views.getByRole('button', { name: 'Floor only', exact: true })).toBeVisible();
  await expectClean(page, 'light');
  await cables.click();
  await command(planner, 'Show view Floor only');
  await expect(cables).toHaveAttribute('aria-checked', 'false');
  await views.getByRole('button', { name: 'Delete Floor only' }).click();
  await expect(views.getByRole('button', { name: 'Floor only', exact: true })).toHaveCount(0);
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(views.getByRole('button', { name: 'Floor only', exact: true })).toBeVisible();
});

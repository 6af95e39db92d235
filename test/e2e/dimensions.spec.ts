/** Dimensions: drawn, given a rule, broken, found, mended. */
import { expect, test } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

test('draws a dimension by three clicks, holds it to a rule by number, and leads there from its finding', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await page.getByRole('button', { name: 'Draw a dimension' }).click();
  const { x, y } = await planner.middle();
  await page.mouse.click(x - 160, y - 40);
  await page.mouse.move(x, y - 40, { steps: 3 });
  await page.mouse.click(x + 140, y - 40);
  await page.mouse.click(x, y - 80);
  const least = planner.inspector.getByLabel('At least');
  await expect(least).toHaveValue('');
  await least.fill('90 m');
  await least.press('Enter');
  await expect(planner.inspector).toContainText('Shorter than its rule asks for');
  await page.getByRole('tab', { name: /^Findings/ }).click();
  const row = page.getByRole('row', { name: /less than its dimension asks for/ });
  await row.click();
  await expect(planner.inspector).toContainText('at least 90000 mm');
  await planner.inspector.getByRole('button', { name: /^Dimension/ }).click();
  await expect(planner.inspector.getByLabel('At least')).toBeVisible();
  await least.fill('');
  await least.press('Enter');
  await expect(row).toHaveCount(0);
});

/** Findings lead to the canvas and back. */
import { expect, test } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

test('a cabinet moved onto another raises a finding that leads to both, and undo mends it', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const counts = planner.status.getByTitle('Show findings');
  await expect(counts).toHaveText(/^0 errors/);

  await planner.find('A01');
  const x = planner.inspector.getByLabel('x', { exact: true });
  await x.fill('+300');
  await x.press('Enter');
  await expect(counts).toHaveText(/^[1-9]\d* error/);

  await page.keyboard.press('Escape');
  await counts.click();
  const grid = page.getByRole('grid', { name: 'Findings' });
  const row = grid.getByRole('row').filter({ hasText: 'cabinet.overlap' }).first();
  await row.click();
  await expect(planner.inspector).toContainText('cabinet.overlap');
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await planner.inspector.getByRole('button', { name: /^Cabinet A02/ }).click();
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toHaveText('Cabinet A02');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(counts).toHaveText(/^0 errors/);
});

test('typed figures: units, additions, and a refusal in words', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('B04');
  const x = planner.inspector.getByLabel('x', { exact: true });
  const start = Number((await x.inputValue()).replace(/\s/g, ''));
  const value = async () => Number((await x.inputValue()).replace(/\s/g, ''));
  await x.fill('+0.6 m');
  await x.press('Enter');
  await expect.poll(value).toBe(start + 600);
  await x.fill('12 apples');
  await x.press('Enter');
  await expect(planner.inspector.getByText(/is not a length/)).toBeVisible();
  await x.press('Escape');
  await expect.poll(value).toBe(start + 600);
});

test('figures, fields and faults are in feet and inches where these are chosen', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const shown = async (): Promise<number> => Number((await planner.required()).replace(/[^\d.]/g, ''));
  await expect(page.getByTestId('required')).toHaveText(/ km /);
  const kilometres = await shown();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Metric or imperial');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('required')).toHaveText(/ ft/);
  // Kilometres are shown to the hundredth.
  expect(Math.abs((await shown()) * 0.0003048 - kilometres)).toBeLessThan(0.006);
  await planner.find('A01');
  const x = planner.inspector.getByLabel('x', { exact: true });
  await expect(x).toHaveValue(/'/);
  await x.fill('+2 ft');
  await x.press('Enter');
  // A01 stands two feet into its neighbor.
  await planner.status.getByTitle('Show findings').click();
  const row = page.getByRole('grid', { name: 'Findings', exact: true }).getByRole('row').filter({ hasText: 'cabinet.overlap' }).first();
  await expect(row).toContainText(/\d"/);
  await expect(row).not.toContainText(/\d mm/);
});

/** Cabinets out of the catalog: by click, by drag, and by number without a mouse. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

test('cabinets are placed by click until Escape, by drag, and by number', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await page.getByRole('button', { name: 'Catalog', exact: true }).click();
  await page.getByRole('textbox', { name: 'Filter the catalog' }).fill('dell 1200');
  const model = page.getByRole('region', { name: 'Dell' }).getByRole('button').first();
  await model.click();
  await expect(model).toHaveAttribute('aria-pressed', 'true');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);

  const { x, y } = await planner.middle();
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  await expect(planner.drawing).toContainText('9 cabinets');
  await page.mouse.click(x + 80, y);
  await expect(planner.drawing).toContainText('10 cabinets');
  await page.keyboard.press('Escape');
  await expect(model).toHaveAttribute('aria-pressed', 'false');

  await model.dragTo(planner.drawing, { targetPosition: { x: 200, y: 200 } });
  await expect(planner.drawing).toContainText('11 cabinets');
  await expect(model).toHaveAttribute('aria-pressed', 'false');

  await model.focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('x (mm)', { exact: true }).fill('1200');
  await page.getByLabel('y (mm)', { exact: true }).fill('600');
  await page.keyboard.press('Enter');
  await expect(planner.drawing).toContainText('12 cabinets');
  await expect(planner.inspector.getByLabel('x', { exact: true })).toHaveValue(/^1\s?200$/);
  await page.keyboard.press('Escape');
  await expect(model).toHaveAttribute('aria-pressed', 'false');
});

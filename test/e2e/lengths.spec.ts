/** Lengths to order: a point is picked from the curve, the bill follows, the plan remembers; by keyboard. */
import { expect, test } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

test('two lengths are picked from the curve, ordered in one step and taken back', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  const bill = page.getByRole('grid', { name: 'Bill of materials' });
  await page.getByRole('tab', { name: 'BOM' }).click();
  await expect(bill).toContainText('MFP7E10-N003');
  await page.getByRole('button', { name: 'Lengths…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Cable lengths to order' });
  await expect(dialog.getByRole('radio', { name: /^6 lengths: .* km$/ })).toBeChecked();
  // A point of the curve is the choice below it.
  const curve = dialog.getByTestId('length-curve');
  await curve.getByText('3', { exact: true }).click();
  await expect(dialog.getByRole('radio', { name: /^3 lengths: / })).toBeChecked();
  await dialog.getByLabel('Minimum order of a length').fill('none');
  await expect(dialog.getByRole('status')).toHaveText(/^"none" is not a count/);
  await expect(dialog.getByRole('button', { name: 'Order these lengths' })).toBeDisabled();
  await dialog.getByLabel('Minimum order of a length').fill('60');
  await dialog.getByRole('radio', { name: /^2 lengths: / }).check();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(planner.status).toContainText('2 lengths to order');
  await expect(bill).not.toContainText('MFP7E10-N003');
  await expect(bill).toContainText('MFP7E10-N010');

  await page.getByRole('button', { name: 'Lengths…' }).click();
  await expect(dialog.getByRole('radio', { name: /^2 lengths: / })).toBeChecked();
  await expect(dialog.getByLabel('Minimum order of a length')).toHaveValue('60');
  await dialog.getByRole('button', { name: 'Order any length' }).click();
  await page.keyboard.press('Escape');
  await expect(bill).toContainText('MFP7E10-N003');
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Order any length');
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Choose the lengths of Multimode jumper MPO-12/APC');
});

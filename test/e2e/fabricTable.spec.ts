/** A fabric from a table: pasted, judged line by line, drawn in one step, changed later from a file. */
import { expect, test } from '@playwright/test';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import { panelHall } from '../support/panelPlans.ts';
import { expectClean } from './support/axe.ts';
import { PlannerPage } from './support/plannerPage.ts';

test('draws links from pasted lines, says what is wrong with each, and changes them later', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.open();
  await planner.openText(
    'hall.raceway',
    serializePlan({ ...panelHall().build(), links: new Map(), trunks: new Map(), channels: new Map() }),
  );
  await planner.settled();
  await expect(planner.status).toContainText('0 cables');

  // By keyboard throughout.
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('Fabric from a table');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Fabric from a table' });
  const text = dialog.getByRole('textbox', { name: 'Lines: from, to, family, tier' });
  await expect(text).toBeFocused();
  await text.fill('s[1-2]:p[1-2], w:[1-4]\ns9:p1, w:5');
  const wrong = dialog.getByRole('region', { name: 'Lines to mend' });
  await expect(wrong.getByRole('row')).toHaveCount(2);
  await expect(wrong).toContainText('no device is called “s9”; write a name of the plan, such as s1, s2');
  await expect(dialog.getByRole('button', { name: 'Draw the fabric' })).toBeDisabled();
  await expectClean(page, 'light');
  await text.fill('s[1-2]:p[1-2], w:[1-4]');
  await expect(dialog.getByRole('region', { name: 'What it does' })).toContainText('0 → 4');
  await expect(dialog).toContainText('How ports are assigned');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page, 'dark');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Storage');
  await dialog.getByRole('textbox', { name: 'Name' }).press('Enter');
  await expect(dialog).toBeHidden();
  await planner.settled();
  await expect(planner.status).toContainText('4 cables');

  // Changed from a file: what was there stands in it, and what the file holds takes its place.
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('Fabric from a table');
  await page.keyboard.press('Enter');
  await dialog.getByRole('combobox', { name: 'Fabric' }).click();
  await page.getByRole('option', { name: 'Change Storage' }).click();
  await expect(text).toHaveValue(/s\[1-2\]:\[1-2\], w:\[1-4\], \S+, direct$/);
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Open a file…' }).click();
  await (await chooser).setFiles({ name: 'links.csv', mimeType: 'text/csv', buffer: Buffer.from('to;from\nw:[1-6];s[1-2]:[1-3]\n') });
  await expect(dialog.getByRole('region', { name: 'What it does' })).toContainText('4 → 6');
  await dialog.getByRole('button', { name: 'Change the fabric' }).click();
  await expect(dialog).toBeHidden();
  await planner.settled();
  await expect(planner.status).toContainText('6 cables');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await planner.settled();
  await expect(planner.status).toContainText('4 cables');
});

test('which port of a fabric goes to which is told by tier, and opened by keys', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const panel = page.getByRole('navigation', { name: 'What is in the plan' });
  const fold = panel.getByRole('button', { name: 'Ports', exact: true });
  await fold.focus();
  await page.keyboard.press('Enter');
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  const told = panel.locator('dl > div');
  await expect(told.filter({ hasText: 'node-leaf' })).toContainText('Port k of a node goes to the leaf of rail k');
  await expect(told.filter({ hasText: 'leaf-spine' })).toContainText('uplinks of a leaf follow its ports');
  await expectClean(page, 'light');
});

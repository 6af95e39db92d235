/** Settings of the plan, findings that are accepted, and drawings of every sheet. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { bytesOf, PlannerPage } from './support/plannerPage.ts';

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html]),
  ).toEqual([]);
}

test('settings change figures and title block in one step', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const before = await planner.required();

  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Plan settings' });
  await expect(dialog.getByLabel('Plan name')).toBeFocused();
  await expectClean(page);
  await dialog.getByLabel('Client').fill('Northern Colocation');
  const slack = dialog.getByLabel('Jumper, each end (mm)');
  await slack.fill('a lot');
  await slack.press('Enter');
  await expect(dialog.getByText(/is not a length/)).toBeVisible();
  await slack.fill('1.5 m');
  await slack.press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => planner.required()).not.toBe(before);

  const drawing = await planner.export('Drawings', 'SVG');
  expect(drawing.suggestedFilename()).toBe('eight-cabinets.svg');
  expect(strFromU8(await bytesOf(drawing))).toContain('Northern Colocation');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => planner.required()).toBe(before);
  const undone = await planner.export('Drawings', 'SVG');
  expect(strFromU8(await bytesOf(undone))).not.toContain('Northern Colocation');
});

test('a finding is accepted with a reason, stands apart, and is taken back', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const counts = planner.status.getByTitle('Show findings');
  await planner.find('A01');
  const x = planner.inspector.getByLabel('x', { exact: true });
  await x.fill('+300');
  await x.press('Enter');
  await expect(counts).toHaveText(/^[1-9]\d* error/);
  const wrong = await counts.textContent();

  await page.keyboard.press('Escape');
  await counts.click();
  const row = page.getByRole('grid', { name: 'Findings', exact: true }).getByRole('row').filter({ hasText: 'cabinet.overlap' }).first();
  await row.getByRole('button', { name: /^Accept/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Accept a finding' });
  await expect(dialog.getByLabel('Reason')).toBeFocused();
  await expectClean(page);
  await dialog.getByLabel('Accepted by').fill('Ann Chief');
  await dialog.getByLabel('Reason').press('Enter');
  await expect(dialog.getByText(/without a reason/)).toBeVisible();
  await dialog.getByLabel('Reason').fill('seen on site');
  await dialog.getByLabel('Reason').press('Enter');
  await expect(dialog).toBeHidden();
  await expect(counts).not.toHaveText(wrong ?? '');

  await page.getByRole('button', { name: 'Accepted 1' }).click();
  const accepted = page
    .getByRole('grid', { name: 'Accepted findings' })
    .getByRole('row')
    .filter({ hasText: /overlap/ });
  await expect(accepted).toContainText('seen on site');
  await accepted.click();
  await expect(planner.inspector).toContainText('Ann Chief');
  await expect(planner.inspector).toContainText(/\d{4}-\d{2}-\d{2}/);
  await planner.inspector.getByRole('button', { name: 'Reopen' }).click();
  await expect(counts).toHaveText(wrong ?? '');
});

test('drawings of several kinds come as one zip, and say what DXF cannot hold', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const withElevations = async (form: string) => {
    await planner.chooseFromFileMenu('Export…');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: 'Drawings' }).check();
    await dialog.getByRole('checkbox', { name: 'Elevations' }).check();
    await dialog.getByRole('combobox', { name: 'Form' }).click();
    await page.getByRole('option', { name: form }).click();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export' }).click();
    return download;
  };
  const svg = await withElevations('SVG');
  expect(svg.suggestedFilename()).toBe('eight-cabinets-svg.zip');
  const names = Object.keys(unzipSync(await bytesOf(svg)));
  expect(names[0]).toMatch(/^\d+-plan-.*\.svg$/);
  expect(names.length).toBeGreaterThan(1);

  const dxf = await withElevations('DXF');
  expect(dxf.suggestedFilename()).toBe('eight-cabinets-dxf.zip');
  const notes = page.getByRole('dialog', { name: 'Exported eight-cabinets-dxf.zip' });
  await expect(notes.getByRole('listitem').first()).toContainText(/sheets: /);
  await expectClean(page);
  await page.keyboard.press('Escape');
  await expect(notes).toBeHidden();
});

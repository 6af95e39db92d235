/** The whole job without a mouse: generate, find, move, set by number, lay a tray, accept a finding, export, save. */
import { expect, test } from '@playwright/test';
import { command, expectNoPointer, tabTo, watchPointer } from './support/keysAlone.ts';
import { bytesOf, PlannerPage } from './support/plannerPage.ts';

test('is done by keys alone, from an empty start to the saved file', async ({ page }) => {
  await watchPointer(page);
  const planner = new PlannerPage(page);
  await planner.open();

  await test.step('generates a plan', async () => {
    await page.keyboard.press('g');
    const units = page.getByRole('textbox', { name: 'Scalable units' });
    await expect(units).toBeVisible();
    await tabTo(page, units);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('1');
    await expect(page.getByRole('region', { name: 'What will be made' })).toContainText(/Nodes\s*31/);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(planner.status).toContainText('508 links on 506 cables');
  });

  await test.step('finds a cabinet, moves it by arrows and sets its place by number', async () => {
    await command(page, 'A01');
    await expect(planner.inspector.getByRole('heading', { level: 2 })).toHaveText('Cabinet A01');
    const x = planner.inspector.getByLabel('x', { exact: true });
    const placeMm = async () => Number((await x.inputValue()).replace(/\s/g, ''));
    const before = await placeMm();
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(placeMm).toBe(before - 600);
    await tabTo(page, x);
    await page.keyboard.type('+1.2 m');
    await page.keyboard.press('Enter');
    await expect.poll(placeMm).toBe(before + 600);
    for (let step = 0; step < 2; step++) await command(page, 'Undo');
    await expect.poll(placeMm).toBe(before);
  });

  await test.step('lays a tray by typed length', async () => {
    await command(page, 'Draw a tray');
    for (const key of ['Enter', 'ArrowRight', '2', '5', '0', '0', 'Enter', 'Enter', 'v']) await page.keyboard.press(key);
    await expect(planner.inspector.getByRole('region', { name: 'Fill, at the fullest place' })).toContainText('2.50 m');
  });

  await test.step('accepts a finding, with a reason', async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: /^Through/ })).toHaveCount(0);
    await planner.settled();
    await page.keyboard.press('Control+f');
    await expect(page.getByRole('textbox', { name: /^Filter/ })).toBeFocused();
    await tabTo(page, page.getByRole('tab', { name: /^Cables/ }), 'Shift+Tab');
    // Comparing is the last, notes and findings stand before it.
    for (const key of ['End', 'ArrowLeft', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
    const findings = page.getByRole('grid', { name: 'Findings' });
    await expect(findings).toBeVisible();
    // The heading is counted too; a list that has just been opened may still be without its rows.
    await expect.poll(async () => Number(await findings.getAttribute('aria-rowcount'))).toBeGreaterThan(1);
    const count = Number(await findings.getAttribute('aria-rowcount'));
    await page.keyboard.press('Control+f');
    await page.keyboard.press('ArrowDown');
    await expect(findings).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(findings.locator('[aria-selected="true"]')).toHaveCount(1);
    await page.keyboard.press('Shift+F10');
    const accept = page.getByRole('menuitem', { name: 'Accept…' });
    await expect(accept).toBeVisible();
    for (let step = 0; step < 6 && !(await accept.evaluate((item) => item === document.activeElement)); step++)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Accept a finding' });
    await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused();
    await page.keyboard.type('Agreed with the owner of the hall');
    await page.keyboard.press('Tab');
    await page.keyboard.type('M. Moreau');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect.poll(async () => Number(await findings.getAttribute('aria-rowcount'))).toBe(count - 1);
  });

  await test.step('exports the bill, the cable schedule, the looms and the sheets', async () => {
    for (const [right, name] of [
      [0, /-bom\.xlsx$/],
      [1, /-cables\.xlsx$/],
      [2, /-looms\.xlsx$/],
      [3, /\.pdf$/],
    ] as const) {
      await page.keyboard.press('Control+e');
      const dialog = page.getByRole('dialog', { name: 'Export' });
      await expect(dialog.getByRole('radio', { name: 'Bill of materials' })).toBeFocused();
      for (let step = 0; step < right; step++) await page.keyboard.press('ArrowRight');
      const download = page.waitForEvent('download', { timeout: 60_000 });
      await page.keyboard.press('Enter');
      expect((await download).suggestedFilename()).toMatch(name);
      await expect(dialog).toHaveCount(0);
    }
  });

  await test.step('saves', async () => {
    const file = await planner.save();
    expect((await bytesOf(file)).toString('utf8')).toContain('Agreed with the owner of the hall');
    await expect(page.getByRole('img', { name: 'Unsaved changes' })).toHaveCount(0);
  });

  await expectNoPointer(page);
});

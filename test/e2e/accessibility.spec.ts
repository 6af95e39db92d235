/** No serious finding of axe on any screen, light and dark; all of it at 1024 × 768 too. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

async function expectClean(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => ({ id, at: nodes.slice(0, 5).map((node) => node.target.join(' ')), why: nodes[0]?.failureSummary })),
    screen,
  ).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the planner with its panels, tables and dialogs', async ({ page }) => {
      const planner = new PlannerPage(page);
      await planner.open();
      await expectClean(page, 'start');
      await page.getByRole('button', { name: /^Generate a plan/ }).click();
      await expect(page.getByRole('region', { name: 'What will be made' })).toContainText('504');
      await expectClean(page, 'generate');
      await page.keyboard.press('Escape');

      await planner.openSample('one-megawatt-hall');
      await expectClean(page, 'plan');
      await planner.find('B03');
      await expect(planner.inspector).toContainText('Rack units used');
      await expectClean(page, 'cabinet');
      await page.getByRole('grid', { name: 'Cables' }).getByRole('row').nth(2).click();
      await expect(planner.inspector).toContainText('Surplus');
      await expectClean(page, 'cable');
      await page.getByRole('tab', { name: 'BOM' }).click();
      await expect(page.getByRole('grid', { name: 'Bill of materials' }).getByRole('row').nth(2)).toBeVisible();
      await expectClean(page, 'bill of materials');
      await page.getByRole('tab', { name: 'Findings' }).click();
      await expectClean(page, 'findings');
      await planner.chooseFromFileMenu('Export…');
      await page.getByRole('radio', { name: 'Sheets' }).check();
      await expectClean(page, 'export');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
      await expectClean(page, 'shortcuts');
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: 'Sheets' }).click();
      await expect(page.getByRole('img', { name: 'Sheet 1 on A3' })).toBeVisible({ timeout: 30_000 });
      await expectClean(page, 'sheets');
    });
  });
}

test('fits a screen of 1024 × 768 without sideways scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
  for (const control of [
    page.getByRole('searchbox'),
    page.getByRole('button', { name: 'File', exact: true }),
    planner.status.getByTitle('Show findings'),
  ]) {
    const box = await control.boundingBox();
    expect(box).not.toBeNull();
    if (box !== null) expect(box.x + box.width).toBeLessThanOrEqual(1024);
  }
  const small = await page.evaluate(
    () =>
      [...document.querySelectorAll('body *')].filter((element) => {
        const text = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
        return text && element.getClientRects().length > 0 && Number.parseFloat(getComputedStyle(element).fontSize) < 12;
      }).length,
  );
  expect(small).toBe(0);
});

test('keeps focus inside an open dialog and gives it back', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const opener = page.getByRole('button', { name: 'Keyboard shortcuts' });
  await opener.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('Tab');
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});

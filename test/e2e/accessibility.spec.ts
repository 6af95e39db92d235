/** Nothing for axe to find on any scene, in the dark too, where only colors are others; and where focus goes. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';
import { openScene, scenes } from './support/scenes.ts';

async function expectClean(page: Page, screen: 'light' | 'dark'): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (screen === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
  // An open menu or list belongs to the control that opened it, wherever it stands in the page; it needs no landmark.
  const isPopup = (target: string): Promise<boolean> =>
    page.evaluate((selector) => document.querySelector(selector)?.closest('[data-portal]') !== null, target);
  const faults = [];
  for (const { id, nodes } of violations)
    for (const { target, failureSummary } of nodes) {
      const at = target.join(' ');
      if (id !== 'region' || !(await isPopup(at))) faults.push({ id, at, why: failureSummary });
    }
  expect(faults, screen).toEqual([]);
}

for (const scene of scenes) {
  test(`axe finds nothing on ${scene.name}`, async ({ page }) => {
    await openScene(new PlannerPage(page), scene);
    await expectClean(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectClean(page, 'dark');
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

/** What concerns the page as a whole: its width on a small screen, its smallest text, and where focus goes. */
import { expect, test } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

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

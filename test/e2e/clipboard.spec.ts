/** Things over the clipboard: copied, pasted at the pointer and in place, cut, and pasted into another plan. */
import { expect, test } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

test('copies a cabinet by keys, pastes it at the pointer and in place, cuts it, and pastes it into another plan', async ({
  page,
  browser,
}) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const count = page.locator('#drawing-content');
  await expect(count).toContainText('8 cabinets');
  await planner.find('A02');
  await planner.drawing.focus();
  await page.keyboard.press('Control+c');
  await expect(planner.status).toContainText('Copied: 1 thing');
  const { x, y } = await planner.middle();
  await page.mouse.move(x + 150, y, { steps: 3 });
  await page.keyboard.press('Control+v');
  await expect(count).toContainText('9 cabinets');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('A05');
  await page.keyboard.press('Control+x');
  await expect(count).toContainText('8 cabinets');
  await page.keyboard.press('Control+Shift+V');
  await expect(count).toContainText('9 cabinets');
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Paste 1 thing');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(count).toContainText('8 cabinets');

  // Another person's window: nothing is common to the two but the clipboard.
  const other = new PlannerPage(await browser.newPage());
  await other.openSample('one-megawatt-hall');
  const otherCount = other.page.locator('#drawing-content');
  const before = Number.parseInt((await otherCount.textContent()) ?? '', 10);
  await other.drawing.focus();
  await other.page.keyboard.press('Control+v');
  await expect(otherCount).toContainText(`${before + 1} cabinets`);
  await other.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Raceway things 1\n{"format":"raceway"');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect(other.status).toContainText('the clipboard’s text is damaged');
});

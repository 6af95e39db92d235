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

test('trays, obstacles, doors and notes go into another hall and into another plan', async ({ page, browser }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.drawing.focus();
  await page.keyboard.press('a');
  const { x, y } = await planner.middle();
  await page.mouse.click(x + 120, y);
  const text = planner.inspector.getByLabel('Text', { exact: true });
  await expect(text).toBeFocused();
  await page.keyboard.type('Ask the landlord');
  await page.keyboard.press('Enter');
  await planner.drawing.focus();
  await page.keyboard.press('v');
  await page.getByRole('button', { name: 'New hall', exact: true }).click();
  await page.getByRole('dialog', { name: 'New hall' }).getByRole('button', { name: 'Make the hall' }).click();
  const tabs = page.getByRole('tablist', { name: 'Halls' });
  await expect(tabs.getByRole('tab')).toHaveCount(2);
  const other = new PlannerPage(await browser.newPage());
  await other.openSample('one-megawatt-hall');

  for (const [name, shown] of [
    ['Tray B-2', /^Tray/],
    ['Unpacking', /^Unpacking/],
    ['Staff door', /^Staff door/],
    ['Ask the landlord', /^Note/],
  ] as const) {
    await test.step(name, async () => {
      await tabs.getByRole('tab', { name: 'Data hall 1' }).click();
      await planner.pick(name);
      await planner.drawing.focus();
      await page.keyboard.press('Control+c');
      await expect(planner.status).toContainText('Copied: 1 thing');
      await tabs.getByRole('tab', { name: 'Hall 1', exact: true }).click();
      for (const one of [planner, other]) {
        await one.drawing.focus();
        await one.page.keyboard.press('Control+v');
        await expect(one.inspector.getByRole('heading', { level: 2 })).toHaveText(shown);
        await one.drawing.focus();
        await one.page.keyboard.press('Control+z');
        await expect(one.status).toContainText('Undone: Paste 1 thing');
      }
    });
  }
});

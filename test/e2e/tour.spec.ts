/** The tour of the small sample, walked by real gestures and by keys; leaving it; and that it is remembered. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

const cardOf = (page: Page): Locator => page.getByRole('region', { name: 'Tour' });

/** Once it rests: the view fits itself to the panels that open with the sample, and the rings follow it a look later. */
async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  let before = '';
  await expect
    .poll(
      async () => {
        const now = JSON.stringify(await locator.boundingBox());
        const rests = now !== 'null' && now === before;
        before = now;
        return rests;
      },
      { intervals: [300] },
    )
    .toBe(true);
  const box = await locator.boundingBox();
  if (box === null) throw new Error('nothing is ringed');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function expectAt(page: Page, step: number, title: string): Promise<void> {
  await expect(cardOf(page)).toContainText(`Step ${step} of 7`);
  await expect(cardOf(page).getByRole('heading')).toHaveText(title);
}

test('is walked by mouse, each step by doing it', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.open();
  await page.getByRole('button', { name: /^Take the tour/ }).click();
  const ring = page.locator('[data-tour-ring]');

  await expectAt(page, 1, 'Select a cabinet');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await expect(ring).toHaveCount(1);
  const cabinet = await middleOf(ring.first());
  await page.mouse.click(cabinet.x, cabinet.y);

  await expectAt(page, 2, 'Drag it');
  await expect(ring).toHaveCount(2);
  await page.mouse.move(cabinet.x, cabinet.y);
  await page.mouse.down();
  await page.mouse.move(cabinet.x + 30, cabinet.y + 40, { steps: 5 });
  await page.mouse.move(cabinet.x + 60, cabinet.y + 80, { steps: 5 });
  // Not before it is released.
  await expectAt(page, 2, 'Drag it');
  await page.mouse.up();

  await expectAt(page, 3, 'Take it back');
  await page.getByRole('button', { name: 'Undo' }).click();

  await expectAt(page, 4, 'Draw a tray');
  await page.getByRole('button', { name: 'Draw a tray' }).click();
  const { x, y } = await planner.middle();
  await page.mouse.click(x + 40, y + 10);
  await page.mouse.move(x + 200, y + 10, { steps: 4 });
  await page.mouse.click(x + 200, y + 10);
  await page.keyboard.press('Enter');

  await expectAt(page, 5, 'Follow a cable');
  await page.getByRole('tab', { name: /^Cables/ }).click();
  await page.getByRole('grid', { name: 'Cables' }).getByRole('row').nth(2).click();

  await expectAt(page, 6, 'Look at what is wrong');
  await page.getByRole('tab', { name: /^Findings/ }).click();
  await page.getByRole('grid', { name: 'Findings' }).getByRole('row').nth(1).click();

  await expectAt(page, 7, 'Hand it on');
  await planner.chooseFromFileMenu('Export…');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(cardOf(page).getByRole('heading')).toHaveText('That is the round');
  await cardOf(page).getByRole('button', { name: 'Close', exact: true }).click();
  await expect(cardOf(page)).toHaveCount(0);
});

test('is walked by keys alone, and begins with the keyboard in it', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.open();
  await page.getByRole('button', { name: /^Take the tour/ }).focus();
  await page.keyboard.press('Enter');
  await expect(cardOf(page).getByRole('heading')).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('B03');
  await expect(page.getByRole('option', { name: 'B03' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expectAt(page, 2, 'Drag it');
  await page.keyboard.press('Shift+ArrowDown');
  await expectAt(page, 3, 'Take it back');
  await page.keyboard.press('Control+z');
  await expectAt(page, 4, 'Draw a tray');
  for (const key of ['t', 'Enter', 'ArrowRight', '2', 'm', 'Enter', 'Enter']) await page.keyboard.press(key);
  await expectAt(page, 5, 'Follow a cable');
  await page.keyboard.press('Escape');
  await expect(cardOf(page)).toHaveCount(0);
});

test('gives Escape to a gesture first, and is left by it at any step', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.open();
  await page.getByRole('button', { name: /^Take the tour/ }).click();
  await expectAt(page, 1, 'Select a cabinet');
  const { x, y } = await middleOf(page.locator('[data-tour-ring]').first());
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 50, y + 60, { steps: 5 });
  await expectAt(page, 2, 'Drag it');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expectAt(page, 2, 'Drag it');
  await cardOf(page).getByRole('button', { name: 'Skip this step' }).click();
  await expectAt(page, 3, 'Take it back');
  await page.keyboard.press('Escape');
  await expect(cardOf(page)).toHaveCount(0);
  await expect(planner.drawing).toBeFocused();
  await expect(planner.status).toContainText('192 cables');
});

test('is offered at the first start alone, and can be taken later by its name', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  await page.getByRole('button', { name: 'No tour' }).click();
  await expect(page.getByRole('group', { name: 'First start' })).toHaveCount(0);
  await planner.openSample('one-megawatt-hall');
  await expect(page.getByRole('group', { name: 'First start' })).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Take the tour');
  await page.getByRole('option', { name: 'Take the tour' }).click();
  await expectAt(page, 1, 'Select a cabinet');
});

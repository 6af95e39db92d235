/** Exact places by hand: snapping and what suspends it, numbers with units in a drag, what lies under the pointer, marquees, measuring. */
import { expect, test, type Page } from '@playwright/test';
import { command, hold } from './support/sceneSteps.ts';
import { PlannerPage } from './support/plannerPage.ts';

/** x and y of what is selected, in mm. */
async function placeOf({ inspector }: PlannerPage): Promise<readonly [number, number]> {
  const value = async (label: 'x' | 'y'): Promise<number> =>
    Number((await inspector.getByLabel(label, { exact: true }).inputValue()).replace(/\s/g, ''));
  return [await value('x'), await value('y')];
}

async function undo(page: Page, planner: PlannerPage): Promise<void> {
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Move B04');
}

test('a drag rests on the lines of its neighbors and tells the gaps; Ctrl holds it off them', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('B04');
  const [x, y] = await placeOf(planner);
  // A few px aside: at 1 : 31 some centimeters, from which it is pulled back in line with the row across the aisle.
  await hold(planner, 4, 100);
  await expect(planner.status.getByRole('status')).toContainText('mm');
  await page.mouse.up();
  await expect.poll(async () => (await placeOf(planner))[1]).toBeGreaterThan(y + 400);
  expect((await placeOf(planner))[0]).toBe(x);
  await undo(page, planner);
  await expect.poll(() => placeOf(planner)).toEqual([x, y]);

  await hold(planner, 4, 100);
  await page.keyboard.down('Control');
  const { x: left, y: top } = await planner.middle();
  await page.mouse.move(left + 5, top + 101);
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect.poll(async () => (await placeOf(planner))[0]).toBeGreaterThan(x + 10);
  await undo(page, planner);
  await expect.poll(() => placeOf(planner)).toEqual([x, y]);
});

test('a drag goes as far as typed, in any unit, or by length and angle', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('B04');
  const start = await placeOf(planner);
  for (const [typed, dx, dy] of [
    ['2400', 0, 2400],
    ['-1200', 0, -1200],
    ['2.4 m', 0, 2400],
    ['96 in', 0, 2438],
    ['@2400<270', 0, 2400],
    ['@1 m<0', 1000, 0],
  ] as const) {
    await hold(planner, 0, 120);
    for (const key of typed) await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.mouse.up();
    await expect.poll(() => placeOf(planner), typed).toEqual([start[0] + dx, start[1] + dy]);
    await undo(page, planner);
    await expect.poll(() => placeOf(planner)).toEqual(start);
  }
});

test('Tab goes through what lies under the pointer', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('A01');
  const { x, y } = await planner.middle();
  // Where the tray runs over the rear of the cabinet.
  await page.mouse.click(x, y - 36);
  const heading = planner.inspector.getByRole('heading', { level: 2 });
  await expect(heading).toContainText('Cabinet A01');
  await page.keyboard.press('Tab');
  await expect(planner.status.getByRole('status')).toContainText(/1 of \d under the pointer/);
  await expect(heading).not.toContainText('Cabinet A01');
});

test('what a marquee caught is taken by its kind, and one leads to all like it', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  // From beyond the rows on the left to beyond them on the right: what is enclosed.
  await hold(planner, 260, 235, { x: -120, y: -150 });
  await page.mouse.up();
  const bar = page.getByRole('group', { name: 'Kinds in the marquee' });
  await expect(bar.getByRole('button', { name: '8 cabinets' })).toHaveAttribute('aria-pressed', 'true');
  const others = bar.getByRole('button', { pressed: true }).filter({ hasNotText: '8 cabinets' });
  for (let left = await others.count(); left > 0; left -= 1) await others.first().click();
  await expect(bar.getByRole('button', { pressed: true })).toHaveCount(1);
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('8 cabinets');

  // One becomes of another model: it is not like the other seven, nor are they like it.
  await page.keyboard.press('Escape');
  await planner.find('B02');
  const model = planner.inspector.getByRole('combobox', { name: 'Model' });
  await model.click();
  await page.keyboard.type('vertiv 800');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(model).toHaveValue(/^VR/);
  const heading = planner.inspector.getByRole('heading', { level: 2 });
  await planner.find('A01');
  await command(planner, 'Select all like this');
  await expect(heading).toContainText('7 cabinets');
  await planner.find('B02');
  await command(planner, 'Select all like this');
  await expect(heading).toHaveText('Cabinet B02');
});

test('measures straight, and along the trays with the drops at both ends', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const { x, y } = await planner.middle();
  await planner.drawing.focus();
  await page.keyboard.press('d');
  await page.mouse.click(x - 100, y);
  await page.mouse.move(x + 100, y, { steps: 3 });
  await expect(planner.status.getByRole('status')).toContainText(/\d m|\d mm/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+d');
  // A01 and B04.
  await page.mouse.click(x - 47, y - 90);
  await page.mouse.move(x + 48, y + 37, { steps: 3 });
  await expect(planner.status.getByRole('status')).toContainText(/m along trays: .* m of tray .* drop \d/);
});

/** Pathways by hand and by keys: ends that merge, trays joined, cut and widened, each one named step. */
import { expect, test, type Page } from '@playwright/test';
import { expectClean } from './support/axe.ts';
import { placesOf, type PlaceOnScreen } from './support/places.ts';
import { PlannerPage } from './support/plannerPage.ts';

/** Trays end at x 2500, 2850 and 5300, in rows at y 2100 and 5700; a ladder crosses between the two at x 2850. */
async function openHall(page: Page): Promise<PlannerPage> {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  return planner;
}

async function drag(page: Page, from: ReturnType<PlaceOnScreen>, to: ReturnType<PlaceOnScreen>): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

/** Takes the last step back, and does it again and back once more: its name is the same each time. */
async function takeBack(page: Page, planner: PlannerPage, name: string): Promise<void> {
  await planner.drawing.focus();
  for (const [keys, told] of [
    ['Control+z', 'Undone'],
    ['Control+Shift+z', 'Redone'],
    ['Control+z', 'Undone'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(planner.status).toContainText(`${told}: ${name}`);
  }
}

const lengthOf = (planner: PlannerPage) => planner.inspector.getByRole('region', { name: 'Fill, at the fullest place' });

test('the end of a tray that is dragged near another joins it, and says so before it does', async ({ page }) => {
  const planner = await openHall(page);
  const at = await placesOf(planner);
  const said = planner.status.getByRole('status');
  const click = async (xMm: number, yMm: number): Promise<void> => page.mouse.click(at(xMm, yMm).x, at(xMm, yMm).y);
  await page.keyboard.press('t');
  await click(1000, 7500);
  await click(4000, 7500);
  await page.keyboard.press('Enter');
  await page.keyboard.press('v');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toHaveText('T1');

  // Near an end it joins that; near the middle of a tray it makes a junction there.
  await drag(page, at(4000, 7500), at(5290, 5720));
  await expect(said).toContainText('joins the junction there');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(lengthOf(planner)).toContainText('3.00 m');
  await drag(page, at(4000, 7500), at(5290, 5720));
  await page.mouse.up();
  await expect(lengthOf(planner)).toContainText('4.66 m');
  await takeBack(page, planner, 'Merge two junctions');
  await expect(lengthOf(planner)).toContainText('3.00 m');

  await drag(page, at(4000, 7500), at(4000, 5710));
  await expect(said).toContainText('joins Tray B-2 here');
  await page.mouse.up();
  await expect(lengthOf(planner)).toContainText('3.50 m');
  await takeBack(page, planner, 'Join to Tray B-2');
  await expectClean(page, 'light');
});

test('two junctions, and trays in one line, are joined by a key', async ({ page }) => {
  const planner = await openHall(page);
  await planner.find('Tray B-1');
  const at = await placesOf(planner);
  await page.keyboard.down('Shift');
  await page.mouse.click(at(4000, 5700).x, at(4000, 5700).y);
  await page.keyboard.up('Shift');
  await expect(planner.status.getByRole('status')).toContainText('2 selected');
  // A ladder ends between them.
  await planner.drawing.focus();
  await page.keyboard.press('j');
  await expect(planner.status).toContainText('Nothing to join');

  await planner.find('Cross 1-A');
  await planner.drawing.focus();
  await page.keyboard.press('Delete');
  await planner.find('Tray B-1');
  await page.keyboard.down('Shift');
  const again = await placesOf(planner);
  await page.mouse.click(again(4000, 5700).x, again(4000, 5700).y);
  await page.keyboard.up('Shift');
  await planner.drawing.focus();
  await page.keyboard.press('j');
  await expect(lengthOf(planner)).toContainText('2.80 m');
  await takeBack(page, planner, 'Straighten');

  // The end of a new tray, and that of one of the plan: the one taken second goes to the first.
  const click = async (xMm: number, yMm: number): Promise<void> => page.mouse.click(again(xMm, yMm).x, again(xMm, yMm).y);
  await planner.drawing.focus();
  await page.keyboard.press('t');
  await click(1000, 7500);
  await click(4000, 7500);
  await page.keyboard.press('Enter');
  await page.keyboard.press('v');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toHaveText('T1');
  await click(4000, 7500);
  await page.keyboard.down('Shift');
  await click(4000, 5700);
  await click(5300, 5700);
  await click(4000, 5700);
  await page.keyboard.up('Shift');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('2 junctions');
  await planner.drawing.focus();
  await page.keyboard.press('j');
  await planner.find('Tray B-2');
  await expect(lengthOf(planner)).toContainText('2.14 m');
  await takeBack(page, planner, 'Merge two junctions');
  await expect(lengthOf(planner)).toContainText('2.45 m');
});

test('a tray is cut where the pointer is, and at a distance by number', async ({ page }) => {
  const planner = await openHall(page);
  await planner.find('Tray B-2');
  const at = await placesOf(planner);
  await page.mouse.click(at(4000, 5700).x, at(4000, 5700).y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Split the tray here' }).click();
  await takeBack(page, planner, 'Split');
  await planner.find('Tray B-2');
  const field = planner.inspector.getByRole('textbox', { name: 'Split at' });
  await field.fill('9 m');
  await field.press('Enter');
  await expect(planner.inspector).toContainText(/shorter|2\.45 m|2\s?450/);
  await field.fill('1 m');
  await field.press('Enter');
  await takeBack(page, planner, 'Split');
  await expectClean(page, 'light');
});

test('several trays are widened, raised and made a ladder together, each in one step', async ({ page }) => {
  const planner = await openHall(page);
  await planner.find('Tray A-1');
  const at = await placesOf(planner);
  await page.keyboard.down('Shift');
  await page.mouse.click(at(4000, 2100).x, at(4000, 2100).y);
  await page.keyboard.up('Shift');
  const width = planner.inspector.getByLabel('Width', { exact: true });
  await width.fill('+100');
  await width.press('Enter');
  await expect(width).toHaveValue('400');
  await takeBack(page, planner, 'Change 2 pathways');
  await expect(width).toHaveValue('300');
  const elevation = planner.inspector.getByLabel('Elevation', { exact: true });
  await elevation.fill('2.9 m');
  await elevation.press('Enter');
  await expect(elevation).toHaveValue(/^2\s900$/);
  await takeBack(page, planner, 'Change 2 pathways');
  const kind = planner.inspector.getByRole('combobox', { name: 'Kind' });
  await expect(kind).toHaveValue('Basket tray');
  await kind.click();
  await page.getByRole('option', { name: 'Ladder', exact: true }).click();
  await expect(kind).toHaveValue('Ladder');
  const ladders = page.getByRole('region', { name: 'In this plan' }).getByRole('button', { name: /^Ladder 300 × 100/ });
  await expect(ladders).toContainText('6.40 m');
  await takeBack(page, planner, 'Change 2 pathways');
  await expect(kind).toHaveValue('Basket tray');
});

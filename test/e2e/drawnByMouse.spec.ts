/** What is drawn with the mouse from its first corner to its last: a row across a hot aisle, a pod, a hall with a slanted wall. */
import { expect, test } from '@playwright/test';
import { expectClean } from './support/axe.ts';
import { placesOf } from './support/places.ts';
import { PlannerPage } from './support/plannerPage.ts';

/** The models of cabinets by name, as the inspector has them. */
async function expectModels(planner: PlannerPage, models: readonly (readonly [cabinet: string, model: string | RegExp])[]): Promise<void> {
  for (const [cabinet, model] of models) {
    await planner.find(cabinet);
    await expect(planner.inspector.getByRole('combobox', { name: 'Model' })).toHaveValue(model);
  }
}

async function undone(planner: PlannerPage, name: string): Promise<void> {
  await planner.drawing.focus();
  await planner.page.keyboard.press('Control+z');
  await expect(planner.status).toContainText(`Undone: ${name}`);
}

test('a row with network cabinets in its middle, and its mirror image across a hot aisle', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.open();
  await planner.drawing.focus();
  await page.keyboard.press('w');
  const { x, y } = await planner.middle();
  await page.mouse.click(x - 300, y - 200);
  await page.mouse.move(x, y);
  for (const key of '14000x9600') await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Draw a row of cabinets' }).click();
  await expect(planner.inspector.getByRole('heading', { name: 'New row' })).toBeVisible();
  await planner.inspector.getByRole('combobox', { name: 'Model', exact: true }).click();
  await page.getByRole('option', { name: 'VR 600 × 1200, 48U' }).click();
  await planner.inspector.getByRole('combobox', { name: 'Network' }).click();
  await page.getByRole('option', { name: 'In the middle' }).click();
  await planner.inspector.getByRole('combobox', { name: 'Of model' }).click();
  await page.keyboard.type('vertiv 800');
  await page.getByRole('option', { name: 'VR 800 × 1200, 48U' }).click();
  await planner.inspector.getByLabel('How many').fill('2');
  await page.keyboard.press('Enter');

  await page.keyboard.press('Shift+1');
  const { x: left, y: top } = await planner.middle();
  await page.mouse.move(left - 150, top - 60);
  await page.mouse.down();
  await page.mouse.move(left + 100, top - 60, { steps: 6 });
  await expect(planner.status).toContainText(/A01–A0\d/);
  await page.keyboard.press('m');
  await expect(planner.status).toContainText('across a cold aisle');
  await page.keyboard.press('m');
  await expect(planner.status).toContainText(/across a hot aisle: B01–B0\d/);
  await expectClean(page, 'light');
  await page.mouse.up();
  await expect(planner.drawing).toContainText(/\d cabinets/);
  await page.keyboard.press('v');
  const count = Number(/(\d+) cabinets/.exec((await planner.drawing.textContent()) ?? '')?.[1]) / 2;
  const middle = `0${String(Math.ceil(count / 2))}`;
  await expectModels(planner, [
    ['A01', 'VR 600 × 1200, 48U'],
    [`A${middle}`, 'VR 800 × 1200, 48U'],
    [`B${middle}`, 'VR 800 × 1200, 48U'],
  ]);
  // Rears look at each other over a hot aisle: the row in the north faces north.
  const facing = async (name: string): Promise<readonly [y: number, facing: string]> => {
    await planner.find(name);
    const yMm = Number((await planner.inspector.getByLabel('y', { exact: true }).inputValue()).replace(/\s/g, ''));
    return [yMm, await planner.inspector.getByRole('combobox', { name: 'Front faces' }).inputValue()];
  };
  const rows = [await facing('A01'), await facing('B01')].sort(([one], [other]) => one - other);
  expect(rows.map(([, way]) => way)).toEqual(['North', 'South']);
  await undone(planner, 'Place');
  await expect(planner.drawing).toContainText('0 cabinets');
});

test('a pod with its devices', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const nodes = page.getByRole('navigation', { name: 'What is in the plan' }).getByText('DGX B200').locator('..');
  await expect(nodes).toContainText('12');
  await planner.find('A03');
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('Save the selection as a pod');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Pods', exact: true }).click();
  await page.getByRole('button', { name: 'Pod 1', exact: true }).click();
  await page.keyboard.press('Shift+1');
  const at = await placesOf(planner);
  const place = at(6300, 6900);
  await page.mouse.move(place.x, place.y);
  await page.mouse.click(place.x, place.y);
  await expect(planner.drawing).toContainText('9 cabinets');
  await expect(nodes).toContainText('14');
  await page.keyboard.press('Escape');
  await undone(planner, 'Place pod Pod 1');
  await expect(nodes).toContainText('12');
});

test('a hall with a slanted wall, closed on its first corner', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.open();
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Draw a hall/ })
    .click();
  await expect(planner.inspector.getByRole('heading', { name: 'New hall' })).toBeVisible();
  const at = await placesOf(planner);
  for (const [xMm, yMm] of [
    [3000, 3000],
    [15_000, 3000],
    [15_000, 9000],
    [9000, 12_000],
    [3000, 12_000],
    [3000, 3000],
  ] as const) {
    const { x, y } = at(xMm, yMm);
    await page.mouse.move(x, y, { steps: 2 });
    await page.mouse.click(x, y);
  }
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('Hall 1');
  await expectClean(page, 'light');
  await undone(planner, 'Add hall');
});

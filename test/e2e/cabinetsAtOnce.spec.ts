/** Many cabinets at once, by mouse and by keys: other models, network cabinets in a row, copies that repeat, copies into another hall. */
import { expect, test, type Locator } from '@playwright/test';
import { expectClean } from './support/axe.ts';
import { placesOf } from './support/places.ts';
import { PlannerPage } from './support/plannerPage.ts';
import { command } from './support/sceneSteps.ts';

async function undone(planner: PlannerPage, name: string): Promise<void> {
  await planner.drawing.focus();
  await planner.page.keyboard.press('Control+z');
  await expect(planner.status).toContainText(`Undone: ${name}`);
}

const NETWORK = 'Cabinet 800 × 1200, 48U';

/** The words of a field with thin spaces made plain. */
function shownIn(field: Locator): () => Promise<string> {
  return async () => (await field.inputValue()).replace(/\s/g, ' ');
}

test('another model out of the whole catalog for all that a marquee took, in one step', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const at = await placesOf(planner);
  const [from, to] = [at(2300, 1700), at(5400, 3300)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  await page
    .getByRole('button', { name: /cabinet/i })
    .filter({ hasText: '4' })
    .first()
    .click();
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('4 cabinets · A01–A04');

  // By words of maker and size; models that the plan has not used yet are there too.
  const model = planner.inspector.getByRole('combobox', { name: 'Model' });
  await model.click();
  await page.keyboard.type('vertiv 800');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(shownIn(model)).toBe('VR 800 × 1100, 42U');
  await expect(planner.status.getByRole('status')).not.toContainText('error');
  await expectClean(page, 'light');
  await undone(planner, 'Make 4 cabinets');
  await expect.poll(shownIn(model)).toBe('Cabinet 700 × 1200, 52U');
});

test('a row with network cabinets at its ends, by keys; names are given anew on request alone', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.drawing.focus();
  await page.keyboard.press('n');
  await planner.inspector.getByLabel('Count').fill('4');
  await planner.inspector.getByLabel('Row', { exact: true }).fill('K');
  await page.keyboard.press('Enter');
  const network = planner.inspector.getByRole('combobox', { name: 'Network' });
  await network.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(network).toHaveValue(/end/i);
  const of = planner.inspector.getByRole('combobox', { name: 'Of model' });
  await of.click();
  await page.getByRole('option', { name: NETWORK, exact: true }).click();
  await expect.poll(shownIn(of)).toBe(NETWORK);
  await planner.drawing.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(planner.drawing).toContainText('12 cabinets');
  await page.keyboard.press('v');
  for (const [name, model] of [
    ['K01', NETWORK],
    ['K02', 'Cabinet 700 × 1200, 52U'],
    ['K04', NETWORK],
  ] as const) {
    await planner.find(name);
    await expect.poll(shownIn(planner.inspector.getByRole('combobox', { name: 'Model' }))).toBe(model);
  }

  // One goes: the others keep their names.
  await planner.find('K02');
  await planner.drawing.focus();
  await page.keyboard.press('Delete');
  await planner.find('K03');

  // One comes: it has a name of its own, and the others keep theirs again.
  const heading = planner.inspector.getByRole('heading', { level: 2 });
  await planner.find('K01');
  await planner.drawing.focus();
  await page.keyboard.press('Control+d');
  await expect(planner.drawing).toContainText('12 cabinets');
  await expect(heading).toHaveText('Cabinet K02');
  await planner.find('K03');
  await undone(planner, 'Duplicate');

  // Asked for, the three that are left are counted anew without a gap.
  await command(planner, 'Select the whole row');
  await command(planner, 'Renumber cabinets…');
  const dialog = page.getByRole('dialog', { name: 'Renumber cabinets' });
  await expect(dialog.getByRole('status')).toHaveText('Renames 2 cabinets of 3');
  await expect(dialog.getByLabel('Pattern')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await planner.find('K02');
  await undone(planner, 'Renumber 3 cabinets');
  await planner.find('K04');
  await undone(planner, 'Delete K02');
  await undone(planner, 'Place a row of 4 cabinets');
  await expect(planner.drawing).toContainText('8 cabinets');
});

test('a copy is repeated at the same distance by Ctrl+D, and copies go into another hall by the clipboard', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('B04');
  const x = planner.inspector.getByLabel('x', { exact: true });
  const value = async (): Promise<number> => Number((await x.inputValue()).replace(/\s/g, ''));
  const start = await value();
  await planner.drawing.focus();
  await page.keyboard.press('Control+d');
  await expect(planner.drawing).toContainText('9 cabinets');
  await expect.poll(value).not.toBe(start);
  // Moved to where the next one is meant to stand: the ones after it follow at that distance.
  await x.fill(String(start + 900));
  await x.press('Enter');
  await planner.drawing.focus();
  await page.keyboard.press('Control+d');
  await expect.poll(value).toBe(start + 1800);
  await undone(planner, 'Duplicate');

  await planner.find('A01');
  await planner.drawing.focus();
  await page.keyboard.press('Control+c');
  await page.getByRole('button', { name: 'New hall', exact: true }).click();
  await page.getByRole('dialog', { name: 'New hall' }).getByRole('button', { name: 'Make the hall' }).click();
  const tabs = page.getByRole('tablist', { name: 'Halls' });
  await expect(tabs.getByRole('tab')).toHaveCount(2);
  await planner.drawing.focus();
  await page.keyboard.press('Control+v');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('Cabinet A');
  await expect(planner.inspector.getByRole('combobox', { name: 'Hall' })).not.toHaveValue('Data hall 1');
  await undone(planner, 'Paste 1 thing');
});

/** Halls, doors and columns from nothing: by mouse, by keys, by numbers; several halls in tabs. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';
import { placesOf } from './support/places.ts';

async function expectClean(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.target]),
    screen,
  ).toEqual([]);
}

async function type(page: Page, text: string): Promise<void> {
  for (const key of text) await page.keyboard.press(key === ' ' ? 'Space' : key);
}

test('draws a hall on an empty plan, puts a door and a column into it, and takes it all back', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.open();
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Draw a hall/ })
    .click();
  await expect(planner.inspector.getByRole('heading', { name: 'New hall' })).toBeVisible();
  const { x, y } = await planner.middle();
  await page.mouse.click(x - 250, y - 150);
  await page.mouse.move(x - 200, y - 100);
  await type(page, '24000x15000');
  await expect(planner.status).toContainText('360.0 m²');
  await page.keyboard.press('Enter');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('Hall 1');
  await expect(planner.inspector.getByLabel('Length of wall 2')).toHaveValue(/^15\s?000$/);
  await expect(planner.inspector.getByLabel('Power budget')).toHaveAttribute('placeholder', 'unknown');
  await expectClean(page, 'hall');

  await planner.inspector.getByLabel('Length of wall 1').fill('21 m');
  await planner.inspector.getByLabel('Length of wall 1').press('Enter');
  await expect(planner.inspector.getByLabel('x of corner 3')).toHaveValue(/^21\s?000$/);

  await page.getByRole('button', { name: 'Put in a door' }).click();
  await planner.drawing.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('PageDown');
  await type(page, '3000');
  await page.keyboard.press('Enter');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('Door 1');
  await page.keyboard.press('v');
  await expect(planner.inspector.getByLabel('Offset')).toHaveValue(/^3\s?000$/);
  await expectClean(page, 'door');

  await page.getByRole('button', { name: 'Draw a column or another obstacle' }).click();
  const middle = await planner.middle();
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 30, middle.y + 20, { steps: 3 });
  await page.mouse.up();
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('Column 1');
  await page.keyboard.press('v');
  await planner.inspector.getByRole('textbox', { name: 'Width' }).fill('400');
  await planner.inspector.getByRole('textbox', { name: 'Width' }).press('Enter');
  await expectClean(page, 'column');

  await planner.drawing.focus();
  for (const undone of ['Change Column 1', 'Add Column 1', 'Add door Door 1', 'Redraw hall Hall 1', 'Add hall Hall 1']) {
    await page.keyboard.press('Control+z');
    await expect(planner.status).toContainText(`Undone: ${undone}`);
  }
});

test('draws a slanted outline with its lengths and angle, and takes back by Escape first what is typed, then the outline', async ({
  page,
}) => {
  const planner = new PlannerPage(page);
  await planner.open();
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Draw a hall/ })
    .click();
  await expect(planner.inspector.getByRole('heading', { name: 'New hall' })).toBeVisible();
  const { x, y } = await planner.middle();
  await page.mouse.click(x - 250, y - 100);
  await page.mouse.move(x + 150, y - 100);
  await type(page, '18000');
  await page.keyboard.press('Enter');
  await type(page, '@9000<300');
  await page.keyboard.press('Enter');
  await page.mouse.move(x - 120, y + 40);
  await expect(planner.status).toContainText(/\d°/);
  await type(page, '12');
  await expect(planner.status).toContainText('length 12');
  await page.keyboard.press('Escape');
  await expect(planner.status).toContainText('Enter closes it');
  await expect(planner.status).not.toContainText('length 12');
  await page.keyboard.press('Escape');
  await expect(planner.status).not.toContainText('Enter closes it');
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
});

test('drags a wall, a corner and a door by mouse, takes each back by Escape, and offers to unlock the building before', async ({
  page,
}) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const at = await placesOf(planner);
  const said = planner.status.getByRole('status');
  const lock = page.getByRole('switch', { name: 'Lock building' });
  const drag = async (from: readonly [number, number], to: readonly [number, number], end: 'drop' | 'Escape'): Promise<void> => {
    const [start, stop] = [at(...from), at(...to)];
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move((start.x + stop.x) / 2, (start.y + stop.y) / 2, { steps: 3 });
    await page.mouse.move(stop.x, stop.y, { steps: 3 });
    if (end === 'Escape') await page.keyboard.press('Escape');
    await page.mouse.up();
  };
  const undone = async (what: string): Promise<void> => {
    await page.keyboard.press('Control+z');
    await expect(planner.status).toContainText(`Undone: ${what}`);
  };

  // Locked, it stays where it is, and the way to unlock it is offered.
  const wall = at(7800, 6000);
  await page.mouse.click(wall.x, wall.y);
  await expect(said).toContainText('building layer is locked');
  await said.getByRole('button', { name: /Unlock/u }).click();
  await expect(lock).toHaveAttribute('aria-checked', 'false');

  await page.mouse.click(wall.x, wall.y);
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toHaveText('Data hall 1');
  const width = planner.inspector.getByLabel('Length of wall 1');
  await expect(width).toHaveValue(/^7\s?800$/u);
  await drag([7800, 4500], [8600, 4500], 'Escape');
  await expect(width).toHaveValue(/^7\s?800$/u);
  await drag([7800, 4500], [8600, 4500], 'drop');
  await expect(width).not.toHaveValue(/^7\s?800$/u);
  await undone('Redraw hall Data hall 1');
  await expect(width).toHaveValue(/^7\s?800$/u);

  const corner = planner.inspector.getByLabel('x of corner 3');
  await drag([7800, 9000], [8600, 9600], 'Escape');
  await expect(corner).toHaveValue(/^7\s?800$/u);
  await drag([7800, 9000], [8600, 9600], 'drop');
  await expect(corner).not.toHaveValue(/^7\s?800$/u);
  await undone('Redraw hall Data hall 1');
  await expect(corner).toHaveValue(/^7\s?800$/u);

  // The goods door stands in the lower wall, which runs from right to left.
  const door = at(2400, 9000);
  await page.keyboard.press('Escape');
  await page.mouse.click(door.x, door.y);
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toHaveText('Goods door');
  const offset = planner.inspector.getByLabel('Offset');
  await expect(offset).toHaveValue(/^4\s?200$/u);
  await drag([2400, 9000], [3600, 9000], 'Escape');
  await expect(offset).toHaveValue(/^4\s?200$/u);
  await drag([2400, 9000], [3600, 9000], 'drop');
  await expect(offset).not.toHaveValue(/^4\s?200$/u);
  await page.keyboard.press('Control+z');
  await expect(offset).toHaveValue(/^4\s?200$/u);
});

test('adds a corner to a wall by number and deletes it', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await page.getByRole('button', { name: 'Menu of the hall' }).click();
  await page.getByRole('menuitem', { name: 'Edit the hall and its walls' }).click();
  await expect(page.getByRole('switch', { name: 'Lock building' })).toHaveAttribute('aria-checked', 'false');
  const length = planner.inspector.getByLabel('Length of wall 2');
  const before = await length.inputValue();
  await planner.inspector.getByRole('button', { name: 'Add a corner to wall 2' }).click();
  await expect(length).not.toHaveValue(before);
  await planner.inspector.getByRole('button', { name: 'Delete corner 3' }).click();
  await expect(length).toHaveValue(before);
});

test('keeps halls in tabs: new by numbers, renamed, moved between, deleted', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const tabs = page.getByRole('tablist', { name: 'Halls' });
  await page.getByRole('button', { name: 'New hall', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New hall' });
  await dialog.getByLabel('Name').fill('Annex');
  await dialog.getByText('Corners', { exact: true }).click();
  await dialog.getByLabel(/^Corners, x and y/).fill('0, 0\n12000, 0\n12000, 8000\n6000, 8000\n6000, 4000\n0, 4000');
  await expect(dialog.getByRole('status')).toContainText('72.0 m², 6 walls');
  await expectClean(page, 'new hall');
  await dialog.getByRole('button', { name: 'Make the hall' }).click();
  await expect(tabs.getByRole('tab', { name: 'Annex' })).toHaveAttribute('aria-selected', 'true');

  await tabs.getByRole('tab', { name: 'Annex' }).dblclick();
  await page.getByLabel('Name of the hall').fill('Hall 9');
  await page.keyboard.press('Enter');
  await expect(tabs.getByRole('tab', { name: 'Hall 9' })).toBeVisible();
  await expectClean(page, 'tabs');

  // A thing of another hall leads to its tab.
  await planner.find('A01');
  await expect(tabs.getByRole('tab', { selected: true })).not.toHaveText('Hall 9');
  await page.getByRole('searchbox').fill('Move to another hall');
  await page.getByRole('option', { name: 'Move to another hall…' }).click();
  await page.getByRole('dialog', { name: 'Move to another hall' }).getByRole('button', { name: 'Move' }).click();
  await expect(tabs.getByRole('tab', { selected: true })).toHaveText('Hall 9');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('A01');

  // The same by the inspector's own field, in one step; and a hall is found by its name.
  await planner.inspector.getByRole('combobox', { name: 'Hall' }).click();
  await page.getByRole('option', { name: 'Data hall 1' }).click();
  await expect(tabs.getByRole('tab', { selected: true })).toHaveText('Data hall 1');
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await page.getByRole('searchbox').fill('hall 9');
  await page.getByRole('option', { name: 'Hall 9' }).first().click();
  await expect(tabs.getByRole('tab', { selected: true })).toHaveText('Hall 9');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toHaveText('Hall 9');

  await tabs.getByRole('tab', { selected: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(tabs.getByRole('tab', { selected: true })).not.toHaveText('Hall 9');
  await expect(tabs.getByRole('tab', { selected: true })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  await expect(tabs.getByRole('tab')).toHaveCount(1);
  await expect(planner.status).toContainText('Delete hall Hall 9 with 1 cabinet');
  await planner.status.getByRole('button', { name: 'Undo' }).click();
  await expect(tabs.getByRole('tab')).toHaveCount(2);
});

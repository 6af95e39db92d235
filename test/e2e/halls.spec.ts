/** Halls, doors and columns from nothing: by mouse, by keys, by numbers; several halls in tabs. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

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

test('drags walls once the building is unlocked, and offers to unlock it before', async ({ page }) => {
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

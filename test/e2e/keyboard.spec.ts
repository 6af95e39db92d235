/** Every gesture has a way by keyboard. */
import { expect, test } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

test('nudges a selected cabinet by the arrow keys, renames it in its field, and takes both back', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('B04');
  const x = planner.inspector.getByLabel('x', { exact: true });
  const value = async () => Number((await x.inputValue()).replace(/\s/g, ''));
  const start = await value();
  await planner.drawing.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(value).toBe(start + 1);
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(value).toBe(start + 601);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(value).toBe(start);
  await page.keyboard.press('Control+y');
  await expect.poll(value).toBe(start + 1);

  const name = planner.inspector.getByLabel('Name', { exact: true });
  await name.fill('Z99');
  await name.press('Enter');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toHaveText('Cabinet Z99');
  await name.fill('');
  await name.press('Escape');
  await expect(name).toHaveValue('Z99');
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(name).toHaveValue('B04');

  await page.keyboard.press('Delete');
  await expect(planner.status.getByRole('status')).toContainText('Deleted, with 2 devices; undo brings them back');
  await page.keyboard.press('Control+z');
  await expect(planner.status.getByRole('status')).toContainText('Undone: Delete');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(planner.status.getByRole('status')).not.toContainText('Undone');
});

test('moves through the table, lights the cable, and zooms to it by Enter', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  const grid = page.getByRole('grid', { name: 'Cables' });
  await expect(grid).toHaveAttribute('aria-rowcount', '1019');
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(grid.locator('[aria-selected="true"]')).toHaveAttribute('aria-rowindex', '3');
  await expect(planner.inspector).toContainText('Required');
  const scale = page.getByTitle('Scale on screen');
  const wide = await scale.textContent();
  await page.keyboard.press('Enter');
  await expect(scale).not.toHaveText(wide ?? '');
  await page.keyboard.press('End');
  await expect(grid.locator('[aria-selected="true"]')).toHaveAttribute('aria-rowindex', '1019');
});

test('narrows the cables to a selected cabinet, sorts and filters them', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  await planner.find('B03');
  const grid = page.getByRole('grid', { name: 'Cables' });
  await expect(grid).toHaveAttribute('aria-rowcount', '17');
  await page.getByRole('button', { name: 'Through B03' }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', '1019');
  await page.getByRole('textbox', { name: 'Filter Cables' }).fill('leaf-spine');
  await expect(grid).toHaveAttribute('aria-rowcount', '513');
  const required = grid.getByRole('columnheader', { name: 'Required' });
  await required.getByRole('button').click();
  await required.getByRole('button').click();
  await expect(required).toHaveAttribute('aria-sort', 'descending');
  await expect(async () => {
    const cells = await grid.getByRole('row').locator('[role="gridcell"]:nth-child(7)').allTextContents();
    const metres = cells.slice(0, 5).map((cell) => Number.parseFloat(cell));
    expect(metres).toEqual(metres.toSorted((one, other) => other - one));
    expect(metres.length).toBe(5);
  }).toPass();
});

test('goes to the search, the shortcuts and back, and resizes panes', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('A03');
  await expect(page.getByRole('option', { name: 'A03' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toHaveText('Cabinet A03');

  await planner.drawing.focus();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard and mouse' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  const handle = page.getByRole('separator', { name: 'Height of the tables' });
  const height = Number(await handle.getAttribute('aria-valuenow'));
  await handle.focus();
  await page.keyboard.press('ArrowUp');
  await expect(handle).toHaveAttribute('aria-valuenow', String(height + 16));
});

test('generates a plan from the dialog without a mouse, and shows what is wrong with its figures', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.open();
  await page.getByRole('button', { name: /^Generate a plan/ }).focus();
  await page.keyboard.press('Enter');
  const units = page.getByRole('textbox', { name: 'Scalable units' });
  await units.fill('0');
  await expect(page.getByRole('button', { name: 'Generate', exact: true })).toBeDisabled();
  await expect(page.getByRole('dialog')).toContainText('whole number');
  await units.fill('1');
  await expect(page.getByRole('region', { name: 'What will be made' })).toContainText(/Nodes\s*31/);
  await units.press('Enter');
  await expect(planner.status).toContainText('508 links on 506 cables');
});

test('the wheel is as chosen, Ctrl+Enter accepts a dialog, Esc leads from one of a group back to the group', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const scale = page.getByTitle('Scale on screen');
  const before = await scale.textContent();
  await page.getByRole('button', { name: 'Appearance', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Scrolls, with Ctrl zooms' }).click();
  await page.reload();
  await expect(planner.status).toContainText('links on');
  const { x, y } = await planner.middle();
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 100);
  await page.mouse.wheel(0, -100);
  await expect(scale).toHaveText(before ?? '');
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect(scale).not.toHaveText(before ?? '');

  await planner.pick('B04');
  await planner.drawing.focus();
  await page.keyboard.press('Control+m');
  const move = page.getByRole('dialog', { name: 'Move exactly' });
  await move.getByLabel('East, x (mm)').fill('100');
  await move.getByLabel('South, y (mm)').fill('0');
  await page.keyboard.press('Control+Enter');
  await expect(move).toHaveCount(0);
  await expect(page.getByRole('img', { name: 'Unsaved changes' })).toBeVisible();

  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+g');
  await expect(planner.inspector.getByLabel('Group name')).toHaveValue('Group 1');
  await page.mouse.click(x, y);
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toHaveText('Cabinet B04');
  await page.keyboard.press('Escape');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('8 cabinets');
  await page.keyboard.press('Escape');
  await expect(planner.inspector.getByLabel('Group name')).toHaveCount(0);
});

test('goes on from the present choice, however fast the arrow follows the opening of a list', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.drawing.focus();
  await page.keyboard.press('t');
  const kind = planner.inspector.getByRole('combobox', { name: 'Kind' });
  await kind.click();
  const names = await page.getByRole('option').allTextContents();
  await page.keyboard.press('Escape');
  const present = names.indexOf(await kind.inputValue());
  expect(present).toBeGreaterThan(0);

  // All before the page comes to its timers, as on a page that is busy.
  await kind.evaluate(async (input: HTMLElement) => {
    const drawn = () => Promise.resolve().then(() => Promise.resolve());
    input.click();
    await drawn();
    for (const key of ['ArrowUp', 'Enter']) {
      input.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }));
      await drawn();
    }
  });
  await expect(kind).toHaveValue(names[present - 1]!);
  await expect(page.getByRole('option')).toHaveCount(0);
});

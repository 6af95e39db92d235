/** The tables under the drawing: several rows at once, their menu, what is copied, columns, and the filter by key. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

const cables = (page: Page): Locator => page.getByRole('grid', { name: 'Cables' });
const taken = (page: Page): Locator => cables(page).locator('[role="row"][aria-selected="true"]');

async function menuItem(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('menuitem', { name }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}

test('takes several rows by mouse and by keys, and they are the selection', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  const rows = cables(page).locator('[data-place]');
  await rows.nth(1).click();
  await expect(taken(page)).toHaveCount(1);
  await rows.nth(4).click({ modifiers: ['Shift'] });
  await expect(taken(page)).toHaveCount(4);
  await expect(planner.status.getByRole('status')).toContainText('4 selected');
  await rows.nth(2).click({ modifiers: ['Control'] });
  await expect(planner.status.getByRole('status')).toContainText('3 selected');

  await cables(page).focus();
  await page.keyboard.press('Home');
  await expect(planner.status.getByRole('status')).toContainText('1 selected');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(planner.status.getByRole('status')).toContainText('3 selected');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Space');
  await expect(planner.status.getByRole('status')).toContainText('4 selected');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await expect(planner.status.getByRole('status')).toContainText(/1\s018 selected/u);
});

test('opens the menu of a row by the right button and by key', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  const row = cables(page).locator('[data-place]').nth(2);
  await row.locator('[data-column="tier"]').click({ button: 'right' });
  await menuItem(page, /^Only rows with “node-leaf”/);
  await expect(page.getByRole('textbox', { name: 'Filter Cables' })).toHaveValue('node-leaf');
  await expect(cables(page)).toHaveAttribute('aria-rowcount', '505');

  await cables(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cables(page)).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await menuItem(page, 'Select its cabinets');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('2 cabinets');
});

test('copies rows as other programs take them', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await cables(page).focus();
  await page.keyboard.press('Home');
  await expect(taken(page)).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowDown');
  await expect(taken(page)).toHaveCount(2);
  await page.keyboard.press('Control+c');
  await expect(planner.status.getByRole('status')).toContainText('Copied 2 rows');
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').map((line) => line.split('\t'));
  expect(lines).toHaveLength(3);
  expect(lines[0]).toEqual(['Cable', 'Tier', 'From', 'To', 'Family', 'Path', 'Required', 'Ordered']);
  expect(lines[1]?.[1]).toBe('node-leaf');
  for (const line of lines) expect(line).toHaveLength(8);
});

test('hides a column and remembers it', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await cables(page).locator('[data-place]').nth(1).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Columns' }).hover();
  await page.getByRole('menuitemcheckbox', { name: 'Family' }).click();
  await expect(cables(page).getByRole('columnheader', { name: 'Family' })).toHaveCount(0);
  await planner.openSample('eight-cabinets');
  await expect(cables(page).getByRole('columnheader', { name: 'Tier' })).toBeVisible();
  await expect(cables(page).getByRole('columnheader', { name: 'Family' })).toHaveCount(0);
});

test('goes to the filter by key, from there to the rows, and shows the tables for it', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await page.getByRole('button', { name: 'Tables', exact: true }).click();
  await expect(cables(page)).toHaveCount(0);
  await planner.drawing.focus();
  await page.keyboard.press('Control+f');
  const filter = page.getByRole('textbox', { name: 'Filter Cables' });
  await expect(filter).toBeFocused();
  await page.keyboard.type('leaf-spine');
  await expect(cables(page)).toHaveAttribute('aria-rowcount', '97');
  await page.keyboard.press('ArrowDown');
  await expect(cables(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(planner.inspector).toContainText('Surplus');
});

test('keeps picks by what they are through order, filter and edits, adds to the selection of the drawing, and copies what stands', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  const said = planner.status.getByRole('status');
  const copied = async (): Promise<string[][]> => {
    await planner.settled();
    await cables(page).focus();
    await page.keyboard.press('Control+c');
    await expect(said).toContainText(/Copied/u);
    const text = await page.evaluate(() => navigator.clipboard.readText());
    return text
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
  };
  // Ctrl adds to the cabinet that is selected in the drawing, and takes away again.
  await planner.find('C04');
  const rows = cables(page).locator('[data-place]');
  await rows.nth(0).click({ modifiers: ['Control'] });
  await rows.nth(3).click({ modifiers: ['Control'] });
  await expect(said).toContainText('3 selected');
  await rows.nth(0).click({ modifiers: ['Control'] });
  await expect(said).toContainText('2 selected');
  await rows.nth(0).click();
  await rows.nth(3).click({ modifiers: ['Control'] });
  await expect(said).toContainText('2 selected');
  const before = await copied();
  expect(before).toHaveLength(2);

  // Another order: the same cables, now in that order.
  const byName = cables(page).getByRole('columnheader', { name: 'Cable' }).getByRole('button');
  await byName.click();
  await byName.click();
  await expect(cables(page).getByRole('columnheader', { name: 'Cable' })).toHaveAttribute('aria-sort', 'descending');
  await expect(said).toContainText('2 selected');
  expect((await copied()).map(([name]) => name).toSorted()).toEqual(before.map(([name]) => name).toSorted());

  // The cabinet moves away: what is copied has the figures of now.
  await page.getByRole('searchbox').fill('C04');
  await page.getByRole('option', { name: 'C04' }).first().click();
  await rows.nth(1).click({ modifiers: ['Control'] });
  const [old] = await copied();
  const required = await planner.required();
  await planner.drawing.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => planner.required()).not.toBe(required);
  const [now] = await copied();
  expect(now?.[0]).toBe(old?.[0]);
  expect(now?.[5]).not.toBe(old?.[5]);
});

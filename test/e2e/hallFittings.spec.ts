/** What a hall has beside its walls: everything that hangs, stands or must be kept free, doors that swing, the floor and its tiles. */
import { expect, test, type Page } from '@playwright/test';
import { expectClean } from './support/axe.ts';
import { placesOf } from './support/places.ts';
import { PlannerPage } from './support/plannerPage.ts';

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('option', { name }).first().click();
}

async function choose(page: Page, planner: PlannerPage, field: string, option: string): Promise<void> {
  await planner.inspector.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function fill(planner: PlannerPage, field: string, text: string): Promise<void> {
  const box = planner.inspector.getByRole('textbox', { name: field, exact: true });
  await box.fill(text);
  await box.press('Enter');
}

async function undone(planner: PlannerPage, name: string | RegExp): Promise<void> {
  await planner.drawing.focus();
  await planner.page.keyboard.press('Control+z');
  await expect(planner.status).toContainText(name);
}

test('every kind of obstacle is dragged by mouse or set by keys, with the heights that are its own, one step each', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const at = await placesOf(planner);
  const { keyboard, mouse } = page;
  const kinds = [
    ['Column', null],
    ['Inner wall', null],
    ['Keep-out', null],
    ['Keep-clear zone', null],
    ['Equipment', null],
    ['Ramp', ['Slope', '1:12', '8.3 %']],
    ['Sprinkler', ['Kept free below', '457', /^457/]],
    ['Light', ['Underside', '2.9 m', /^2\s?900/]],
    ['Busway', ['Underside', '3100', /^3\s?100/]],
    ['Containment', ['Top', '3.2 m', /^3\s?200/]],
    ['Load zone', ['Area load', '12 kPa', /12/]],
  ] as const;
  const made: string[] = [];
  for (const [place, [kind, figure]] of kinds.entries()) {
    await planner.drawing.focus();
    await keyboard.press('b');
    await choose(page, planner, 'Kind', kind);
    await planner.drawing.focus();
    if (place % 2 === 0) {
      // On the free floor east of the rows.
      const [from, to] = [at(5700, 600 + place * 600), at(6300, 1200 + place * 600)];
      await mouse.move(from.x, from.y);
      await mouse.down();
      await mouse.move(to.x, to.y, { steps: 4 });
      await mouse.up();
    } else {
      const corner = at(6900, 600 + place * 600);
      await mouse.move(corner.x, corner.y);
      await keyboard.press('Enter');
      await keyboard.type('400 x 300');
      await keyboard.press('Enter');
    }
    const name = `${kind.replace('Inner wall', 'Wall').replace(' zone', '').replace('Load', 'Load zone')} 1`;
    await expect(planner.inspector.getByRole('heading', { level: 2 }).first()).toContainText(name);
    made.push(`Add ${name}`);
    await keyboard.press('v');
    if (figure === null) continue;
    const [field, typed, read] = figure;
    await fill(planner, field, typed);
    await expect(planner.inspector.getByRole('textbox', { name: field, exact: true })).toHaveValue(read);
    made.push(`Change ${name}`);
    if (kind === 'Busway') await expectClean(page, 'light');
  }
  for (const step of made.toReversed()) await undone(planner, `Undone: ${step}`);
});

test('a door swings to the side and as wide as is said, and its height is checked', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await command(page, 'Put in a door');
  await planner.drawing.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('PageDown');
  await page.keyboard.type('3000');
  await page.keyboard.press('Enter');
  await page.keyboard.press('v');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText(/[Dd]oor/);
  await fill(planner, 'Clear width', '2 m');
  await fill(planner, 'Clear height', '2.6 m');
  await expect(planner.inspector.getByRole('textbox', { name: 'Clear height', exact: true })).toHaveValue(/^2\s?600$/);
  await choose(page, planner, 'Leaves', 'Two leaves');
  await choose(page, planner, 'Swing', 'Out of the hall');
  await expectClean(page, 'light');
  for (let step = 0; step < 3; step += 1) await undone(planner, 'Undone: Change Door 1');
  await undone(planner, /Undone: Add door/);
});

test('the floor is raised with its loads, and its tiles are named from an origin set by a click or by number', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await page.getByRole('switch', { name: 'Lock building' }).click();
  await command(page, 'Data hall 1');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('Data hall 1');
  await choose(page, planner, 'Kind', 'Raised');
  await fill(planner, 'Point load', '450 kg');
  await fill(planner, 'Rolling load', '400 kg');
  await choose(page, planner, 'Letters', 'From north to south');
  await fill(planner, 'Origin x', '150');
  await expect(planner.inspector).toContainText('Tile A01 begins at the origin');
  await expectClean(page, 'light');
  await planner.inspector.getByRole('button', { name: 'Set it by a click' }).click();
  const origin = (await placesOf(planner))(300, 300);
  await page.mouse.move(origin.x, origin.y, { steps: 3 });
  await page.mouse.click(origin.x, origin.y);
  await page.keyboard.press('v');
  await expect(planner.inspector.getByRole('textbox', { name: 'Origin x', exact: true })).not.toHaveValue('150');
  await undone(planner, /Undone: /);
  await expect(planner.inspector.getByRole('textbox', { name: 'Origin x', exact: true })).toHaveValue('150');
});

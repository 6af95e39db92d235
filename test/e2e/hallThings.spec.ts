/** The hall's own things, pods and renumbering, by keys and by mouse; no screen of theirs has an accessibility fault. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { placesOf } from './support/places.ts';
import { PlannerPage } from './support/plannerPage.ts';

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('option', { name }).first().click();
}

test('a delivery path is drawn by mouse, and rests on the middle of a door', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const at = await placesOf(planner);
  const click = async (xMm: number, yMm: number): Promise<void> => page.mouse.click(at(xMm, yMm).x, at(xMm, yMm).y);
  await command(page, 'Draw a delivery path');
  await click(6000, 6900);
  // The goods door lies in the south wall, from x 1 200 to 3 600.
  await page.mouse.move(at(2310, 8960).x, at(2310, 8960).y, { steps: 4 });
  await expect(planner.status.getByRole('status')).toContainText('Enter ends it');
  await click(2310, 8960);
  await click(2310, 8960);
  await expect(planner.inspector.getByRole('textbox', { name: 'Path 1', exact: true })).toHaveValue('Delivery path 1');
  const corners = planner.inspector.getByRole('table', { name: 'Corners of Delivery path 1' });
  await expect(corners.getByRole('row')).toHaveCount(3);
  await expect(corners.getByLabel('x of corner 2 of')).toHaveValue(/^2\s400$/);
  await expect(corners.getByLabel('y of corner 2 of')).toHaveValue(/^9\s000$/);
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Add Delivery path 1');
});

test('a delivery path, a load zone, a pod and new names come about by keys and fields, one step each', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const { keyboard } = page;

  // A delivery path by keys alone.
  await command(page, 'Draw a delivery path');
  await planner.drawing.focus();
  for (const key of ['Enter', 'ArrowDown', 'Enter', '2', ' ', 'm', 'Enter', 'Enter']) await keyboard.press(key);
  const height = planner.inspector.getByLabel('Way height');
  await expect(planner.inspector.getByRole('textbox', { name: 'Path 1', exact: true })).toHaveValue('Delivery path 1');
  await height.fill('3 m');
  await height.press('Enter');
  await expect(height).toHaveValue(/3/);
  const corner = planner.inspector.getByLabel('y of corner 2 of Delivery path 1');
  await corner.fill('7 m');
  await corner.press('Enter');
  await expect(corner).toHaveValue(/^7\s?000$/);
  await planner.inspector.getByRole('combobox', { name: 'Letters' }).click();
  await page.getByRole('option', { name: 'From north to south' }).click();
  await expect(planner.inspector).toContainText('Tile A01 begins at the origin');

  // A load zone by keys, with its figure.
  await planner.drawing.focus();
  await keyboard.press('b');
  await planner.inspector.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Load zone' }).click();
  await planner.drawing.focus();
  await keyboard.press('Enter');
  await keyboard.type('3000 x 3000');
  await keyboard.press('Enter');
  await keyboard.press('v');
  await expect(planner.inspector.getByLabel('Area load')).toBeVisible();
  await planner.inspector.getByLabel('Area load').fill('12 kPa');
  await planner.inspector.getByLabel('Area load').press('Enter');

  // A pod of one cabinet, placed by keys.
  await planner.find('A03');
  await command(page, 'Save the selection as a pod');
  await page.getByRole('button', { name: 'Pods', exact: true }).click();
  await page.getByRole('button', { name: 'Pod 1', exact: true }).click();
  await planner.drawing.focus();
  await keyboard.press('Enter');
  await keyboard.press('r');
  await keyboard.press('Enter');
  await expect(planner.drawing).toContainText('9 cabinets');
  await keyboard.press('Escape');

  // Renumbering tells what would change, and what cannot.
  await planner.drawing.focus();
  await keyboard.press('Control+a');
  await command(page, 'Renumber cabinets…');
  const dialog = page.getByRole('dialog', { name: 'Renumber cabinets' });
  await dialog.getByLabel('Pattern').fill('X');
  await expect(dialog.getByRole('status')).toContainText('cannot become "X"');
  await expect(dialog.getByRole('button', { name: 'Renumber' })).toBeDisabled();
  await dialog.getByLabel('Pattern').fill('R{nn}');
  await expect(dialog.getByRole('status')).toHaveText('Renames 9 cabinets of 9');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await planner.drawing.focus();
  await keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Renumber 9 cabinets');
  await keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Place pod Pod 1');
});

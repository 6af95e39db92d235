/** Half widths, blanking, cloning, ranges of ports, and cables on the drawing: by keyboard as by mouse, each one step. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

function device(page: Page, name: string): Locator {
  return page.getByRole('application', { name: 'Elevation' }).getByRole('button', { name: new RegExp(`^${name},`) });
}

async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(command);
  await expect(page.getByRole('option', { name: command }).first()).toBeVisible();
  await page.keyboard.press('Enter');
}

const SWITCH = 'Management switch 1U, half width, 16 ports';

test('mounts two of half the width in one unit and PDUs beside the rails, closes what is free, and clones all of it by its name', async ({
  page,
}) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.drawing.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('e');
  const catalog = page.getByRole('navigation', { name: 'What can be mounted' });
  await catalog.getByRole('button', { name: new RegExp(`^${SWITCH}`) }).click();
  await expect(planner.inspector.getByRole('combobox', { name: 'Hand' })).toHaveValue('Left');
  await catalog.getByRole('button', { name: new RegExp(`^${SWITCH}`) }).click();
  await expect(planner.inspector.getByRole('combobox', { name: 'Hand' })).toHaveValue('Right');
  const unit = await planner.inspector.getByLabel('Lowest unit').inputValue();
  await expect(device(page, 'switch1')).toHaveAccessibleName(new RegExp(`U${unit}, 1U, front left`));
  await expect(device(page, 'switch2')).toHaveAccessibleName(new RegExp(`U${unit}, 1U, front right`));
  await catalog.getByRole('button', { name: /^Rack PDU, vertical/ }).click();
  await expect(device(page, 'Rack PDU 1')).toHaveAccessibleName(/0U, rear left/);

  await run(page, 'Close free units with blanking panels');
  await expect(planner.status).toContainText('on the front of 1 cabinet');
  await expect(device(page, 'Blank 1')).toBeVisible();

  await page.keyboard.press('Shift+N');
  const clone = page.getByRole('dialog', { name: 'Clone cabinets' });
  await expect(clone.getByRole('status')).toContainText('devices');
  await clone.getByLabel('Names').fill('Spare {nn}');
  await expect(clone.getByRole('status')).toContainText('Makes Spare 01 with');
  expect((await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(clone).toBeHidden();
  await expect(page.getByRole('list', { name: 'Cabinets shown' })).toContainText('Spare 01');
  await expect(device(page, 'switch3')).toBeAttached();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Clone');
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Close free units with');
  await expect(device(page, 'Blank 1')).toBeHidden();
});

test('connects ranges of ports by text, names what is in the way, and draws all of it in one step', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.drawing.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('e');
  const catalog = page.getByRole('navigation', { name: 'What can be mounted' });
  for (let i = 0; i < 2; i++) await catalog.getByRole('button', { name: new RegExp(`^${SWITCH}`) }).click();
  await expect(device(page, 'switch2')).toBeVisible();
  await planner.settled();

  await page.keyboard.press('Shift+M');
  const dialog = page.getByRole('dialog', { name: 'Connect ranges of ports' });
  // What is typed may name a device: it is offered with its free ports, taken by keys, and its ports are typed behind it.
  const endA = dialog.getByRole('combobox', { name: 'End A' });
  await endA.fill('');
  await endA.pressSequentially('SWITCH');
  const offered = page.getByRole('listbox', { name: 'End A' }).getByRole('option');
  await expect(offered).toHaveCount(2);
  await expect(offered.first()).toContainText(/^A01\/switch1.*16 of 16 ports free$/);
  expect((await new AxeBuilder({ page }).include('[role="dialog"]').include('[role="listbox"]').analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(offered).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await endA.fill('switch');
  await expect(offered).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(endA).toHaveAttribute('aria-activedescendant', (await offered.first().getAttribute('id')) ?? 'none');
  await page.keyboard.press('Enter');
  await expect(endA).toHaveValue('A01/switch1 ');
  await page.keyboard.type('1-8');
  await expect(offered).toHaveCount(0);
  await dialog.getByLabel('End B').fill('switch2 1-7');
  await expect(dialog.getByRole('status')).toContainText('End B has too few ports: 7 for 8');
  await expect(dialog.getByRole('button', { name: 'Connect', exact: true })).toBeDisabled();
  await dialog.getByLabel('End B').fill('switch2 nothing');
  await expect(dialog.getByText('has no ports “nothing”')).toBeVisible();
  await dialog.getByLabel('End B').fill('switch2 1-8');
  await dialog.getByText('Reversed', { exact: true }).click();
  await expect(dialog.getByRole('region', { name: 'Pairs' }).getByRole('row').nth(1)).toContainText(/1 .*· 8✓ fits/);
  expect((await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(planner.status).toContainText(/8 pairs of ports connected with Cat/);

  // The same ports again: every pair says where its port leads.
  await page.keyboard.press('Shift+M');
  await dialog.getByLabel('End A').fill('switch1 1-2');
  await dialog.getByLabel('End B').fill('switch2 9-10');
  await expect(dialog.getByRole('region', { name: 'Pairs' })).toContainText('it is in use');
  await endA.fill('switch1');
  await expect(offered).toContainText(['8 of 16 ports free']);
  await endA.fill('switch1 1-2');
  await expect(dialog.getByRole('status')).toContainText('2 of 2 pairs cannot be joined');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Connect 8 pairs of ports');
});

test('draws cables by segment, loom and cable, lists the longest, and what goes through a place', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  await planner.settled();
  // What a person sees of the cables beside A05, where many run: the four pictures are four.
  await planner.pick('A05');
  await page.keyboard.press('Escape');
  const { x, y } = await planner.middle();
  const picture = async (): Promise<string> => {
    await page.mouse.move(5, 5);
    return (await page.screenshot({ clip: { x: x - 250, y: y - 150, width: 500, height: 300 } })).toString('base64');
  };
  const view = page.getByRole('combobox', { name: 'Cables', exact: true });
  const seen = new Map([['tier', await picture()]]);
  for (const name of ['segment', 'loom', 'cable']) {
    await run(page, `Draw cables by ${name}`);
    await expect(view).toHaveValue(`By ${name}`);
    // Drawn once the engine has gathered what the picture is of.
    await expect.poll(async () => [...seen.values()].includes(await picture()), name).toBe(false);
    seen.set(name, await picture());
  }
  await run(page, 'Draw cables by tier');
  await expect.poll(async () => (await picture()) === seen.get('tier')).toBe(true);

  await run(page, 'The longest cables…');
  const dialog = page.getByRole('dialog', { name: 'The longest cables' });
  await dialog.getByLabel('How many').fill('12');
  await page.keyboard.press('Enter');
  const tables = page.getByRole('region', { name: 'Tables' });
  await expect(tables.getByRole('button', { name: '12 longest cables' })).toBeVisible();
  await expect(tables.getByRole('status')).toContainText('12 of');
  await expect(tables.getByRole('columnheader', { name: 'Required' })).toHaveAttribute('aria-sort', 'descending');
  await expect(planner.inspector).toContainText('12 cables');
  await tables.getByRole('button', { name: '12 longest cables' }).click();
  await expect(tables.getByRole('button', { name: '12 longest cables' })).toBeHidden();

  await planner.pick('Tray A-1');
  await page.keyboard.press('Shift+Q');
  await expect(tables.getByRole('button', { name: 'Through Tray A-1' })).toBeVisible();
  await planner.pick('A05');
  const fold = planner.inspector.getByRole('button', { name: 'Openings and managers', exact: true });
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  await planner.inspector.getByRole('button', { name: /^List what goes through the rear top opening/ }).click();
  await expect(tables.getByRole('button', { name: 'A05, rear top opening' })).toBeVisible();
  expect((await new AxeBuilder({ page }).include('aside, section').analyze()).violations).toEqual([]);
});

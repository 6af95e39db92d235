/** Devices and ports in the elevation, and connecting by hand: by mouse, and by keyboard alone. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

async function expectClean(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => ({ id, at: nodes.slice(0, 5).map((node) => node.target.join(' ')) })),
    screen,
  ).toEqual([]);
}

/** A row of names beside the cabinet. */
function device(page: Page, name: string): Locator {
  return page.getByRole('application', { name: 'Elevation' }).getByRole('button', { name: new RegExp(`^${name},`) });
}

async function openElevation(page: Page, name: string): Promise<PlannerPage> {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  await planner.find(name);
  await page.getByRole('tab', { name: 'Elevation' }).click();
  await expect(device(page, name)).toBeVisible();
  return planner;
}

test('drags a device to other units, takes it back, and refuses units that are taken', async ({ page }) => {
  const planner = await openElevation(page, 'su1-leaf1');
  const box = await device(page, 'su1-leaf1').boundingBox();
  const other = await device(page, 'su1-leaf2').boundingBox();
  if (box === null || other === null) throw new Error('the devices are not on the page');
  const [x, y] = [box.x + 30, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 30, { steps: 4 });
  await page.mouse.move(x, other.y + other.height / 2, { steps: 4 });
  await expect(page.getByRole('status', { name: 'Pointed at' })).toContainText('is taken by su1-leaf2');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(device(page, 'su1-leaf1')).toHaveAccessibleName(/U48/);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + (other.y - box.y) * 5, { steps: 6 });
  await page.mouse.up();
  await expect(device(page, 'su1-leaf1')).toHaveAccessibleName(/U38/);
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Move su1-leaf1');
  await expect(device(page, 'su1-leaf1')).toHaveAccessibleName(/U48/);
});

test('mounts from the catalog by a click and by a drag, and leads from a used port to its cable', async ({ page }) => {
  const planner = await openElevation(page, 'su1-leaf1');
  const type = page.getByRole('navigation', { name: 'What can be mounted' }).getByRole('button', { name: /^SN2201/ });
  await type.click();
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('SN2201 1');
  await expect(planner.inspector.getByLabel('Lowest unit')).toHaveValue('1');
  const drawing = page.getByRole('application', { name: 'Elevation' });
  await type.dragTo(drawing, { targetPosition: { x: 80, y: 300 } });
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('SN2201 2');
  const row = planner.inspector.getByRole('group', { name: 'Ports' }).getByRole('row');
  await expect(row.first()).toBeVisible();
  await device(page, 'su1-leaf1').focus();
  await planner.inspector.getByRole('group', { name: 'Ports' }).getByRole('button').first().click();
  await expect(planner.inspector.getByRole('region', { name: 'Length' })).toContainText('Required');
  // The cabinet stays in view while its cable is selected.
  await expect(device(page, 'su1-leaf1')).toBeVisible();
});

test('moves, mounts and connects by keyboard alone, then takes the link away', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('su1-node02');
  await expect(page.getByRole('option', { name: 'su1-node02' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('su1-node02');
  await page.keyboard.press('e');
  await expect(device(page, 'su1-node02')).toHaveAccessibleName(/U19/);
  await device(page, 'su1-node02').focus();
  await page.keyboard.press('ArrowUp');
  await expect(device(page, 'su1-node02')).toHaveAccessibleName(/U20/);
  await page.keyboard.press('Control+z');

  await device(page, 'su1-node02').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('status', { name: 'Pointed at' })).toContainText('free');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: 'Pointed at' })).toContainText('choose the other port');
  await device(page, 'su1-node01').focus();
  await expect(page.getByRole('status', { name: 'Pointed at' })).toContainText('fits');
  await page.keyboard.press('Enter');
  await expect(planner.inspector.getByRole('region', { name: 'Drawn by hand' })).toBeVisible();
  await expect(planner.inspector.getByRole('region', { name: 'Length' })).toContainText('Ordered');
  await expect(planner.status).toContainText('1 021 links');
  await page.getByRole('application', { name: 'Elevation' }).focus();
  await page.keyboard.press('Delete');
  await expect(planner.status).toContainText('1 020 links');
});

test('connects by the dialog: first ports that fit, parts to choose, one undo step', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  await page.keyboard.press('Shift+C');
  const dialog = page.getByRole('dialog', { name: 'Connect ports' });
  for (const [end, name] of [
    ['End A', 'su1-node01'],
    ['End B', 'su1-node02'],
  ] as const) {
    await dialog.getByRole('combobox', { name: `${end}, device` }).fill(name);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
  await expect(dialog.getByRole('combobox', { name: 'End A, port' })).not.toHaveValue('');
  await expect(dialog.getByRole('combobox', { name: 'End B, port' })).not.toHaveValue('');
  await expect(dialog.getByRole('status')).toContainText('Makes one cable');
  await dialog.getByRole('button', { name: 'Connect' }).press('Enter');
  await expect(planner.inspector.getByRole('region', { name: 'Drawn by hand' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Connect two ports');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('has no serious finding of axe', async ({ page }) => {
      const planner = await openElevation(page, 'su1-leaf1');
      await expectClean(page, 'elevation');
      await device(page, 'su1-leaf1').focus();
      await expect(planner.inspector.getByRole('group', { name: 'Ports' })).toBeVisible();
      await expectClean(page, 'device');
      await page.keyboard.press('Shift+C');
      await expect(page.getByRole('dialog', { name: 'Connect ports' })).toBeVisible();
      await expectClean(page, 'connect ports');
    });
  });
}

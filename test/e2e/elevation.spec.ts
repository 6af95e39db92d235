/** Devices and ports in the elevation, and connecting by hand: by mouse, and by keyboard alone. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { plainText, PlannerPage } from './support/plannerPage.ts';

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
  // How full its managers are stands beside the rails, once their size is known.
  await planner.inspector.getByText('Select cabinet A05').click();
  await planner.inspector.getByRole('button', { name: /^Openings and managers/ }).click();
  const size = planner.inspector.getByLabel('Manager size');
  await size.fill('');
  await size.press('Enter');
  const figures = page.locator('[data-managers] text');
  await expect(figures.first()).toHaveText('?');
  await size.fill('20 x 50');
  await size.press('Enter');
  await expect(figures.first()).toHaveText(/^\d+ %$/);
  await expect(planner.inspector).toContainText(await plainText(figures.first()));
  await device(page, 'su1-leaf1').focus();
  await planner.inspector.getByRole('group', { name: 'Ports' }).getByRole('button').first().click();
  await expect(planner.inspector.getByRole('region', { name: 'Length' })).toContainText('Required');
  // The cabinet stays in view while its cable is selected.
  await expect(device(page, 'su1-leaf1')).toBeVisible();
});

test('halves of a unit take devices by drag, and ports marked with Shift lead to ranges', async ({ page }) => {
  await openElevation(page, 'su1-leaf1');
  const half = page.getByRole('navigation', { name: 'What can be mounted' }).getByRole('button', { name: /half width, 16 ports/ });
  await half.click();
  await half.click();
  const [first, second] = [1, 2].map((number) => page.getByRole('button', { name: new RegExp(`^switch${number},`) })) as [Locator, Locator];
  await expect(second).toHaveAccessibleName(/U1, 1U, front right/);
  // Middle of a half on the front, which is as high as the name beside it.
  const drawing = page.getByRole('application', { name: 'Elevation' });
  const placeOf = async (name: Locator, side: -1 | 1): Promise<readonly [number, number]> => {
    await name.scrollIntoViewIfNeeded();
    const [front, row, rear] = await Promise.all(
      [drawing.getByText('Front', { exact: true }), name, drawing.getByText('Rear', { exact: true })].map((one) => one.boundingBox()),
    );
    if (!front || !row || !rear) throw new Error('the cabinet is not on the page');
    // From face to face lie a face, numbers and names; 482.6 of 700 mm are between the rails.
    const faceWidth = rear.x + rear.width / 2 - (front.x + front.width / 2) - 148;
    return [front.x + front.width / 2 + (side * faceWidth * 482.6) / 700 / 4, row.y + row.height / 2];
  };
  const [leftX, y] = await placeOf(first, -1);
  const [rightX] = await placeOf(second, 1);
  await page.mouse.move(leftX, y);
  await page.mouse.down();
  await page.mouse.move(rightX, y - 30, { steps: 3 });
  await page.mouse.move(rightX, y - 100, { steps: 4 });
  await page.mouse.up();
  await expect(first).toHaveAccessibleName(/U1\d, 1U, front right/);
  await page.keyboard.press('Control+z');
  await expect(first).toHaveAccessibleName(/U1, 1U, front left/);

  for (let step = 0; step < 6; step++) await page.getByRole('button', { name: 'Zoom in' }).click();
  const pointed = page.getByRole('status', { name: 'Pointed at' });
  for (const [name, side] of [
    [first, -1],
    [second, 1],
  ] as const) {
    const [x, portsY] = await placeOf(name, side);
    await page.keyboard.down('Shift');
    // In the upper of two rows.
    await page.mouse.move(x - 20, portsY - 6);
    await page.mouse.down();
    await page.mouse.move(x + 20, portsY - 6, { steps: 4 });
    await expect(pointed).toContainText(/\(\d+\)/);
    await page.mouse.up();
    await page.keyboard.up('Shift');
  }
  await expect(page.getByRole('dialog', { name: 'Connect ranges of ports' })).toBeVisible();
});

test('names the cable that a click connected with, and leaves the view where it is', async ({ page }) => {
  const planner = await openElevation(page, 'su1-leaf1');
  const half = page.getByRole('navigation', { name: 'What can be mounted' }).getByRole('button', { name: /half width, 16 ports/ });
  await half.click();
  await half.click();
  const drawing = page.getByRole('application', { name: 'Elevation' });
  await page.getByRole('radiogroup', { name: 'Sides shown' }).getByText('Front', { exact: true }).click();
  for (let step = 0; step < 12; step++) await page.getByRole('button', { name: 'Zoom in' }).click();
  await device(page, 'switch1').scrollIntoViewIfNeeded();
  // The cabinet is wider than the view, and its left side lies out of it.
  await drawing.evaluate((frame) => frame.scrollTo({ left: 200, top: frame.scrollHeight }));
  const scrolled = () => drawing.evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
  const before = await scrolled();
  expect(before[0]).toBe(200);

  const pointed = page.getByRole('status', { name: 'Pointed at' });
  const row = await device(page, 'switch1').boundingBox();
  const box = await drawing.boundingBox();
  if (row === null || box === null) throw new Error('the switch is not on the page');
  const pick = async (name: string): Promise<void> => {
    const y = row.y + row.height / 2 - 8;
    for (let x = box.x + 10; x < box.x + box.width - 10; x += 6) {
      await page.mouse.move(x, y);
      if ((await plainText(pointed)).includes(`${name} ·`)) break;
    }
    await page.mouse.down();
    await page.mouse.up();
  };
  await pick('switch1');
  await expect(pointed).toContainText('choose the other port');
  await pick('switch2');
  await expect(planner.status).toContainText(/Connected A05 · switch1 · \S+ to A05 · switch2 · \S+ with Cat/);
  await expect(planner.inspector.getByRole('region', { name: 'Drawn by hand' })).toBeVisible();
  expect(await scrolled()).toEqual(before);
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

  // Out of the catalog onto the lowest free unit, and away again.
  const type = page.getByRole('navigation', { name: 'What can be mounted' }).getByRole('button', { name: /^SN2201/ });
  await type.focus();
  await page.keyboard.press('Enter');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('SN2201 1');
  await expect(device(page, 'SN2201 1')).toHaveAccessibleName(/U1, 1U, front/);
  await page.getByRole('application', { name: 'Elevation' }).focus();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Mount SN2201 1');
  await expect(device(page, 'SN2201 1')).toHaveCount(0);

  await device(page, 'su1-node02').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('status', { name: 'Pointed at' })).toContainText('free');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: 'Pointed at' })).toContainText('choose the other port');
  await device(page, 'su1-node01').focus();
  await expect(page.getByRole('status', { name: 'Pointed at' })).toContainText('fits');
  // The line is green to a port that fits, and red to one that is taken.
  const line = (tone: 'fits' | 'refused') => page.getByRole('application', { name: 'Elevation' }).locator(`g[data-tone="${tone}"] path`);
  const strokeOf = (tone: 'fits' | 'refused') => line(tone).evaluate((path) => getComputedStyle(path).stroke);
  await expect(line('fits')).toHaveCount(1);
  const green = await strokeOf('fits');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('status', { name: 'Pointed at' })).toContainText('✕');
  await expect(line('refused')).toHaveCount(1);
  expect(await strokeOf('refused')).not.toBe(green);
  await page.keyboard.press('ArrowRight');
  await expect(line('fits')).toHaveCount(1);
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
    // The list is there, and holds what was typed for alone: a key before that would choose nothing.
    await expect(page.getByRole('option', { name })).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
  await expect(dialog.getByRole('combobox', { name: 'End A, port' })).not.toHaveValue('');
  await expect(dialog.getByRole('combobox', { name: 'End B, port' })).not.toHaveValue('');
  await expect(dialog.getByRole('status')).toContainText('Makes one cable');
  const figure = (name: string) => dialog.locator('dl > div').filter({ hasText: name });
  await expect(figure('Required')).toHaveText(/\d\.\d\d m$/);
  await expect(figure('Ordered')).toHaveText(/\d\s?m$/);
  const [required, sku] = [await plainText(figure('Required').locator('dd')), await plainText(figure('SKU').locator('dd'))];
  await page.keyboard.press('Control+Enter');
  await expect(planner.inspector.getByRole('region', { name: 'Drawn by hand' })).toBeVisible();
  // The cable that was made is the one that was shown.
  await expect(planner.status).toContainText(/Connected \S+ · su1-node01 · \S+ to \S+ · su1-node02 · \S+ with /);
  await expect(planner.inspector.getByRole('region', { name: 'Length' })).toContainText(required);
  await expect(planner.inspector.getByRole('region', { name: 'What is ordered' })).toContainText(sku);
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Connect two ports');
});

test('fits as many cabinets as can be read and says so, shows what a search finds, and leads to its fields', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  await planner.drawing.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('e');
  const count = page.getByText(/cabinets in view$/);
  const inView = async () => Number((await plainText(count)).split(' ')[0]);
  const before = await inView();
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  await expect.poll(inView).toBeGreaterThan(before);
  await page.getByRole('searchbox').fill('su1-leaf1');
  await page.getByRole('option', { name: 'su1-leaf1' }).first().click();
  await page.getByText('Front', { exact: true }).first().click();
  for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(device(page, 'su1-leaf1')).toBeInViewport();

  await device(page, 'su1-leaf1').dblclick();
  await expect(planner.inspector.locator('input:focus')).toHaveCount(1);
});

/** Looms: from the table to the canvas, decided by hand and taken back; a pathway cut by loom; a fabric grown by a unit. By mouse and keyboard. */
import { expect, test } from '@playwright/test';
import { bytesOf, PlannerPage } from './support/plannerPage.ts';
import { command, table } from './support/sceneSteps.ts';

test('a loom is found, named, pulled from its other end, split, and bound by the rules again', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  const cables = await planner.status.getByTestId('required').textContent();
  await table(planner, 'Looms');
  const grid = page.getByRole('grid', { name: 'Looms' });
  await expect(grid).toContainText('A01-A05-1');
  await page.getByRole('textbox', { name: 'Filter Looms' }).fill('A01-A06-1');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  const { inspector } = planner;
  await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('Loom A01-A06-1');
  await expect(inspector.getByRole('region', { name: 'Pull' })).toContainText('they are staged together');
  await expect(inspector.getByRole('region', { name: 'Length' })).toContainText('Trunk, with slack and tolerance');

  await inspector.getByLabel('Name').fill('Red');
  await page.keyboard.press('Enter');
  await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('Loom Red');
  await inspector.getByRole('combobox', { name: 'Pull from' }).click();
  await page.getByRole('option', { name: 'A01' }).click();
  await expect(inspector.getByRole('region', { name: 'Pull' })).toContainText('set by hand');
  const legs = inspector.getByRole('region', { name: 'Legs' }).getByRole('button', { name: /^\d/ });
  await expect(legs).toHaveCount(4);
  await inspector.getByRole('button', { name: 'Split in two' }).click();
  await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('2 looms');
  await inspector.getByRole('button', { name: 'Put together' }).click();
  await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('Loom A01-A06-1');
  await inspector.getByRole('button', { name: 'Bind by the rules' }).click();
  await expect(inspector.getByRole('button', { name: 'Bind by the rules' })).toHaveCount(0);
  for (const undone of ['Bind by the rules again', 'Bind 4 cables', 'Split a loom into 2', 'Change a loom', 'Bind 4 cables']) {
    await planner.drawing.focus();
    await page.keyboard.press('Control+z');
    await expect(planner.status).toContainText(`Undone: ${undone}`);
  }
  await planner.settled();
  expect(await planner.status.getByTestId('required').textContent()).toBe(cables);

  await page.getByRole('button', { name: 'Rules…' }).click();
  const rules = page.getByRole('dialog', { name: 'How cables are bound' });
  await expect(rules.getByRole('region', { name: 'Bundle types' })).toContainText(/\d+ looms in \d+ types of bundle/);
  await rules.getByLabel('Most cables in a loom').fill('many');
  await expect(rules.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await rules.getByLabel('Most cables in a loom').fill('3');
  await rules.getByRole('combobox', { name: 'Cables of leaf-spine' }).click();
  await page.getByRole('option', { name: 'Each cable pulled alone' }).click();
  await rules.getByRole('button', { name: 'Apply' }).click();
  await expect(rules).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Filter Looms' }).fill('A01-A06');
  await expect(grid.getByRole('row')).toHaveCount(3);
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(grid.getByRole('row')).toHaveCount(2);

  const sheet = await planner.export('Loom build sheet', 'CSV');
  expect((await bytesOf(sheet)).toString('utf8')).toContain('A01-A05-1,1,compute/node-leaf/su1.node02:1–su1.leaf1:2');
});

test('a tray is cut where it is clicked, its looms lead to their cables and back', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  await planner.find('Tray A-2');
  const section = planner.inspector.getByRole('region', { name: 'Section by loom' });
  const drawing = section.getByRole('img');
  await expect(drawing).toHaveAccessibleName(/^Section, \d+ cables in \d+ groups$/);
  await expect(section).toContainText('Where most cables lie');
  const most = Number(/\d+/.exec((await drawing.getAttribute('aria-label')) ?? '')?.[0]);
  // The figure of the segment itself says as many.
  await expect(planner.inspector.getByRole('region', { name: 'Fill, at the fullest place' })).toContainText(String(most));
  await section.getByLabel('Cut at').fill('0');
  await page.keyboard.press('Enter');
  await expect(section).toContainText('Where it was cut');

  const [first] = await section.getByRole('list', { name: 'Looms in the section' }).getByRole('button').all();
  await first?.focus();
  await expect(drawing.locator('path[data-dim="true"]').first()).toBeAttached();
  const name = (await first?.locator('span').nth(1).textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toHaveText(`Loom ${name}`);
  await planner.inspector.getByRole('button', { name: /^Tray A-2/ }).click();
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toHaveText('Tray A-2');
  await expect(drawing.locator('path[data-dim="true"]').first()).toBeAttached();
  await drawing.scrollIntoViewIfNeeded();
  const rim = await drawing
    .locator('path[data-dim]')
    .first()
    .evaluate((path: SVGPathElement) => {
      const start = path.getPointAtLength(0);
      const { x, y } = new DOMPoint(start.x, start.y).matrixTransform(path.getScreenCTM() ?? undefined);
      return { x, y };
    });
  await page.mouse.click(rim.x, rim.y);
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toHaveText('Cable');
});

test('a fabric grows by a unit as one step, with its moves told before', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  await command(planner, 'Grow by scalable units…');
  const dialog = page.getByRole('dialog', { name: 'Grow by scalable units' });
  await expect(dialog.getByLabel('Scalable units in all, now 2')).toHaveValue('3');
  const steps = dialog.getByRole('region', { name: 'Steps' });
  await expect(dialog).toContainText('Links moved256');
  await expect(steps.getByRole('row', { name: /Drain, move/ })).toHaveCount(2);
  const count = (await steps.getByRole('row').count()) - 1;
  await expect(dialog.getByRole('status')).toHaveText(`Worked out: ${count} steps`);
  // No text of the table is cut.
  const cut = steps.locator('td, th').evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
  expect(await cut).toBe(0);
  await dialog.getByLabel('Links of a device that stay up (%)').fill('50');
  await expect(steps.getByRole('row', { name: /Drain, move/ })).toHaveCount(1);
  await dialog.getByLabel('Scalable units in all, now 2').fill('2');
  await expect(dialog.getByRole('status')).toContainText('has 2 scalable units already');
  await expect(dialog.getByRole('button', { name: 'Grow the plan' })).toBeDisabled();
  await dialog.getByLabel('Scalable units in all, now 2').fill('3');
  await expect(dialog.getByRole('button', { name: 'Grow the plan' })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(planner.status).toContainText('512 links added, 256 moved, 208 cables reused');
  await planner.settled();
  await expect(page.getByRole('tab', { name: /^Cables/ })).toContainText('1 530');
  const legend = page.getByRole('region', { name: 'What growing changed' });
  await expect(legend).toContainText('512 new cables, 20 new cabinets');
  await expect(legend).toContainText('256 moved cables');
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(legend).toHaveCount(0);
  await expect(planner.status).toContainText('Undone: Grow Compute fabric to 3 units');
  await planner.settled();
  await expect(page.getByRole('tab', { name: /^Cables/ })).toContainText('1 018');
});

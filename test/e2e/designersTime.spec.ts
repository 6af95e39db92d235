/**
 * The designer's time: from an empty plan and an architect's drawing to the sample hall, its walls, columns and doors traced, its rows
 * and trays drawn, its fabric mounted, its sheets on screen; by mouse and keyboard alone, each action counted.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parsePlan } from '../../shared/plan/parsePlan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { drawnSample, withWallColumns } from '../support/drawnSample.ts';
import { cablesOf, differences } from '../support/samePlans.ts';
import { CountedHands } from './support/countedHands.ts';
import { bytesOf, PlannerPage } from './support/plannerPage.ts';

const MOST_ACTIONS = 60;

function planOf(bytes: Uint8Array): Plan {
  const parsed = parsePlan(bytes);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

test('the sample hall is drawn from an empty plan in at most sixty actions', async ({ page }) => {
  const sample = planOf(readFileSync(new URL('../../assets/samples/one-megawatt-hall.raceway', import.meta.url)));
  const wanted = withWallColumns(sample);
  const planner = new PlannerPage(page);
  const { inspector } = planner;
  const hands = new CountedHands(planner);
  page.setDefaultTimeout(8000);
  await planner.open();

  // The drawing, and its scale by two distances that are written in it.
  const chooser = page.waitForEvent('filechooser');
  await hands.command('Add drawing');
  await (await chooser).setFiles({ name: 'ground floor.dxf', mimeType: 'image/vnd.dxf', buffer: Buffer.from(drawnSample(sample)) });
  hands.done.push('choose the file');
  await expect(planner.status).toContainText('Click two ends');
  await hands.look();
  // The file is read as if a centimetre were a millimetre: a tenth of the hall.
  const tenth = (xMm: number, yMm: number) => ({ xMm: (xMm + 250) / 10, yMm: (yMm + 1250) / 10 });
  await hands.clickAt('the north-west corner', tenth(0, 0));
  await hands.clickAt('the north-east corner', tenth(15_600, 0));
  await expect(page.getByRole('dialog')).toContainText('Is that right?');
  await expect(page.getByRole('dialog').getByLabel(/^True distance/)).toBeFocused();
  await hands.type('15600 mm', '15600', '<Enter>');
  await expect(page.getByRole('button', { name: 'Pick a second distance' })).toBeFocused();
  await hands.type('on to the second distance', '<Enter>');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await hands.look();
  const whole = (xMm: number, yMm: number) => ({ xMm: xMm + 250, yMm: yMm + 1250 });
  await hands.clickAt('the north-west corner', whole(0, 0));
  await hands.clickAt('the south-west corner', whole(0, 15_600));
  await expect(page.getByRole('dialog').getByLabel(/^True distance/)).toBeFocused();
  await hands.type('15600 mm', '15600', '<Enter>');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // Walls, columns, cooling units, the unpacking area and doors, each from its layer.
  await hands.type('U', '<u>');
  for (const [layer, outcome] of [
    ['A-WALL', 'hall of 4 walls'],
    ['S-COLS', '16 columns'],
    ['M-EQPM', '8 pieces of equipment'],
    ['A-KEEP-CLEAR', '1 keep-out'],
    ['A-DOOR', '2 doors'],
  ] as const) {
    await hands.click(layer, inspector.getByRole('button', { name: layer }));
    await expect(inspector.getByRole('status').first()).toContainText(outcome);
    await hands.click('Trace', inspector.getByRole('button', { name: 'Trace', exact: true }));
    await expect(planner.status).toContainText(`Traced: ${outcome}`);
  }

  // Rows of cabinets from the outlines that the drawing has of them; the last one is set two tiles too far and moved by hand.
  await hands.type('N', '<n>');
  await hands.click('Model', inspector.getByRole('combobox', { name: 'Model' }));
  await hands.type('the model', '<Control+a>', 'generic 700', '<ArrowDown>', '<Enter>');
  await expect(inspector.getByRole('combobox', { name: 'Model' })).toHaveValue(/700 × 1200, 52U/);
  await hands.look();
  await hands.drag('row A', { xMm: 4300, yMm: 1800 }, { xMm: 11_300, yMm: 1800 });
  // Fronts face as in the row before, until they are turned.
  await hands.drag('row B', { xMm: 4300, yMm: 4800 }, { xMm: 11_300, yMm: 4800 }, 'r');
  await hands.drag('row C', { xMm: 4300, yMm: 8400 }, { xMm: 11_300, yMm: 8400 }, 'r');
  await hands.drag('row D', { xMm: 4300, yMm: 12_600 }, { xMm: 11_300, yMm: 12_600 }, 'r');
  await hands.type('two tiles north', '<Shift+ArrowUp>', '<Shift+ArrowUp>');

  // Trays over the rows, the last one laid along the row's edge and moved by hand; two ladders across them.
  await hands.type('T', '<t>');
  await hands.click('Elevation', inspector.getByRole('textbox', { name: 'Elevation' }));
  await hands.type('2750 mm', '<Control+a>', '2750', '<Enter>');
  for (const [row, yMm] of [
    ['A', 2100],
    ['B', 5700],
    ['C', 8700],
    ['D', 12_600],
  ] as const) {
    await hands.drag(`tray ${row}`, { xMm: 4300, yMm }, { xMm: 11_300, yMm });
    await hands.type('Enter', '<Enter>');
  }
  await hands.type('300 mm north', ...Array.from({ length: 6 }, () => '<ArrowUp>'));
  await hands.click('Kind', inspector.getByRole('combobox', { name: 'Kind' }));
  await hands.type(
    'ladder, 3050 mm, without drops',
    '<ArrowUp>',
    '<Enter>',
    '<Tab>',
    '<Tab>',
    '<Tab>',
    '<Control+a>',
    '3050',
    '<Tab>',
    '<Space>',
  );
  for (const xMm of [7100, 8500]) {
    for (const yMm of [2100, 5700, 8700, 12_300]) await hands.clickAt('a tray', { xMm, yMm });
    await hands.type('Enter', '<Enter>');
  }

  // The fabric into all cabinets, the sheets, and the file.
  await hands.type('all cabinets', '<v>', '<Escape>', '<Control+a>');
  await hands.command('Fill cabinets');
  await expect(page.getByRole('dialog', { name: 'Fill cabinets with a fabric' })).toContainText('links');
  await expect(page.getByRole('textbox', { name: 'Scalable units' })).toBeFocused();
  await hands.type('2 units', '2', '<Enter>');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await planner.settled();
  await expect(planner.status).toContainText(/1\s018 cables/);
  await hands.click('Sheets', page.getByRole('tab', { name: 'Sheets' }));
  await expect(page.getByRole('navigation', { name: 'Sheets' })).toContainText('Floor plan');
  const download = page.waitForEvent('download');
  await hands.type('save', '<Control+s>');

  const drawn = planOf(await bytesOf(await download));
  expect(differences(wanted, drawn)).toEqual([]);
  // The comparison sees what is missing: the building's fourteen columns.
  expect(differences(wanted, sample)).toHaveLength(14);
  expect(cablesOf(drawn)).toEqual(cablesOf(wanted));
  console.log(`The sample hall took ${hands.done.length} actions: ${hands.done.join(', ')}`);
  expect(hands.done.length).toBeLessThanOrEqual(MOST_ACTIONS);
});

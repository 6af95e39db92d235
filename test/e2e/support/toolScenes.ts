/** Scenes of looms and growth, of the tools for the building, of the tour, and of a hall with nothing in it. */
import { expect } from '@playwright/test';
import type { PlannerPage } from './plannerPage.ts';
import { addPavilion, choose, command, openPane, table, type Scene } from './sceneSteps.ts';

/** A cloud, a callout, a pin and a resolved arrow, each of another discipline. */
async function drawNotes(planner: PlannerPage): Promise<void> {
  const { page } = planner;
  const { x, y } = await planner.middle();
  const marks = [
    {
      mark: 'Cloud',
      discipline: 'Pathways',
      from: [x - 300, y - 60],
      to: [x - 180, y + 30],
      text: 'Raise this tray over the door\n- 300 mm at least, so that the lift passes under it with a crate\n- ask the landlord for a day without deliveries before the riggers come, they need the dock',
    },
    { mark: 'Text with an arrow', discipline: 'Power', from: [x - 40, y - 50], to: [x + 60, y - 120], text: 'Feed from busway B' },
    { mark: 'Pin', discipline: 'Cabinets', from: [x + 200, y + 60], to: null, text: 'Turn this one round' },
    { mark: 'Arrow', discipline: 'Cooling', from: [x + 40, y + 160], to: [x + 160, y + 100], text: 'Close the gap' },
  ] as const;
  for (const { mark, discipline, from, to, text } of marks) {
    await planner.drawing.focus();
    await page.keyboard.press('a');
    await openPane(planner, 'Inspector');
    await choose(planner, 'Mark', mark);
    await choose(planner, 'Discipline', discipline);
    await page.mouse.move(from[0], from[1]);
    await page.mouse.down();
    if (to !== null) await page.mouse.move(to[0], to[1], { steps: 3 });
    await page.mouse.up();
    const field = planner.inspector.getByLabel('Text', { exact: true });
    await expect(field).toBeFocused();
    await field.fill(text);
    await field.press('Enter');
  }
  await command(planner, 'Resolve the note, or open it again');
  await planner.drawing.focus();
  await page.keyboard.press('v');
}

export const toolScenes: readonly Scene[] = [
  {
    name: 'minimap',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      await planner.pick('su1-leaf1');
      await command(planner, 'Show or hide the minimap');
      await planner.page.getByRole('application', { name: 'Minimap' }).focus();
      await planner.page.keyboard.press('ArrowUp');
    },
  },
  {
    name: 'tool-door',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.drawing.focus();
      await planner.page.keyboard.press('Shift+W');
      const { x, y } = await planner.middle();
      await planner.page.mouse.move(x, y - 200, { steps: 4 });
      await expect(planner.page.getByRole('button', { name: 'Put in a door' })).toHaveAttribute('aria-pressed', 'true');
    },
  },
  {
    name: 'tool-obstacle',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.drawing.focus();
      await planner.page.keyboard.press('b');
      const { x, y } = await planner.middle();
      await planner.page.mouse.move(x + 120, y - 60);
      await planner.page.mouse.down();
      await planner.page.mouse.move(x + 160, y - 20, { steps: 4 });
      await expect(planner.page.getByRole('button', { name: /^Draw a column/ })).toHaveAttribute('aria-pressed', 'true');
    },
  },
  {
    name: 'dimension',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.drawing.focus();
      await planner.page.keyboard.press('Shift+D');
      const { x, y } = await planner.middle();
      await planner.page.mouse.click(x - 60, y - 10);
      await planner.page.mouse.click(x + 60, y + 30);
      await planner.page.mouse.click(x, y - 40);
      await openPane(planner, 'Inspector');
      const least = planner.inspector.getByLabel('At least');
      await least.fill('90 m');
      await least.press('Enter');
      await expect(planner.inspector).toContainText('Shorter than its rule asks for');
    },
  },
  {
    name: 'notes',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      await drawNotes(planner);
      await table(planner, 'Notes');
      await expect(planner.page.getByRole('grid', { name: 'Notes' }).getByRole('row')).toHaveCount(5);
    },
  },
  {
    name: 'tool-tile-origin',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await command(planner, 'Set the tile origin');
      const { x, y } = await planner.middle();
      await planner.page.mouse.move(x - 60, y + 60, { steps: 4 });
    },
  },
  {
    name: 'drawing-under-the-plan',
    sample: 'eight-cabinets',
    show: (planner) => addPavilion(planner),
  },
  {
    name: 'dialog-calibrate',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await addPavilion(planner);
      await planner.inspector.getByRole('button', { name: 'By numbers…' }).click();
      await expect(planner.page.getByRole('dialog', { name: 'Calibrate the drawing' })).toBeVisible();
    },
  },
  {
    name: 'tour',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await command(planner, 'Take the tour');
      await expect(planner.page.getByRole('region', { name: 'Tour' })).toBeVisible();
    },
  },
  {
    name: 'hall-empty',
    sample: null,
    show: async (planner) => {
      await planner.page.getByRole('button', { name: /^New hall by numbers/ }).click();
      const dialog = planner.page.getByRole('dialog', { name: 'New hall' });
      await dialog.getByRole('button', { name: 'Make the hall' }).click();
      await expect(dialog).toHaveCount(0);
    },
  },
  {
    name: 'loom',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      await table(planner, 'Looms');
      await planner.page.getByRole('grid', { name: 'Looms' }).getByRole('row').nth(3).click();
      await expect(planner.inspector.getByRole('region', { name: 'Legs' })).toBeAttached();
    },
  },
  {
    name: 'tray-section',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      await planner.find('Tray A-2');
      const section = planner.inspector.getByRole('region', { name: 'Section by loom' });
      await section.getByRole('button').nth(2).scrollIntoViewIfNeeded();
      await section.getByRole('button').nth(2).focus();
    },
  },
  {
    name: 'dialog-expand',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      await command(planner, 'Grow by scalable units…');
      await expect(planner.page.getByRole('row', { name: /Drain, move/ }).first()).toBeVisible();
    },
  },
  {
    name: 'dialog-loom-rules',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await table(planner, 'Looms');
      await planner.page.getByRole('button', { name: 'Rules…' }).click();
      await expect(planner.page.getByRole('combobox', { name: 'Cables of leaf-spine' })).toBeVisible();
    },
  },
  {
    name: 'grown',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await command(planner, 'Grow by scalable units…');
      const dialog = planner.page.getByRole('dialog', { name: 'Grow by scalable units' });
      await dialog.getByRole('button', { name: 'Grow the plan' }).click();
      await expect(planner.page.getByRole('region', { name: 'What growing changed' })).toBeVisible();
    },
  },
];

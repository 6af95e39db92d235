/** Scenes of what is done to many things at once: the kinds in a marquee, clones, ranges of ports, fabrics into cabinets, other halls and names. */
import { expect } from '@playwright/test';
import type { PlannerPage } from './plannerPage.ts';
import { command, hold, type Scene } from './sceneSteps.ts';

/** Runs a command on all cabinets, and waits for its dialog. */
async function openDialog(planner: PlannerPage, name: string, title: string): Promise<void> {
  await planner.drawing.focus();
  await planner.page.keyboard.press('Control+a');
  await command(planner, name);
  await expect(planner.page.getByRole('dialog', { name: title })).toBeVisible();
}

async function makeHall({ page }: PlannerPage): Promise<void> {
  await page.getByRole('button', { name: 'New hall', exact: true }).click();
  await page.getByRole('dialog', { name: 'New hall' }).getByRole('button', { name: 'Make the hall' }).click();
  await expect(page.getByRole('tablist', { name: 'Halls' }).getByRole('tab')).toHaveCount(2);
  await page.getByRole('tab', { name: 'Data hall 1' }).click();
}

export const manyAtOnceScenes: readonly Scene[] = [
  {
    name: 'kinds-in-a-marquee',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await hold(planner, 260, 235, { x: -120, y: -150 });
      await planner.page.mouse.up();
      await expect(planner.page.getByRole('group', { name: 'Kinds in the marquee' })).toBeVisible();
    },
  },
  {
    name: 'dialog-clone',
    sample: 'eight-cabinets',
    show: (planner) => openDialog(planner, 'Clone cabinets with what is in them…', 'Clone cabinets'),
  },
  {
    name: 'dialog-ranges',
    sample: 'eight-cabinets',
    show: (planner) => openDialog(planner, 'Connect ranges of ports…', 'Connect ranges of ports'),
  },
  {
    name: 'dialog-longest',
    sample: 'eight-cabinets',
    show: (planner) => openDialog(planner, 'The longest cables…', 'The longest cables'),
  },
  {
    name: 'dialog-fill',
    sample: 'eight-cabinets',
    show: (planner) => openDialog(planner, 'Fill cabinets with a fabric…', 'Fill cabinets with a fabric'),
  },
  {
    name: 'dialog-renumber',
    sample: 'eight-cabinets',
    show: (planner) => openDialog(planner, 'Renumber cabinets…', 'Renumber cabinets'),
  },
  {
    name: 'dialog-to-hall',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await makeHall(planner);
      await openDialog(planner, 'Move to another hall…', 'Move to another hall');
    },
  },
];

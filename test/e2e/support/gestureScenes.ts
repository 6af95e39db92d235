/** Scenes of tools in the midst of a gesture that the other files do not show: what is drawn while the hand has not let go. */
import { expect } from '@playwright/test';
import { addPavilion, choose, command, hold, openPane, type Scene } from './sceneSteps.ts';
import type { PlannerPage } from './plannerPage.ts';

/** Clicks beside the middle of the drawing, in px. */
async function clickAt(planner: PlannerPage, dx: number, dy: number): Promise<void> {
  const { x, y } = await planner.middle();
  await planner.page.mouse.click(x + dx, y + dy);
}

/** Where cabinets of the sample of eight stand from the middle, in windows of both sizes. */
const [A02, B04] = [
  [-12, -80],
  [38, 30],
] as const;

async function moveTo(planner: PlannerPage, dx: number, dy: number): Promise<void> {
  const { x, y } = await planner.middle();
  await planner.page.mouse.move(x + dx, y + dy, { steps: 4 });
}

export const gestureScenes: readonly Scene[] = [
  {
    name: 'tool-trace',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await addPavilion(planner);
      await planner.inspector.getByRole('button', { name: 'By numbers…' }).press('Enter');
      const dialog = planner.page.getByRole('dialog', { name: 'Calibrate the drawing' });
      await dialog.getByLabel(/^To x/).fill('52');
      await dialog.getByLabel(/^True distance/).fill('52 m');
      await dialog.getByLabel(/^True distance/).press('Enter');
      await planner.page.getByRole('button', { name: 'Later' }).press('Enter');
      await planner.drawing.focus();
      await planner.page.keyboard.press('u');
      await hold(planner, 120, 80, { x: -40, y: -60 });
    },
  },
  {
    name: 'tool-connect',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.drawing.focus();
      await planner.page.keyboard.press('c');
      await clickAt(planner, ...A02);
      await moveTo(planner, ...B04);
    },
  },
  {
    name: 'tool-measure-trays',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await command(planner, 'Measure along trays');
      await clickAt(planner, ...A02);
      await moveTo(planner, ...B04);
    },
  },
  {
    name: 'tool-delivery-path',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await command(planner, 'Draw a delivery path');
      await clickAt(planner, -200, 40);
      await clickAt(planner, 0, 40);
      await moveTo(planner, 0, 130);
    },
  },
  {
    name: 'tool-note',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.drawing.focus();
      await planner.page.keyboard.press('a');
      await openPane(planner, 'Inspector');
      await choose(planner, 'Mark', 'Cloud');
      await hold(planner, 180, 90, { x: -60, y: -40 });
    },
  },
  {
    name: 'tool-pod',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.pick('A01');
      await command(planner, 'Save the selection as a pod');
      await openPane(planner, 'Left panel');
      await planner.page.getByRole('button', { name: 'Pods', exact: true }).click();
      await planner.page.getByRole('button', { name: 'Pod 1', exact: true }).click();
      await moveTo(planner, 60, 120);
      await expect(planner.page.getByRole('button', { name: 'Pod 1', exact: true })).toHaveAttribute('aria-pressed', 'true');
    },
  },
];

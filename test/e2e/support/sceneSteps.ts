/** What a scene is, and the steps that scenes share. */
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import type { PlannerPage } from './plannerPage.ts';

export interface Scene {
  /** `cabinet`; also the name of its picture. */
  readonly name: string;
  /** The plan that it starts from; null: none. */
  readonly sample: 'one-megawatt-hall' | 'eight-cabinets' | null;
  readonly show: (planner: PlannerPage) => Promise<void>;
}

/** Runs a command by its name, as the palette has it. */
export async function command(planner: PlannerPage, name: string): Promise<void> {
  await planner.drawing.focus();
  await planner.page.keyboard.press('Control+k');
  await planner.page.getByRole('searchbox').fill(name);
  await planner.page.getByRole('option', { name }).first().click();
}

export async function table(planner: PlannerPage, tab: 'Cables' | 'Looms' | 'BOM' | 'Hours' | 'Findings' | 'Notes'): Promise<void> {
  await planner.page.getByRole('tab', { name: tab }).click();
}

/** An option of a field with a few. */
export async function choose(planner: PlannerPage, label: string, option: string): Promise<void> {
  await planner.inspector.getByRole('combobox', { name: label }).first().click();
  await planner.page.getByRole('option', { name: option, exact: true }).click();
}

/** The left panel and the inspector, also where they are put away for want of room. */
export async function openPane(planner: PlannerPage, name: 'Left panel' | 'Inspector'): Promise<void> {
  const toggle = planner.page.getByRole('button', { name, exact: true });
  if ((await toggle.getAttribute('aria-pressed')) === 'false') await toggle.click();
}

/** Presses beside the middle of the drawing by `from`, and moves on by (dx, dy), in px. */
export async function hold(planner: PlannerPage, dx: number, dy: number, from = { x: 0, y: 0 }): Promise<void> {
  const middle = await planner.middle();
  const [x, y] = [middle.x + from.x, middle.y + from.y];
  await planner.page.mouse.move(x, y);
  await planner.page.mouse.down();
  await planner.page.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 });
  await planner.page.mouse.move(x + dx, y + dy, { steps: 6 });
}

const pavilion = fileURLToPath(new URL('../../drawings/dxf/barcelona-pavillion/plan.dxf', import.meta.url));

/** A DXF drawn by others under the plan, selected and not yet measured. */
export async function addPavilion(planner: PlannerPage): Promise<void> {
  const chooser = planner.page.waitForEvent('filechooser');
  await planner.chooseFromFileMenu('Add drawing…');
  await (await chooser).setFiles(pavilion);
  await openPane(planner, 'Inspector');
  await expect(planner.inspector.getByRole('region', { name: 'Layers of the drawing' })).toBeVisible();
}

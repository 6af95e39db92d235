/** Every screen, panel, dialog, tool at work and empty state of the planner, and the way to it from a fresh page. */
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { manyAtOnceScenes } from './manyAtOnceScenes.ts';
import { gestureScenes } from './gestureScenes.ts';
import { elevationScenes, fileScenes, hallScenes } from './moreScenes.ts';
import { toolScenes } from './toolScenes.ts';
import type { PlannerPage } from './plannerPage.ts';
import { command, hold, openPane, table, type Scene } from './sceneSteps.ts';

const badFile = fileURLToPath(new URL('../../plans/bad/truncated.raceway', import.meta.url));

const dialogs: readonly Scene[] = [
  {
    name: 'dialog-generate',
    sample: null,
    show: async (planner) => {
      await planner.page.getByRole('button', { name: /^Generate a plan/ }).click();
      await expect(planner.page.getByRole('region', { name: 'What will be made' })).toContainText('504');
      await planner.page.getByRole('button', { name: /more parameters/ }).click();
    },
  },
  {
    name: 'dialog-export',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await command(planner, 'Export…');
      await planner.page.getByRole('radio', { name: 'Sheets' }).check();
    },
  },
  {
    name: 'dialog-lengths',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      await table(planner, 'BOM');
      await planner.page.getByRole('button', { name: 'Lengths…' }).click();
      await expect(planner.page.getByRole('radio', { name: /^3 lengths/ })).toBeVisible();
    },
  },
  {
    name: 'dialog-variants',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await command(planner, 'Variants…');
      await planner.page.getByLabel('Fork the plan as').fill('Wider aisles');
      await planner.page.keyboard.press('Enter');
      await planner.page.getByRole('button', { name: 'Variant: Wider aisles' }).click();
      await planner.page.getByRole('menuitem', { name: 'Rename or delete variants…' }).click();
      await expect(planner.page.getByRole('button', { name: 'Work on Main' })).toBeVisible();
    },
  },
  {
    name: 'compare',
    sample: 'eight-cabinets',
    show: async (planner) => {
      const { page } = planner;
      await command(planner, 'Variants…');
      await page.getByLabel('Fork the plan as').fill('Wider aisles');
      await page.keyboard.press('Enter');
      await planner.find('A01');
      await planner.drawing.focus();
      await page.keyboard.press('Shift+ArrowUp');
      await planner.find('B04');
      await planner.drawing.focus();
      await page.keyboard.press('Delete');
      await command(planner, 'Compare with another variant');
      await page.getByRole('checkbox', { name: 'Take over A01, moved' }).check();
      await expect(page.getByRole('region', { name: 'What is picked' })).toContainText('Required length');
    },
  },
  {
    name: 'dialog-settings',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await command(planner, 'Plan settings…');
      await expect(planner.page.getByRole('dialog', { name: 'Plan settings' })).toBeVisible();
    },
  },
  {
    name: 'dialog-array',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.pick('B04');
      await command(planner, 'Array in columns and rows…');
      await expect(planner.page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'dialog-trays',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.pick('Tray A-1');
      await command(planner, 'Trays from the selection…');
      await expect(planner.page.getByRole('dialog', { name: 'Trays from the selection' })).toBeVisible();
    },
  },
  {
    name: 'dialog-shortcuts',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await command(planner, 'Keyboard shortcuts');
      await expect(planner.page.getByRole('dialog', { name: 'Keyboard and mouse' })).toBeVisible();
    },
  },
  {
    name: 'dialog-accept',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      await table(planner, 'Findings');
      await planner.page
        .getByRole('button', { name: /^Accept…/ })
        .first()
        .click();
      await expect(planner.page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'dialog-error',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.openFile(badFile);
      await expect(planner.page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'dialog-unsaved',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.pick('B04');
      await planner.drawing.focus();
      await planner.page.keyboard.press('Shift+ArrowRight');
      await command(planner, 'New plan');
      await expect(planner.page.getByRole('dialog')).toBeVisible();
    },
  },
];

const tools: readonly Scene[] = [
  {
    name: 'tool-drag',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.pick('B04');
      await hold(planner, 90, 120);
      await expect(planner.status.getByRole('status')).toContainText('required');
    },
  },
  {
    name: 'tool-row',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      await planner.page.keyboard.press('n');
      await hold(planner, 220, 0);
    },
  },
  {
    name: 'tool-tray',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.page.keyboard.press('t');
      const { x, y } = await planner.middle();
      await planner.page.mouse.click(x - 200, y - 10);
      await planner.page.mouse.move(x + 100, y - 10, { steps: 4 });
    },
  },
  {
    name: 'tool-measure',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.page.keyboard.press('d');
      const { x, y } = await planner.middle();
      await planner.page.mouse.click(x - 160, y - 60);
      await planner.page.mouse.move(x + 120, y + 80, { steps: 4 });
    },
  },
  {
    name: 'tool-place',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await openPane(planner, 'Left panel');
      await planner.page.getByRole('button', { name: 'Catalog', exact: true }).click();
      await planner.page.getByRole('textbox', { name: 'Filter the catalog' }).fill('dell 1200');
      await planner.page.getByRole('region', { name: 'Dell' }).getByRole('button').first().click();
    },
  },
  {
    name: 'tool-marquee',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      // Beyond the ends of the rows, where nothing stands to be dragged.
      await hold(planner, -330, 120, { x: 140, y: 0 });
      await expect(planner.status.getByRole('status')).not.toContainText('moved');
    },
  },
];

const screens: readonly Scene[] = [
  { name: 'start', sample: null, show: () => Promise.resolve() },
  { name: 'plan', sample: 'one-megawatt-hall', show: () => Promise.resolve() },
  { name: 'plan-small', sample: 'eight-cabinets', show: () => Promise.resolve() },
  { name: 'left-panel', sample: 'eight-cabinets', show: (planner) => openPane(planner, 'Left panel') },
  {
    name: 'fill',
    sample: 'one-megawatt-hall',
    show: (planner) => command(planner, 'Show or hide fill'),
  },
  {
    name: 'cabinet',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      await planner.pick('B03');
      await openPane(planner, 'Inspector');
    },
  },
  {
    name: 'several-cabinets',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.drawing.focus();
      await planner.page.keyboard.press('Control+a');
      await openPane(planner, 'Inspector');
    },
  },
  {
    name: 'device',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.pick('su1-leaf1');
      await openPane(planner, 'Inspector');
    },
  },
  {
    name: 'tray',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.pick('Tray A-1');
      await openPane(planner, 'Inspector');
    },
  },
  {
    name: 'cable',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      await planner.page.getByRole('grid', { name: 'Cables' }).getByRole('row').nth(2).click();
      await openPane(planner, 'Inspector');
      await expect(planner.inspector).toContainText('Surplus');
    },
  },
  {
    name: 'table-bom',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      await table(planner, 'BOM');
      await expect(planner.page.getByRole('grid', { name: 'Bill of materials' }).getByRole('row').nth(2)).toBeVisible();
    },
  },
  {
    name: 'table-hours',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      await table(planner, 'Hours');
      await planner.page.getByRole('button', { name: 'Mate a cable end' }).click();
    },
  },
  { name: 'table-findings', sample: 'one-megawatt-hall', show: (planner) => table(planner, 'Findings') },
  {
    name: 'finding',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      await table(planner, 'Findings');
      await planner.page.getByRole('grid', { name: 'Findings' }).getByRole('row').nth(1).click();
      await openPane(planner, 'Inspector');
    },
  },
  { name: 'table-findings-one', sample: 'eight-cabinets', show: (planner) => table(planner, 'Findings') },
  {
    name: 'no-rows',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.page.getByRole('textbox', { name: 'Filter Cables' }).fill('nothing like this');
      await expect(planner.page.getByText('Nothing matches the filter')).toBeVisible();
    },
  },
  {
    name: 'palette',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.page.keyboard.press('Control+k');
      await planner.page.getByRole('searchbox').fill('a');
      await expect(planner.page.getByRole('option', { name: 'A01' }).first()).toBeVisible();
    },
  },
  {
    name: 'menu-file',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.page.getByRole('button', { name: 'File', exact: true }).click();
      await expect(planner.page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'menu-appearance',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.page.getByRole('button', { name: 'Appearance', exact: true }).click();
      await expect(planner.page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'menu-selection',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.pick('B04');
      await planner.drawing.focus();
      await planner.page.keyboard.press('Shift+F10');
      await expect(planner.page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'sheets',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.page.getByRole('tab', { name: 'Sheets' }).click();
      await expect(planner.page.getByRole('img', { name: 'Sheet 1 on A3' })).toBeVisible({ timeout: 30_000 });
    },
  },
];

export const scenes: readonly Scene[] = [
  ...screens,
  ...elevationScenes,
  ...hallScenes,
  ...tools,
  ...toolScenes,
  ...gestureScenes,
  ...manyAtOnceScenes,
  ...dialogs,
  ...fileScenes,
];

/** A fresh page with the scene on it. */
export async function openScene(planner: PlannerPage, scene: Scene): Promise<void> {
  if (scene.sample === null) await planner.open();
  else await planner.openSample(scene.sample);
  await scene.show(planner);
}

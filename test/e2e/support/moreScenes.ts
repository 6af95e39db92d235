/** Scenes of the elevation, of several halls, and of dialogs about files. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { readStore } from '../../support/kills/journalInPage.ts';
import { panelHall } from '../../support/panelPlans.ts';
import type { PlannerPage } from './plannerPage.ts';
import { command, openPane, type Scene } from './sceneSteps.ts';

const sampleFile = fileURLToPath(new URL('../../../assets/samples/eight-cabinets.raceway', import.meta.url));

async function elevationOf(planner: PlannerPage, name: string): Promise<void> {
  await planner.pick(name);
  await planner.page.getByRole('tab', { name: 'Elevation' }).click();
  await expect(planner.page.getByRole('application', { name: 'Elevation' }).locator('[data-device]').first()).toBeAttached();
}

export const elevationScenes: readonly Scene[] = [
  { name: 'elevation', sample: 'one-megawatt-hall', show: (planner) => elevationOf(planner, 'su1-leaf1') },
  {
    name: 'elevation-connect',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      await elevationOf(planner, 'su1-node02');
      const drawing = planner.page.getByRole('application', { name: 'Elevation' });
      await drawing.getByRole('button', { name: /^su1-node02,/ }).focus();
      const line = planner.page.getByRole('status', { name: 'Pointed at' });
      await planner.page.keyboard.press('ArrowLeft');
      await expect(line).toContainText('free');
      await planner.page.keyboard.press('Enter');
      await expect(line).toContainText('choose the other port');
      await drawing.getByRole('button', { name: /^su1-node01,/ }).focus();
      await expect(line).toContainText('fits');
    },
  },
  {
    name: 'elevation-many',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      await planner.drawing.focus();
      await planner.page.keyboard.press('Control+a');
      await planner.page.keyboard.press('e');
      await planner.page.getByRole('button', { name: 'Fit', exact: true }).click();
      await expect(planner.page.getByText(/cabinets in view$/)).toBeVisible();
    },
  },
];

export const hallScenes: readonly Scene[] = [
  {
    name: 'halls',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await command(planner, 'New hall…');
      const dialog = planner.page.getByRole('dialog', { name: 'New hall' });
      await dialog.getByLabel('Name').fill('Annex');
      await dialog.getByRole('button', { name: 'Make the hall' }).click();
      await expect(planner.page.getByRole('tab', { name: 'Annex' })).toHaveAttribute('aria-selected', 'true');
    },
  },
  {
    name: 'tool-hall',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.page.keyboard.press('w');
      const { x, y } = await planner.middle();
      await planner.page.mouse.click(x - 220, y - 70);
      await planner.page.mouse.click(x + 40, y - 70);
      await planner.page.mouse.move(x + 40, y + 60, { steps: 4 });
      await expect(planner.status.getByRole('status')).toContainText('m');
    },
  },
];

/** Changes something, and waits until the journal on this machine holds it. */
async function change(planner: PlannerPage): Promise<void> {
  await planner.pick('B04');
  await planner.drawing.focus();
  await planner.page.keyboard.press('Shift+ArrowRight');
  await expect(planner.page.getByRole('img', { name: 'Unsaved changes' })).toBeVisible();
}

/** Files of the browser's own store for the page, so that no native dialog is needed. */
async function giveOwnFiles(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const own = async (): Promise<FileSystemFileHandle> =>
      (await navigator.storage.getDirectory()).getFileHandle('hall.raceway', { create: true });
    window.showOpenFilePicker = async () => [await own()];
    window.showSaveFilePicker = own;
  });
}

function writeOwnFile(page: Page, text: string): Promise<void> {
  return page.evaluate(async (content) => {
    const file = await (await navigator.storage.getDirectory()).getFileHandle('hall.raceway', { create: true });
    const writable = await file.createWritable();
    await writable.write(content);
    await writable.close();
  }, text);
}

export const fileScenes: readonly Scene[] = [
  {
    name: 'dialog-move',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await planner.pick('B04');
      await planner.drawing.focus();
      await planner.page.keyboard.press('Control+m');
      await planner.page.getByRole('dialog').getByLabel('East, x (mm)').fill('600');
    },
  },
  {
    name: 'dialog-print',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await command(planner, 'Print…');
      await expect(planner.page.getByRole('dialog', { name: 'Print' })).toBeVisible();
    },
  },
  {
    name: 'dialog-connect',
    sample: 'one-megawatt-hall',
    show: async (planner) => {
      const { page } = planner;
      await page.keyboard.press('Shift+C');
      const dialog = page.getByRole('dialog', { name: 'Connect ports' });
      for (const [end, name] of [
        ['End A', 'su1-node01'],
        ['End B', 'su1-node02'],
      ] as const) {
        await dialog.getByRole('combobox', { name: `${end}, device` }).fill(name);
        await page.getByRole('option', { name }).first().click();
      }
      await expect(dialog.locator('dl')).toContainText('SKU');
    },
  },
  {
    name: 'dialog-panels',
    sample: null,
    show: async (planner) => {
      const plan = { ...panelHall().build(), trunks: new Map(), channels: new Map() };
      await planner.openText('panels.raceway', serializePlan(plan));
      await planner.settled();
      await planner.page.getByRole('grid', { name: 'Cables' }).getByText('s1:p1–w:1/1').click();
      await planner.page.keyboard.press('Shift+P');
      await expect(planner.page.getByRole('region', { name: 'What it does' })).toContainText('Light comes out right');
    },
  },
  {
    name: 'cable-channel',
    sample: null,
    show: async (planner) => {
      await planner.openText('panels.raceway', serializePlan(panelHall().build()));
      await planner.settled();
      await openPane(planner, 'Inspector');
      await planner.page.getByRole('grid', { name: 'Cables' }).getByText('s1:p1–w:1/1#1').click();
      await expect(planner.inspector.getByRole('button', { name: 'Run directly, without panels' })).toBeVisible();
    },
  },
  {
    name: 'dialog-table',
    sample: 'eight-cabinets',
    show: async (planner) => {
      await command(planner, 'Fabric from a table…');
      const dialog = planner.page.getByRole('dialog', { name: 'Fabric from a table' });
      await dialog
        .getByRole('textbox', { name: 'Lines: from, to, family, tier' })
        .fill('leaf[1-4]:[1-8], spine[1-4]:[1-8]\nnowhere:1, leaf1:1');
      await expect(dialog.getByRole('region', { name: 'Lines to mend' })).toContainText('nowhere');
    },
  },
  {
    name: 'dialog-restore',
    sample: 'eight-cabinets',
    show: async (planner) => {
      const { page } = planner;
      await change(planner);
      await expect.poll(async () => (await readStore(page)).some(({ lines }) => lines.length > 0)).toBe(true);
      page.once('dialog', (leaving) => void leaving.accept());
      await page.goto('/');
      await expect(page.getByRole('dialog', { name: 'Restore unsaved work?' })).toBeVisible();
    },
  },
  {
    name: 'dialog-changed-on-disk',
    sample: null,
    show: async (planner) => {
      const { page } = planner;
      await giveOwnFiles(page);
      await page.goto('/');
      const text = readFileSync(sampleFile, 'utf8');
      await writeOwnFile(page, text);
      await page.keyboard.press('Control+o');
      await expect(planner.status).toContainText('links on');
      await change(planner);
      await writeOwnFile(page, text.replace('"name":"Eight cabinets"', '"name":"Another"'));
      await page.keyboard.press('Control+s');
      await expect(page.getByRole('dialog', { name: 'The file was changed by another program' })).toBeVisible();
    },
  },
];

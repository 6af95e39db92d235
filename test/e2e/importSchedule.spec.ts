/** A cable schedule that was exported, chosen or dropped into the dialog for tables: it comes back as it was, or says which line is wrong. */
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { parsePlan } from '../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { scheduleFile, withoutLinks } from '../support/scheduleTrip.ts';
import { expectClean } from './support/axe.ts';
import { PlannerPage } from './support/plannerPage.ts';

function sample(): Plan {
  const parsed = parsePlan(readFileSync(new URL('../../assets/samples/eight-cabinets.raceway', import.meta.url)));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

async function openDialog(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('Fabric from a table');
  await page.keyboard.press('Enter');
  return page.getByRole('dialog', { name: 'Fabric from a table' });
}

async function choose(page: Page, dialog: Locator, name: string, bytes: Uint8Array): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Open a file…' }).click();
  await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
}

async function drop(page: Page, dialog: Locator, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: 'text/csv' }));
      return transfer;
    },
    [name, text] as const,
  );
  await dialog.getByRole('region', { name: 'What it does' }).dispatchEvent('drop', { dataTransfer });
}

test('draws an exported cable schedule again, from a workbook that is chosen and from a CSV that is dropped', async ({ page }) => {
  const planner = new PlannerPage(page);
  const plan = sample();
  await planner.open();
  await planner.openText('hall.raceway', serializePlan(plan));
  await planner.settled();
  await expect(planner.status).toContainText('192 cables');
  const [metres, hours] = [await planner.required(), await planner.hours()];
  await planner.openText('bare.raceway', serializePlan(withoutLinks(plan)));
  await planner.settled();
  await expect(planner.status).toContainText('0 cables');

  const dialog = await openDialog(page);
  const does = dialog.getByRole('region', { name: 'What it does' });
  await choose(page, dialog, 'cables.xlsx', scheduleFile(plan, 'XLSX'));
  await expect(dialog.getByRole('group', { name: 'Cable schedule' })).toContainText('cables.xlsx');
  await expect(does).toContainText('192 links on 192 cables');
  await expect(does).toContainText('0 → 192');
  await expect(dialog.getByRole('list', { name: 'What to know of this table' })).toContainText('the plan works it out anew: SKU, Path (m)');
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeHidden();
  await expectClean(page, 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page, 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await dialog.getByRole('button', { name: 'Draw the schedule' }).click();
  await expect(dialog).toBeHidden();
  await planner.settled();
  await expect(planner.status).toContainText('192 cables');
  expect([await planner.required(), await planner.hours()]).toEqual([metres, hours]);

  // One step: taken back, the hall is bare again.
  await page.keyboard.press('Control+z');
  await planner.settled();
  await expect(planner.status).toContainText('0 cables');

  await openDialog(page);
  const csv = new TextDecoder().decode(scheduleFile(plan, 'CSV'));
  await drop(page, dialog, 'wrong.csv', csv.replace(/(.*),su1-node02,/u, '$1,nobody,'));
  const wrong = dialog.getByRole('region', { name: 'Lines to mend' });
  await expect(wrong).toContainText('no device is called “nobody”; write a name of the plan, such as');
  await expect(wrong.getByRole('row')).toHaveCount(2);
  await expect(dialog.getByRole('button', { name: 'Draw the schedule' })).toBeDisabled();
  // Mended meanwhile, it is chosen again under its own name, twice.
  await choose(page, dialog, 'wrong.csv', new TextEncoder().encode(csv.replaceAll(',leaf-spine,', ',uplink,')));
  await expect(does).toContainText('0 → 192');
  await expect(dialog.getByRole('list', { name: 'What to know of this table' })).toContainText(
    '192 cables get another ID than in the table',
  );
  await choose(page, dialog, 'wrong.csv', new TextEncoder().encode(csv));
  await expect(dialog.getByRole('list', { name: 'What to know of this table' })).not.toContainText('another ID');
  await expect(does).toContainText('0 → 192');
  await dialog.getByRole('button', { name: 'Draw the schedule' }).click();
  await planner.settled();
  expect(await planner.required()).toBe(metres);

  // In the plan that it came from nothing is left to draw; a broken file is told, and lines can be written instead.
  await openDialog(page);
  await drop(page, dialog, 'cables.csv', csv);
  await expect(dialog.getByRole('status')).toHaveText('Every cable of the table stands in the plan already: there is nothing to draw');
  await expect(dialog.getByRole('list', { name: 'What to know of this table' })).toContainText('192 cables stand already');
  await dialog.getByRole('button', { name: 'Write lines instead' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Lines: from, to, family, tier' })).toHaveValue('');
  await choose(page, dialog, 'broken.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 9]));
  await expect(page.getByRole('dialog', { name: 'broken.xlsx was not read' })).toContainText('Is no workbook, or a damaged one');
});

/** The page's process taken down: the window loads the planner again and offers the work. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PlannerPage } from '../e2e/support/plannerPage.ts';
import type { Desktop } from '../standIn/desktop.ts';
import { expect, test } from '../standIn/test.ts';
import { edit, isNoted, openCopy, sample } from './support.ts';

/** Takes the page down; the one that takes its place. */
async function crash(desktop: Desktop): Promise<Page> {
  const page = await desktop.page();
  await desktop.crashPage();
  await expect.poll(async () => (await desktop.page()) === page).toBe(false);
  return desktop.page();
}

test('unsaved work is offered in the same window, and is the work as it was', async ({ start, folder }) => {
  const desktop = await start();
  const path = join(folder, 'hall.raceway');
  await openCopy(desktop, path);
  await edit(desktop);
  const asWas = join(folder, 'as-was.raceway');
  void desktop.choosesToSave(asWas);
  await desktop.choose('file.saveAs');
  await expect.poll(async () => (await desktop.seen()).edited).toBe(false);
  await desktop.choose('edit.rotate');
  await expect.poll(async () => (await desktop.seen()).edited).toBe(true);
  await desktop.choose('edit.undo');
  await desktop.choose('edit.undo');
  await desktop.choose('edit.redo');
  await isNoted(folder, 4);

  const page = await crash(desktop);
  const offer = page.getByRole('dialog', { name: 'Restore unsaved work?' });
  await expect(offer).toContainText('as-was.raceway');
  await offer.getByRole('button', { name: 'Restore' }).click();
  await expect(new PlannerPage(page).status).toContainText('links on');
  expect(await desktop.seen()).toMatchObject({ edited: true });
  const again = join(folder, 'again.raceway');
  void desktop.choosesToSave(again);
  await desktop.choose('file.save');
  await expect.poll(async () => (await desktop.seen()).title).toBe('again.raceway — Raceway');
  expect(readFileSync(again, 'utf8')).toBe(readFileSync(asWas, 'utf8'));
  expect(readFileSync(path, 'utf8')).toBe(readFileSync(sample, 'utf8'));
});

test('a file without unsaved work is simply open again', async ({ start, folder }) => {
  const desktop = await start();
  await openCopy(desktop, join(folder, 'hall.raceway'));
  const page = await crash(desktop);
  await expect(new PlannerPage(page).status).toContainText('links on');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await desktop.seen()).toMatchObject({ title: 'hall.raceway — Raceway', edited: false });
});

test('a page that keeps crashing is not loaded for ever: the person is asked, and the work is kept', async ({ start, folder }) => {
  const desktop = await start();
  await openCopy(desktop, join(folder, 'hall.raceway'));
  await edit(desktop);
  await isNoted(folder, 1);
  const revived = await crash(desktop);
  await expect(revived.getByRole('dialog', { name: 'Restore unsaved work?' })).toBeVisible();
  const asked = desktop.nextDialog('message', { response: 1 });
  await desktop.crashPage();
  expect(await asked).toMatchObject({ buttons: ['Load again', 'Close the window'] });
  expect(await desktop.program.ended).toBe(0);

  const next = await start();
  await expect((await next.page()).getByRole('dialog', { name: 'Restore unsaved work?' })).toContainText('hall.raceway');
});

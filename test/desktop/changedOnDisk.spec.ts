/** The open file changed, renamed or deleted by others: told, and never overwritten without a word. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import type { Desktop } from '../standIn/desktop.ts';
import { expect, test } from '../standIn/test.ts';
import { edit, openCopy, sample } from './support.ts';

const ours = readFileSync(sample, 'utf8');
const theirs = ours.replace('"name":"Eight cabinets"', '"name":"Somebody else’s"');

const notice = (page: Page) => page.getByRole('status', { name: 'The file on the disk' });
const title = async (desktop: Desktop): Promise<string> => (await desktop.seen()).title;

test('is told while the planner stands there, and loads theirs when asked to', async ({ start, folder }) => {
  expect(theirs).not.toBe(ours);
  const desktop = await start();
  const path = join(folder, 'hall.raceway');
  const page = await openCopy(desktop, path);
  writeFileSync(path, theirs);
  await expect(notice(page)).toContainText('“hall.raceway” was changed by another program.');
  await expect.poll(() => title(desktop)).toBe('• hall.raceway — Raceway');
  expect((await new AxeBuilder({ page }).include('[aria-label="The file on the disk"]').analyze()).violations).toEqual([]);
  await notice(page).getByRole('button', { name: 'Load it from the disk' }).click();
  await expect(notice(page)).toBeEmpty();
  await expect.poll(() => title(desktop)).toBe('hall.raceway — Raceway');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Somebody else’s');

  // The planner's own saving is not somebody else's.
  await edit(desktop);
  await desktop.choose('file.save');
  await expect.poll(() => title(desktop)).toBe('hall.raceway — Raceway');
  await desktop.focusWindow();
  await expect(notice(page)).toBeEmpty();
});

test('asks before changes made here are lost, keeps them when told so, and asks again at the next save', async ({ start, folder }) => {
  const desktop = await start();
  const path = join(folder, 'hall.raceway');
  const page = await openCopy(desktop, path);
  await edit(desktop);
  writeFileSync(path, theirs);
  await expect(notice(page)).toContainText('changed by another program');
  await notice(page).getByRole('button', { name: 'Load it from the disk' }).click();
  const losing = page.getByRole('dialog', { name: 'Load it from the disk and lose the changes?' });
  await losing.getByRole('button', { name: 'Cancel' }).click();
  await notice(page).getByRole('button', { name: 'Go on' }).click();
  await expect(notice(page)).toBeEmpty();

  const conflict = page.getByRole('dialog', { name: 'The file was changed by another program' });
  await desktop.choose('file.save');
  await expect(conflict).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(conflict).toBeHidden();
  expect(readFileSync(path, 'utf8')).toBe(theirs);

  const copy = join(folder, 'mine.raceway');
  void desktop.choosesToSave(copy);
  await desktop.choose('file.save');
  await conflict.getByRole('button', { name: 'Save as…' }).click();
  await expect.poll(() => title(desktop)).toBe('mine.raceway — Raceway');
  expect(readFileSync(path, 'utf8')).toBe(theirs);
  expect(readFileSync(copy, 'utf8')).not.toBe(ours);
});

test('overwrites when told so, and keeps what was there as the last good one', async ({ start, folder }) => {
  const desktop = await start();
  const path = join(folder, 'hall.raceway');
  const page = await openCopy(desktop, path);
  await edit(desktop);
  writeFileSync(path, theirs);
  await desktop.choose('file.save');
  const conflict = page.getByRole('dialog', { name: 'The file was changed by another program' });
  await conflict.getByRole('button', { name: 'Overwrite it' }).click();
  await expect.poll(() => title(desktop)).toBe('hall.raceway — Raceway');
  expect(readFileSync(path, 'utf8')).not.toBe(theirs);
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe(theirs);
});

test('is told that the file was renamed, and saves it there again when told so', async ({ start, folder }) => {
  const desktop = await start();
  const path = join(folder, 'hall.raceway');
  const page = await openCopy(desktop, path);
  renameSync(path, join(folder, 'elsewhere.raceway'));
  await desktop.focusWindow();
  await expect(notice(page)).toContainText('deleted, renamed or moved');
  await notice(page).getByRole('button', { name: 'Go on' }).click();
  await desktop.choose('file.save');
  await page.getByRole('dialog', { name: 'The file is not there any more' }).getByRole('button', { name: 'Save it there again' }).click();
  await expect.poll(() => title(desktop)).toBe('hall.raceway — Raceway');
  expect(readFileSync(path, 'utf8')).toBe(ours);
});

test('forgets about it when the file is put back', async ({ start, folder }) => {
  const desktop = await start();
  const path = join(folder, 'hall.raceway');
  const page = await openCopy(desktop, path);
  renameSync(path, join(folder, 'elsewhere.raceway'));
  await expect(notice(page)).toContainText('deleted, renamed or moved');
  renameSync(join(folder, 'elsewhere.raceway'), path);
  await expect(notice(page)).toBeEmpty();
  await desktop.closeWindow();
  expect(await desktop.program.ended).toBe(0);
});

/** Steps that the desktop's specs share. */
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { PlannerPage } from '../e2e/support/plannerPage.ts';
import type { DesktopDriver } from './driver.ts';

export const sample = fileURLToPath(new URL('../../assets/samples/eight-cabinets.raceway', import.meta.url));

/** A copy of the small sample, open in the window. */
export async function openCopy(desktop: DesktopDriver, path: string): Promise<Page> {
  copyFileSync(sample, path);
  const page = await desktop.page();
  await expect(page.getByRole('searchbox')).toBeVisible();
  void desktop.choosesToOpen(path);
  await desktop.choose('file.open');
  await expect(new PlannerPage(page).status).toContainText('links on');
  return page;
}

/** Turns every cabinet, by the native menu; the plan is then unsaved. */
export async function edit(desktop: DesktopDriver): Promise<void> {
  await desktop.choose('edit.select-all');
  await desktop.choose('edit.rotate');
  await expect.poll(async () => (await desktop.seen()).edited).toBe(true);
}

/** Waits until so many changes are in the recovery journal, in the folder of the spec: what is cut down before may be lost. */
export async function isNoted(folder: string, changes: number): Promise<void> {
  const recovery = join(folder, 'data', 'recovery');
  const lines = (): number =>
    readdirSync(recovery)
      .filter((name) => name.endsWith('.lines'))
      .reduce((sum, name) => sum + readFileSync(join(recovery, name), 'utf8').split('\n').filter(Boolean).length, 0);
  // The folder may not be there yet, and a file may go while it is read.
  await expect(() => expect(lines()).toBe(changes)).toPass({ timeout: 10_000 });
}

/** Steps that the desktop's specs share. */
import { copyFileSync } from 'node:fs';
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

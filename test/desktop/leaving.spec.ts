/** Leaving the program over unsaved work, on a system where closing the last window leaves it and on one where it does not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desktop } from '../standIn/desktop.ts';
import { expect, test } from '../standIn/test.ts';
import { edit, openCopy, sample } from './support.ts';

const question = { name: 'Save the changes?' } as const;

/** The person clicks the program's icon until a window stands there again: the old one may still be closing. */
async function opensAgain(desktop: Desktop): Promise<void> {
  await expect
    .poll(async () => {
      await desktop.program.line.ask('activate');
      return desktop.windowIds;
    })
    .toEqual([2]);
  await expect((await desktop.page(2)).getByRole('searchbox')).toBeVisible();
}

test.describe('on macOS', () => {
  test('closing the window keeps the program, and activating it opens one again', async ({ start }) => {
    const desktop = await start({ platform: 'darwin' });
    await expect((await desktop.page()).getByRole('searchbox')).toBeVisible();
    await desktop.closeWindow();
    await opensAgain(desktop);
    await desktop.choose('quit');
    expect(await desktop.program.ended).toBe(0);
  });

  for (const [answer, saves] of [
    ['Save', true],
    ['Discard changes', false],
  ] as const)
    test(`quitting goes on after ${answer}`, async ({ start, folder }) => {
      const desktop = await start({ platform: 'darwin' });
      const path = join(folder, 'hall.raceway');
      const page = await openCopy(desktop, path);
      await edit(desktop);
      await desktop.choose('quit');
      await page.getByRole('dialog', question).getByRole('button', { name: answer, exact: true }).click();
      expect(await desktop.program.ended).toBe(0);
      expect(readFileSync(path).equals(readFileSync(sample))).toBe(!saves);
    });

  test('staying calls quitting off: closing the window later keeps the program', async ({ start, folder }) => {
    const desktop = await start({ platform: 'darwin' });
    const page = await openCopy(desktop, join(folder, 'hall.raceway'));
    await edit(desktop);
    await desktop.choose('quit');
    await page.getByRole('dialog', question).getByRole('button', { name: 'Cancel' }).click();
    await desktop.closeWindow();
    await page.getByRole('dialog', question).getByRole('button', { name: 'Discard changes' }).click();
    await opensAgain(desktop);
  });

  test('a page that crashes while it is asked does not leave the program on its way out', async ({ start, folder }) => {
    const desktop = await start({ platform: 'darwin' });
    const page = await openCopy(desktop, join(folder, 'hall.raceway'));
    await edit(desktop);
    await desktop.choose('quit');
    await expect(page.getByRole('dialog', question)).toBeVisible();
    await desktop.crashPage();
    await expect.poll(async () => (await desktop.page()) === page).toBe(false);
    const revived = await desktop.page();
    await revived.getByRole('dialog', { name: 'Restore unsaved work?' }).getByRole('button', { name: 'Discard it' }).click();
    await desktop.closeWindow();
    await opensAgain(desktop);
  });
});

test('elsewhere quitting goes on after the answer too', async ({ start, folder }) => {
  const desktop = await start({ platform: 'linux' });
  const page = await openCopy(desktop, join(folder, 'hall.raceway'));
  await edit(desktop);
  await desktop.choose('quit');
  await page.getByRole('dialog', question).getByRole('button', { name: 'Discard changes' }).click();
  expect(await desktop.program.ended).toBe(0);
});

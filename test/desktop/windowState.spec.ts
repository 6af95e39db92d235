/** The window opens where it was, and where somebody can see it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desktop } from '../standIn/desktop.ts';
import { expect, test } from '../standIn/test.ts';
import type { SeenWindow } from '../standIn/windows.ts';

const first = { x: 0, y: 0, width: 1440, height: 900 };
const second = { x: 1440, y: 0, width: 2560, height: 1400 };

/** What is seen of the window once its page stands. */
async function opened(desktop: Desktop): Promise<SeenWindow> {
  await expect((await desktop.page()).getByRole('searchbox')).toBeVisible();
  return desktop.seen();
}

async function ends(desktop: Desktop): Promise<void> {
  await desktop.closeWindow();
  expect(await desktop.program.ended).toBe(0);
}

test('keeps size, place and filling of the screen over a restart, also on a second screen', async ({ start }) => {
  const bounds = { x: 1600, y: 120, width: 1800, height: 1100 };
  const before = await start({ screens: [first, second] });
  expect(await opened(before)).toMatchObject({ bounds: first, maximized: false });
  await before.placeWindow(bounds);
  await ends(before);

  const again = await start({ screens: [first, second] });
  expect(await opened(again)).toMatchObject({ bounds, maximized: false });
  const page = await again.page();
  expect(page.viewportSize()).toEqual({ width: bounds.width, height: bounds.height });
  await again.maximizeWindow();
  await ends(again);

  // Filling the screen, it knows still how large it was before.
  expect(await opened(await start({ screens: [first, second] }))).toMatchObject({ bounds, maximized: true });
});

test('comes back onto a screen that is there, no larger than it, when its own is gone', async ({ start }) => {
  const before = await start({ screens: [first, second] });
  await opened(before);
  await before.placeWindow({ x: 2000, y: 200, width: 2000, height: 1100 });
  await ends(before);
  expect(await opened(await start())).toMatchObject({ bounds: first, maximized: false });
});

test('opens as at first when what was kept cannot be read', async ({ start, folder }) => {
  const before = await start();
  await opened(before);
  await ends(before);
  writeFileSync(join(folder, 'data', 'window.json'), '{"bounds":{"x":"left"');
  expect(await opened(await start())).toMatchObject({ bounds: first, maximized: false });
});

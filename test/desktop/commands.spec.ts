/** How the desktop program is told what to do: its native menu, its arguments, a second start, a file that the system gives. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlannerPage } from '../e2e/support/plannerPage.ts';
import type { Desktop } from '../standIn/desktop.ts';
import { expect, test } from '../standIn/test.ts';

const sample = fileURLToPath(new URL('../../assets/samples/eight-cabinets.raceway', import.meta.url));

/** Copies of the sample under these names. */
function copies(folder: string, ...names: string[]): string[] {
  return names.map((name) => {
    copyFileSync(sample, join(folder, name));
    return join(folder, name);
  });
}

const title = async (desktop: Desktop): Promise<string> => (await desktop.seen()).title;

test('the native menu works the planner', async ({ start, folder }) => {
  const [path = ''] = copies(folder, 'hall.raceway');
  const desktop = await start({ args: [path] });
  const page = await desktop.page();
  const planner = new PlannerPage(page);
  await expect(planner.status).toContainText('links on');
  const dialog = page.getByRole('dialog');
  const choose = (id: string): Promise<void> => desktop.choose(id);
  const cabinets = async (): Promise<number> => Number(/(\d+) cabinets?\./.exec(await page.locator('body').innerText())?.[1]);
  const before = await cabinets();

  for (const [id, name] of [
    ['file.generate', /Generate/],
    ['file.settings', /settings/i],
    ['export.open', /Export/],
    ['view.shortcuts', /keys|keyboard/i],
  ] as const) {
    await choose(id);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    // Nothing is done behind a dialog.
    await expect.poll(() => desktop.offers('arrange.mirror')).toBe(false);
    await expect.poll(() => desktop.offers('file.save')).toBe(false);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  expect(await cabinets()).toBe(before);

  await choose('edit.select-all');
  await choose('edit.duplicate');
  await expect.poll(cabinets).toBe(2 * before);
  await choose('edit.undo');
  await expect.poll(cabinets).toBe(before);
  await choose('edit.redo');
  await expect.poll(cabinets).toBe(2 * before);
  await desktop.choose('edit.undo');
  await desktop.choose('edit.select-all');
  await choose('edit.rotate');
  await expect.poll(async () => title(desktop)).toContain('•');
  await desktop.choose('edit.undo');
  await desktop.choose('edit.select-all');
  await choose('edit.delete');
  await expect.poll(cabinets).toBe(0);
  await desktop.choose('edit.undo');

  const drawing = () => planner.drawing.screenshot();
  for (const id of ['view.zoomIn', 'view.zoomOut', 'view.zoom-selection', 'view.fit', 'view.theme', 'view.units']) {
    if (id === 'view.zoom-selection') await desktop.choose('edit.select-all');
    if (id === 'view.fit') await desktop.choose('view.zoomOut');
    let shown = await drawing();
    // At rest: two pictures in a row are the same.
    const isAtRest = async (): Promise<boolean> => {
      const before = shown;
      shown = await drawing();
      return shown.equals(before);
    };
    await expect.poll(isAtRest).toBe(true);
    await choose(id);
    await expect.poll(async () => (await drawing()).equals(shown), { message: id }).toBe(false);
  }
  await desktop.choose('edit.rotate');
  await expect.poll(async () => title(desktop)).toContain('•');
  await choose('file.save');
  await expect.poll(async () => title(desktop)).toBe('hall.raceway — Raceway');
  void desktop.choosesToSave(join(folder, 'copy.raceway'));
  await choose('file.saveAs');
  await expect.poll(async () => title(desktop)).toBe('copy.raceway — Raceway');
  void desktop.choosesToOpen(path);
  await choose('file.open');
  await expect.poll(async () => title(desktop)).toBe('hall.raceway — Raceway');
  await choose('file.new');
  await expect.poll(async () => title(desktop)).toBe('Untitled.raceway — Raceway');
});

test('the native menu shows what can be done now, and means the text in a text field', async ({ start, folder }) => {
  const [path = ''] = copies(folder, 'hall.raceway');
  const desktop = await start({ args: [path] });
  const page = await desktop.page();
  await expect(new PlannerPage(page).status).toContainText('links on');
  const offered = async (...ids: readonly string[]): Promise<(boolean | undefined)[]> => Promise.all(ids.map((id) => desktop.offers(id)));

  await expect.poll(() => offered('edit.undo', 'edit.delete', 'arrange.mirror')).toEqual([false, false, false]);
  await desktop.choose('edit.select-all');
  await expect.poll(() => offered('edit.undo', 'edit.delete', 'arrange.mirror')).toEqual([false, true, true]);
  await desktop.choose('edit.rotate');
  await expect.poll(() => offered('edit.undo', 'edit.redo')).toEqual([true, false]);
  await desktop.choose('edit.undo');
  await expect.poll(() => offered('edit.undo', 'edit.redo')).toEqual([false, true]);

  const search = page.getByRole('searchbox');
  await search.fill('leaf');
  await desktop.choose('edit.select-all');
  await page.keyboard.type('s');
  await expect(search).toHaveValue('s');
  await desktop.choose('edit.undo');
  await expect(search).not.toHaveValue('s');
  await search.fill('');
  await expect.poll(async () => title(desktop)).not.toContain('•');
});

test('the native menu and the system list what was opened last, and forget it on demand', async ({ start, folder }) => {
  const [first = '', second = ''] = copies(folder, 'R&D hall.raceway', 'second.raceway');
  const desktop = await start({ args: [first], packed: true });
  await expect.poll(async () => title(desktop)).toBe('R&D hall.raceway — Raceway');
  await desktop.program.line.ask('openFile', second);
  await expect.poll(async () => title(desktop)).toBe('second.raceway — Raceway');

  const recent = async (): Promise<(string | undefined)[]> =>
    (await desktop.menu()).filter(({ id }) => /^recent\.\d/.test(id ?? '')).map(({ label }) => label);
  expect(await recent()).toEqual([`second.raceway — ${folder}`, `R&&D hall.raceway — ${folder}`]);
  expect(await desktop.program.line.ask('recentDocuments')).toEqual([second, first]);
  await desktop.choose('recent.1');
  await expect.poll(async () => title(desktop)).toBe('R&D hall.raceway — Raceway');
  await desktop.choose('recent.clear');
  await expect.poll(recent).toEqual([]);
  await expect.poll(() => desktop.offers('recent')).toBe(false);
  expect(await desktop.program.line.ask('recentDocuments')).toEqual([]);
  expect(JSON.stringify(await desktop.program.line.ask('aboutPanel'))).toContain('256.png');
});

test('opens the plan of its arguments, of a second start, and of the system', async ({ start, folder }) => {
  const [first = '', second = '', third = ''] = copies(folder, 'first.raceway', 'second.raceway', 'third.raceway');
  const desktop = await start({ args: [first], packed: true });
  await expect.poll(async () => title(desktop)).toBe('first.raceway — Raceway');

  const again = await start({ args: [second], packed: true });
  expect(await again.program.ended).toBe(0);
  await expect.poll(async () => title(desktop)).toBe('second.raceway — Raceway');
  expect((await desktop.seen()).focused).toBe(true);

  await desktop.program.line.ask('openFile', third);
  await expect.poll(async () => title(desktop)).toBe('third.raceway — Raceway');

  const shown = desktop.nextDialog('message', { response: 0 });
  await desktop.program.line.ask('openFile', join(folder, 'gone.raceway'));
  expect(await shown).toMatchObject({ type: 'error', message: 'Gone.raceway is not there any more.' });
});

test('is the command line too, without a window, where it is packed and where it is not', async ({ start, folder }) => {
  const [path = ''] = copies(folder, 'hall.raceway');
  const answers = [];
  for (const packed of [true, false]) {
    const desktop = await start({ args: ['takeoff', path, '--json'], packed });
    expect(await desktop.program.ended).toBe(0);
    const { elapsedMs: _, parseMs: __, rssPeakMb: ___, ...takeoff } = JSON.parse(desktop.program.output.text) as Record<string, unknown>;
    answers.push(takeoff);
    expect(desktop.requests).toEqual([]);
  }
  expect(answers[0]).toHaveProperty('cables.count');
  expect(answers[1]).toEqual(answers[0]);
});

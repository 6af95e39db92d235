/** Every question of the bridge, asked of the running program from its page, from strangers, and with what does not belong. */
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { channelNames, dropChannel, eventNames, wireName } from '../../shared/bridge/channels.ts';
import { emptyMenuBar } from '../../shared/bridge/menuBar.ts';
import { pageNames } from '../standIn/preloadScript.ts';
import { expect, test } from '../standIn/test.ts';

const sample = fileURLToPath(new URL('../../assets/samples/eight-cabinets.raceway', import.meta.url));
const everyWire = [...channelNames, dropChannel.name].map(wireName);
const nowhere = '0123456789abcdef'.repeat(2);

interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string };
}

/** Asks by the function that the preload put into the page. */
async function call(page: Page, name: string, ...args: unknown[]): Promise<Answer> {
  return page.evaluate(
    async ([question, given]) => {
      const bridge = (window as unknown as { raceway: Record<string, (...args: unknown[]) => Promise<unknown>> }).raceway;
      return (await bridge[question]?.(...given)) as Answer;
    },
    [name, args] as const,
  );
}

test('answers every channel of the table, end to end', async ({ start, folder }) => {
  const desktop = await start();
  const page = await desktop.page();
  await expect(page.getByRole('searchbox')).toBeVisible();
  const path = join(folder, 'hall.raceway');
  copyFileSync(sample, path);
  const bytes = new TextEncoder().encode('a plan');
  const asked = new Set<string>();
  const ask = (name: string, ...args: unknown[]): Promise<Answer> => {
    asked.add(name);
    return call(page, name, ...args);
  };

  void desktop.choosesToOpen(path);
  const opened = await ask('openFile');
  expect(opened).toMatchObject({ ok: true, value: { name: 'hall.raceway' } });
  const { token } = opened.value as { token: string };
  expect(JSON.stringify(opened)).not.toContain(folder);
  expect(await ask('listRecent')).toEqual({ ok: true, value: [{ token, name: 'hall.raceway', place: folder }] });
  expect(await ask('openRecent', token)).toMatchObject({ ok: true, value: { token } });
  expect(await ask('watchFile', token)).toMatchObject({ ok: true });
  expect(await ask('saveFile', token, bytes, 'refuse')).toEqual({ ok: true, value: { token, name: 'hall.raceway' } });
  expect(readFileSync(path, 'utf8')).toBe('a plan');

  void desktop.choosesToSave(join(folder, 'copy.raceway'));
  expect(await ask('saveFileAs', 'hall.raceway', bytes)).toMatchObject({ ok: true, value: { name: 'copy.raceway' } });
  const shown = desktop.choosesToSave(join(folder, 'bom.csv'));
  expect(await ask('exportFile', 'hall-bom.csv', 'text/csv', bytes)).toEqual({ ok: true, value: 'bom.csv' });
  expect(await shown).toMatchObject({ defaultPath: 'hall-bom.csv', filters: [{ extensions: ['csv'] }, { extensions: ['*'] }] });
  expect(readFileSync(join(folder, 'bom.csv'), 'utf8')).toBe('a plan');

  expect(await ask('printPage', { widthMm: 420, heightMm: 297 })).toMatchObject({ ok: true });
  await ask('setTitle', 'hall.raceway', true);
  await ask('setProgress', 0.5);
  expect(await desktop.seen()).toMatchObject({ title: '• hall.raceway — Raceway', edited: true, progress: 0.5 });
  await ask('setProgress', null);
  expect(await desktop.seen()).toMatchObject({ progress: -1 });

  expect(await ask('pageReady')).toMatchObject({ ok: true });
  expect(await ask('readJournal', 'none')).toMatchObject({ ok: true, value: null });
  expect(await ask('snapshotJournal', 'spec', 'hall.raceway', bytes, ['first'])).toMatchObject({ ok: true });
  expect(await ask('appendJournal', 'spec', ['second'])).toMatchObject({ ok: true });
  const stored = { id: 'spec', name: 'hall.raceway', lines: ['first', 'second'] };
  const { value: read } = (await ask('readJournal', 'spec')) as { value: { snapshot: object } };
  expect(read).toMatchObject(stored);
  expect(new TextDecoder().decode(Uint8Array.from(Object.values(read.snapshot) as number[]))).toBe('a plan');
  // Its window lives, so nobody is offered it.
  expect(await ask('listJournals')).toEqual({ ok: true, value: [] });
  expect(await ask('clearJournal', 'spec')).toMatchObject({ ok: true });
  expect(await ask('readJournal', 'spec')).toMatchObject({ ok: true, value: null });

  expect(await ask('showMenu', emptyMenuBar)).toMatchObject({ ok: true });
  expect(await ask('guardClose', true)).toMatchObject({ ok: true });
  expect(await ask('answerClose', false)).toMatchObject({ ok: true });
  expect([...asked].sort()).toEqual([...channelNames].sort());
});

test('reads the path of a drop from the system alone', async ({ start, folder }) => {
  const desktop = await start();
  const page = await desktop.page();
  await expect(page.getByRole('searchbox')).toBeVisible();
  const path = join(folder, 'hall.raceway');
  copyFileSync(sample, path);
  const drop = (from: string | null) =>
    page.evaluate(
      async ([hook, real]) => {
        const file = new File(['made by the page'], '/etc/passwd');
        const names = window as unknown as Record<string, (file: File, path: string) => void>;
        if (real !== null) names[hook]?.(file, real);
        const bridge = (window as unknown as { raceway: { openDropped(file: File): Promise<Answer> } }).raceway;
        return bridge.openDropped(file);
      },
      [pageNames.drop, from] as const,
    );
  expect(await drop(path)).toMatchObject({ ok: true, value: { name: 'hall.raceway' } });
  expect(await drop(null)).toMatchObject({ ok: false, error: { code: 'bridge.invalid' } });
});

test('answers no stranger, on any channel', async ({ start }) => {
  const desktop = await start();
  const page = await desktop.page();
  await expect(page.getByRole('searchbox')).toBeVisible();
  expect([...((await desktop.program.line.ask('channels')) as string[])].sort()).toEqual([...everyWire].sort());

  const refused = { ok: false, error: { code: 'bridge.refused' } };
  const strange = await desktop.strangePage();
  for (const wire of everyWire) expect(await desktop.ask(strange, wire), `${wire} from no window`).toMatchObject(refused);

  await page.evaluate(() => document.body.append(document.createElement('iframe')));
  const inner = page.frames().find((frame) => frame !== page.mainFrame());
  for (const wire of everyWire) {
    const answer = await inner?.evaluate(
      ([name, channel]) =>
        (window as unknown as Record<string, (channel: string, args: unknown[]) => Promise<unknown>>)[name]?.(channel, []),
      [pageNames.invoke, wire] as const,
    );
    expect(answer, `${wire} from a frame inside`).toMatchObject(refused);
  }

  for (const address of ['https://raceway.test/index.html', 'https://raceway.stand-in.test.evil.test/index.html']) {
    const foreign = await desktop.impose(address, '<title>Not the planner</title>');
    for (const wire of everyWire) expect(await desktop.ask(foreign, wire), `${wire} from ${address}`).toMatchObject(refused);
  }
});

test('takes nothing that does not belong, on any channel', async ({ start }) => {
  const desktop = await start();
  const page = await desktop.page();
  await expect(page.getByRole('searchbox')).toBeVisible();
  const hostile: readonly (readonly unknown[])[] = [
    [{ __proto__: { polluted: true } }, 'x', 'y', 'z'],
    ['../../../../etc/passwd', '../../x'],
    [[], [], []],
    [Number.NaN, -1],
    ['a\nb\0c', 'text/plain\r\nX: y', 'bytes'],
    ['x'.repeat(100_000)],
  ];
  for (const wire of everyWire)
    for (const args of hostile) {
      const answer = (await desktop.ask(page, wire, ...args)) as Answer;
      // A long path is a path all the same: there is no such file.
      const codes = wire === wireName(dropChannel.name) ? /^(bridge\.invalid|file\.)/ : /^bridge\.invalid$/;
      expect(answer.error?.code ?? 'answered', `${wire} with ${JSON.stringify(args).slice(0, 60)}`).toMatch(codes);
    }
  for (const name of ['openRecent', 'saveFile'] as const)
    expect(await call(page, name, nowhere, ...(name === 'saveFile' ? [new Uint8Array(1), 'refuse'] : []))).toMatchObject({
      ok: false,
    });
  expect(await call(page, 'listRecent')).toEqual({ ok: true, value: [] });
});

test('puts its questions into the page and nothing else of Electron', async ({ start }) => {
  const desktop = await start();
  const page = await desktop.page();
  await expect(page.getByRole('searchbox')).toBeVisible();
  const found = await page.evaluate(() => ({
    bridge: Object.keys((window as unknown as { raceway: object }).raceway),
    isFrozen: Object.isFrozen((window as unknown as { raceway: object }).raceway),
    strays: ['require', 'module', 'process', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
  }));
  expect(found.bridge.sort()).toEqual([...channelNames, dropChannel.name, 'on'].sort());
  expect(found).toMatchObject({ isFrozen: true, strays: [] });
  const refusal = await page.evaluate(() => {
    try {
      (window as unknown as { raceway: { on(name: string, listener: () => void): void } }).raceway.on('__proto__', () => undefined);
      return 'heard';
    } catch {
      return 'refused';
    }
  });
  expect(refusal).toBe('refused');
  expect(eventNames.length).toBeGreaterThan(0);
});

/** The bridge from both ends, joined as Electron joins them: by name, with what was sent and nothing known about it. */
import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { createHandlers, type PlannerWindow } from '../../../electron/ipc/handlers.ts';
import { judgeSender } from '../../../electron/ipc/identifySender.ts';
import { registerHandlers, type Handlers } from '../../../electron/ipc/register.ts';
import type { JournalFiles } from '../../../electron/files/journalFiles.ts';
import type { PlanFiles } from '../../../electron/files/planFiles.ts';
import { createElectronHost, type Bridge } from '../../../renderer/host/electronHost.ts';
import { MAX_PLAN_BYTES } from '../../../shared/plan/planFormat.ts';
import { channelNames, dropChannel, maxFileBytes, wireName, type EventName } from '../../../shared/bridge/channels.ts';
import { emptyMenuBar, type MenuBar, type MenuChoice } from '../../../shared/bridge/menuBar.ts';
import { ok, type Result, type UserError } from '../../../shared/result.ts';

const token = '0123456789abcdef'.repeat(2);
const bytes = new TextEncoder().encode('a plan');
const event = {} as IpcMainInvokeEvent;

const choice: MenuChoice = { kind: 'choice', id: 'file.save', label: 'Save', shortcut: 'Ctrl+S', enabled: true };
const withChoice = (odd: Partial<MenuChoice>): MenuBar => ({ ...emptyMenuBar, file: [{ ...choice, ...odd }] });

/** Handlers that note what reached them. */
function noting(calls: unknown[][], answer?: unknown): Handlers {
  const handler =
    (name: string) =>
    async (_asker: unknown, ...args: unknown[]) => {
      calls.push([name, ...args]);
      return ok(answer);
    };
  return Object.fromEntries([...channelNames, dropChannel.name].map((name) => [name, handler(name)])) as unknown as Handlers;
}

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>;

function door(handlers: Handlers, trusted = true, onBug: (where: string, error: unknown) => void = () => undefined) {
  const listeners = new Map<string, Listener>();
  registerHandlers(
    { handle: (name, listener) => void listeners.set(name, listener) },
    () => (trusted ? { windowId: 1 } : undefined),
    handlers,
    onBug,
  );
  return {
    names: () => [...listeners.keys()],
    ask: (name: string, ...args: unknown[]) => listeners.get(`raceway:${name}`)!(event, ...args) as Promise<Result<unknown, UserError>>,
  };
}

describe('the host’s end of the bridge', () => {
  it('answers every channel of the table and no other', () => {
    const expected = [...channelNames.map(wireName), wireName(dropChannel.name)];
    expect(door(noting([])).names().sort()).toEqual(expected.sort());
  });

  it('refuses whoever is not our page, before looking at what was sent', async () => {
    const calls: unknown[][] = [];
    const strange = door(noting(calls), false);
    for (const name of [...channelNames, dropChannel.name])
      expect(await strange.ask(name, token, bytes)).toMatchObject({ ok: false, error: { code: 'bridge.refused' } });
    expect(calls).toEqual([]);
  });

  const hostile: readonly [why: string, name: string, ...args: unknown[]][] = [
    ['nothing where something is due', 'saveFile'],
    ['too many arguments', 'openFile', 'extra'],
    ['a path for a token', 'openRecent', '/etc/passwd'],
    ['a token with more after it', 'openRecent', `${token}/../../x`],
    ['an object that says it is a token', 'openRecent', { toString: () => token }],
    ['text for bytes', 'saveFile', token, 'a plan', 'refuse'],
    ['numbers for bytes', 'saveFile', token, [1, 2, 3], 'refuse'],
    ['bytes over the limit', 'saveFile', token, { [Symbol.toStringTag]: 'Uint8Array', byteLength: maxFileBytes + 1 }, 'refuse'],
    ['another word than refuse or overwrite', 'saveFile', token, bytes, 'always'],
    ['a path to be watched', 'watchFile', '/etc/passwd'],
    ['a folder in a file name', 'saveFileAs', '../../evil.raceway', bytes],
    ['a Windows folder in a file name', 'exportFile', 'C:\\evil.csv', 'text/csv', bytes],
    ['a line end in a file name', 'saveFileAs', 'a\nb', bytes],
    ['an empty file name', 'saveFileAs', '', bytes],
    ['an endless file name', 'saveFileAs', 'a'.repeat(10_000), bytes],
    ['a media type with a header in it', 'exportFile', 'a.csv', 'text/csv\r\nX: y', bytes],
    ['a journal id that climbs', 'appendJournal', '../../x', ['line']],
    ['two lines for one', 'appendJournal', 'plan-1', ['one\ntwo']],
    ['a line that stands alone', 'appendJournal', 'plan-1', 'one'],
    ['paper without an end', 'printPage', { widthMm: Infinity, heightMm: 210 }],
    ['paper with more to it', 'printPage', { widthMm: 297, heightMm: 210, silent: true }],
    ['a share over one', 'setProgress', 1.5],
    ['a share that is no number', 'setProgress', NaN],
    ['truth by text', 'answerClose', 'true'],
    ['an empty path', 'openDropped', ''],
    ['a menu with a line end in a word', 'showMenu', withChoice({ label: 'a\nb' })],
    ['a menu with an endless word', 'showMenu', withChoice({ label: 'a'.repeat(1000) })],
    ['a menu with an odd id', 'showMenu', withChoice({ id: '../x' })],
    ['a menu with a menu of its own', 'showMenu', { ...emptyMenuBar, evil: [] }],
    ['an endless menu', 'showMenu', { ...emptyMenuBar, file: Array.from({ length: 1000 }, () => ({ kind: 'line' })) }],
  ];
  it.each(hostile)('refuses %s', async (_why, name, ...args) => {
    const calls: unknown[][] = [];
    expect(await door(noting(calls)).ask(name, ...args)).toMatchObject({ ok: false, error: { code: 'bridge.invalid' } });
    expect(calls).toEqual([]);
  });

  it('resolves with a plain error, never rejects, when a handler throws, and tells the host', async () => {
    const bugs: string[] = [];
    const handlers: Handlers = { ...noting([]), listRecent: () => Promise.reject(new Error('secret path /home/x')) };
    const answer = await door(handlers, true, (where) => bugs.push(where)).ask('listRecent');
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('/home/x');
    expect(bugs).toEqual(['listRecent']);
  });
});

describe('who may ask', () => {
  const own = [7];
  const origins = ['app://raceway'];
  it.each([
    ['our main frame on our page', { windowId: 7, isMainFrame: true, origin: 'app://raceway' }, { windowId: 7 }],
    ['a frame inside our page', { windowId: 7, isMainFrame: false, origin: 'app://raceway' }, undefined],
    ['our window on a page of the web', { windowId: 7, isMainFrame: true, origin: 'https://raceway' }, undefined],
    ['another window', { windowId: 8, isMainFrame: true, origin: 'app://raceway' }, undefined],
    ['no window', { windowId: undefined, isMainFrame: true, origin: 'app://raceway' }, undefined],
    ['a page that is just being torn down', { windowId: 7, isMainFrame: true, origin: '' }, undefined],
  ])('%s', (_who, sender, expected) => {
    expect(judgeSender(sender, own, origins)).toEqual(expected);
  });
});

it('lets files through up to the largest that a plan may have', () => {
  expect(maxFileBytes).toBe(MAX_PLAN_BYTES);
});

describe('the planner over the bridge', () => {
  /** The two ends joined; `handlers` are the host's. */
  function joined(handlers: Handlers) {
    const { ask } = door(handlers);
    const listeners = new Map<EventName, (payload: never) => void>();
    const bridge = Object.fromEntries(channelNames.map((name) => [name, (...args: unknown[]) => ask(name, ...args)])) as unknown as Bridge;
    const host = createElectronHost({
      ...bridge,
      openDropped: (file) => ask(dropChannel.name, `/dropped/${file.name}`) as ReturnType<Bridge['openDropped']>,
      on: (name, listener) => {
        listeners.set(name, listener);
        return () => void listeners.delete(name);
      },
    });
    return { host, tell: (name: EventName, payload: unknown) => listeners.get(name)?.(payload as never), listeners };
  }

  function realHandlers(parts: {
    planFiles?: Partial<PlanFiles>;
    journalFiles?: Partial<JournalFiles>;
    window?: Partial<PlannerWindow>;
    showMenu?: (bar: MenuBar) => void;
  }): Handlers {
    return createHandlers({
      planFiles: (parts.planFiles ?? {}) as PlanFiles,
      journalFiles: (parts.journalFiles ?? {}) as JournalFiles,
      showMenu: parts.showMenu ?? (() => undefined),
      window: () => (parts.window ?? {}) as PlannerWindow,
    });
  }

  it('shows the menu that the page tells', async () => {
    const shown: MenuBar[] = [];
    const { host } = joined(realHandlers({ showMenu: (bar) => shown.push(bar) }));
    host.showMenu(withChoice({}));
    await expect.poll(() => shown).toEqual([withChoice({})]);
  });

  it('opens, saves and lists through to the files, with tokens alone', async () => {
    const opened = { token, name: 'hall.raceway', bytes };
    const saves: unknown[] = [];
    const { host } = joined(
      realHandlers({
        planFiles: {
          open: async () => ok(opened),
          openToken: async () => ok(opened),
          save: async (...args) => {
            saves.push(args);
            return ok({ token, name: 'hall.raceway' });
          },
          recent: async () => [{ token, name: 'hall.raceway', place: '/plans' }],
        },
      }),
    );
    expect(await host.open()).toEqual(ok(opened));
    expect(await host.openRecent(token)).toEqual(ok(opened));
    expect(await host.save(token, bytes, 'refuse')).toEqual(ok({ token, name: 'hall.raceway' }));
    expect(saves).toEqual([[token, bytes, 'refuse']]);
    expect(await host.recent()).toEqual([{ token, name: 'hall.raceway', place: '/plans' }]);
  });

  it('does not trust an answer that does not fit the table', async () => {
    const { host } = joined(noting([], { token, name: 'hall.raceway', bytes: 'text' }));
    expect(await host.open()).toMatchObject({ ok: false, error: { code: 'bridge.invalid' } });
    expect(await host.recent()).toEqual([]);
    await expect(host.journal.list()).rejects.toThrow(/listJournals/);
  });

  it('closes when the page says that it may, and stays open when it may not', async () => {
    const answers: unknown[] = [];
    const { host, tell, listeners } = joined(
      realHandlers({ window: { guardClose: () => undefined, answerClose: (may) => answers.push(may) } }),
    );
    let may = false;
    const release = host.guardClose(
      () => true,
      async () => may,
    );
    tell('closeRequested', undefined);
    await expect.poll(() => answers).toEqual([false]);
    may = true;
    tell('closeRequested', undefined);
    await expect.poll(() => answers).toEqual([false, true]);
    release();
    expect(listeners.has('closeRequested')).toBe(false);
  });

  it('hears the menu, and hears nothing that does not fit', () => {
    const { host, tell } = joined(noting([]));
    const heard: string[] = [];
    const stop = host.onMenu((action) => heard.push(action));
    tell('menu', 'edit.undo');
    tell('menu', { id: 'edit.undo' });
    tell('menu', '<script>');
    stop();
    tell('menu', 'edit.redo');
    expect(heard).toEqual(['edit.undo']);
  });

  it('says that the page listens once somebody waits for files from outside', async () => {
    const calls: unknown[][] = [];
    const { host, tell } = joined(noting(calls));
    const files: string[] = [];
    host.onOpenFile((file) => files.push(file.name));
    await expect.poll(() => calls).toEqual([['pageReady']]);
    tell('fileOpened', { token, name: 'hall.raceway', bytes });
    expect(files).toEqual(['hall.raceway']);
  });
});

/**
 * A program to be killed: the planner over the bridge with the desktop's own files and journals under it, edited and saved at
 * random for ever. `node victim.ts FOLDER SEED RECORDS`. It restores what the one before it left, as the real one does.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { IpcMainInvokeEvent } from 'electron';
import { applyPatches, type Patch } from 'immer';
import { createGrants } from '../../../electron/files/grants.ts';
import { createJournalFiles } from '../../../electron/files/journalFiles.ts';
import { createPlanFiles } from '../../../electron/files/planFiles.ts';
import { createRecentFiles } from '../../../electron/files/recentFiles.ts';
import { createHandlers } from '../../../electron/ipc/handlers.ts';
import { registerHandlers } from '../../../electron/ipc/register.ts';
import { createElectronHost, type Bridge } from '../../../renderer/host/electronHost.ts';
import type { Host, JournalStorage } from '../../../renderer/host/host.ts';
import { createPlanner } from '../../../renderer/state/createPlanner.ts';
import { connectEngine } from '../../../renderer/worker/connectEngine.ts';
import { channelNames, wireName } from '../../../shared/bridge/channels.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { fail, ok } from '../../../shared/result.ts';
import { openLocalEngine } from '../localEngine.ts';
import { SeededRandom } from '../random.ts';
import { randomSeed, runSeed } from '../randomCommands.ts';
import { openRecords } from './record.ts';

const [folder = '', seed = '', records = ''] = process.argv.slice(2);
const random = new SeededRandom(Number(seed));
const record = openRecords(records);
const trouble = (text: string): void => record({ is: 'trouble', text });

const digest = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex').slice(0, 24);
const digestOfPlan = (plan: Plan): string => digest(serializePlan(plan));

/** The host's end and the page's end, joined as Electron joins them: by clones. */
function joinedHost(): Host {
  const path = join(folder, 'hall.raceway');
  const dialogs = { chooseOpen: () => Promise.resolve(path), chooseSave: () => Promise.resolve(path) };
  const nothing = (): void => undefined;
  const window = {
    planDialogs: dialogs,
    exportDialogs: dialogs,
    print: () => Promise.resolve(ok(undefined)),
    setTitle: nothing,
    setProgress: nothing,
    watchFile: (token: string | null) => {
      void planFiles.adopt(token === null ? '' : path);
      return true;
    },
    guardClose: nothing,
    answerClose: nothing,
    pageReady: nothing,
  };
  const planFiles = createPlanFiles(createGrants(), createRecentFiles(join(folder, 'data', 'recent.json')));
  const journalFiles = createJournalFiles(join(folder, 'data', 'recovery'));
  const listeners = new Map<string, (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>>();
  registerHandlers(
    { handle: (name, listener) => void listeners.set(name, listener) },
    () => ({ windowId: 1 }),
    createHandlers({ planFiles, journalFiles, showMenu: nothing, window: () => window }),
    (where, error) => trouble(`${where}: ${String(error)}`),
  );
  const ask = async (name: string, args: unknown[]): Promise<unknown> => {
    const listener = listeners.get(name);
    if (listener === undefined) throw new Error(`nobody answers ${name}`);
    return structuredClone(await listener({} as IpcMainInvokeEvent, ...structuredClone(args)));
  };
  const questions = Object.fromEntries(channelNames.map((name) => [name, (...args: unknown[]) => ask(wireName(name), args)]));
  return createElectronHost({ ...questions, on: () => nothing } as unknown as Bridge);
}

/** Changes that no line has been written for yet, in order. */
const unwritten: { readonly number: number; readonly patches: string }[] = [];
let made = 0;

/** The journal as the page has it; says what the page is told. */
function recorded(storage: JournalStorage): JournalStorage {
  return {
    ...storage,
    async snapshot(id, name, bytes, lines) {
      await storage.snapshot(id, name, bytes, lines);
      // Without a line it is not offered: the file has it, or it is the empty plan of a start, to which nothing was done yet.
      if (lines.length > 0 && lines.every((line) => line.endsWith('"patches":[]}'))) record({ is: 'keptWhole', plan: digest(bytes) });
    },
    async append(id, lines) {
      const changes = lines.flatMap((line) => {
        const at = unwritten.findIndex(({ patches }) => line.endsWith(patches));
        return at < 0 ? [] : unwritten.splice(0, at + 1).slice(-1);
      });
      await storage.append(id, lines);
      for (const { number } of changes) record({ is: 'kept', number });
    },
  };
}

const host = joinedHost();
const planner = createPlanner({
  host: {
    ...host,
    journal: recorded(host.journal),
    async save(token, bytes, ifChanged) {
      record({ is: 'saving', plan: digest(bytes) });
      const saved = await host.save(token, bytes, ifChanged);
      if (saved.ok) record({ is: 'saved', plan: digest(bytes) });
      return saved;
    },
    async saveAs(name, bytes) {
      record({ is: 'saving', plan: digest(bytes) });
      const saved = await host.saveAs(name, bytes);
      if (saved.ok) record({ is: 'saved', plan: digest(bytes) });
      return saved;
    },
  },
  connect: (current) => {
    const none = fail({ code: 'template.unknown', message: 'no templates here', remedy: 'none' });
    const templates = { list: () => [], counts: () => none, generate: () => none };
    return connectEngine({
      openEngine: () => openLocalEngine(templates),
      openExport: () => {
        throw new Error('no export here');
      },
      current,
    });
  },
  openComparison: () => {
    throw new Error('no comparison here');
  },
  fetchSample: () => Promise.reject(new Error('no samples here')),
  partsFor: ({ catalog }) => catalog,
  layOutSheets: () => Promise.reject(new Error('no print here')),
  nextFrame: (run) => queueMicrotask(run),
  randomBytes: (count) => Uint8Array.from({ length: count }, () => random.between(0, 255)),
});

planner.files.attachDialogs({
  askUnsaved: () => Promise.resolve('save'),
  askConflict({ is }) {
    trouble(`the file is ${is}, and nobody else was there`);
    return Promise.resolve('overwrite');
  },
  askLoadAgain: () => Promise.resolve('stay'),
  askRestore: () => Promise.resolve('restore'),
  showError: (title, { message }) => trouble(`${title}: ${message}`),
  showNotes: () => undefined,
  tell(text) {
    if (!text.startsWith('Saved')) trouble(text);
  },
});

function plant(plan: Plan, patches: readonly Patch[] | null): void {
  made += 1;
  if (patches !== null) {
    // As the journal writes them; only the end of the line is compared, where the patches stand.
    const text = JSON.stringify({ patches }, (_key, value: unknown) => (value instanceof Map ? { $map: [...value] } : value));
    unwritten.push({ number: made, patches: text.slice(1) });
  }
  record({ is: 'made', number: made, plan: digestOfPlan(plan) });
}
planner.plan.onChange(({ patches }) => plant(planner.plan.getState().plan, patches));
planner.plan.onReplace(({ plan }) => plant(plan, null));

function edit(): void {
  const dice = random.next();
  if (dice < 0.1) planner.plan.undo();
  else if (dice < 0.15) planner.plan.redo();
  else {
    const seedOfEdit = randomSeed(random);
    planner.plan.run((plan) => {
      const outcome = runSeed(plan, seedOfEdit);
      if (!outcome.ok) return outcome;
      const patches = outcome.value.step?.redo ?? [];
      return { ok: true, value: { label: 'Random', recipe: (draft) => void applyPatches(draft, patches) } };
    }, null);
  }
}

await planner.start('');
if (planner.plan.getState().plan.halls.size === 0) await planner.files.open();
process.stdout.write('ready\n');

for (;;) {
  for (let left = random.between(1, 4); left > 0; left -= 1) edit();
  const dice = random.next();
  const saving = dice < 0.12 ? planner.files.save() : dice < 0.16 ? planner.files.saveAs() : null;
  if (saving !== null && random.chance(0.5)) await saving;
  await new Promise((resolve) => setTimeout(resolve, random.between(0, 3)));
}

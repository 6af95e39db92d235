/** Kills the desktop's program over and over at random moments, and looks each time at what is left. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyPatches, enableMapSet, enablePatches } from 'immer';
import { createJournalFiles } from '../../../electron/files/journalFiles.ts';
import { readJournal } from '../../../renderer/state/journal.ts';
import { must } from '../../../shared/assert.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { samplePlan } from '../plannerPlans.ts';
import { SeededRandom } from '../random.ts';
import { createLedger } from './ledger.ts';
import { readRecords } from './record.ts';

enablePatches();
enableMapSet();

const victim = fileURLToPath(new URL('./victim.ts', import.meta.url));

export interface KillCounts {
  readonly kills: number;
  /** Killed before the program had come to its work: while it restored. */
  readonly duringStart: number;
  readonly restored: number;
  readonly made: number;
  readonly acknowledged: number;
  readonly saved: number;
  /** Acknowledged and not there after the kill. */
  readonly lost: number;
  readonly faults: readonly string[];
}

/** In a folder of its own, which is removed in the end. */
export async function killDesktop(kills: number, seed: number): Promise<KillCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'raceway-kills-'));
  try {
    return await killIn(folder, kills, seed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function killIn(folder: string, kills: number, seed: number): Promise<KillCounts> {
  const random = new SeededRandom(seed);
  const file = join(folder, 'hall.raceway');
  const recovery = join(folder, 'data', 'recovery');
  mkdirSync(recovery, { recursive: true });
  const first = serializePlan(samplePlan());
  writeFileSync(file, first);
  const ledger = createLedger(digest(first));
  const faults: string[] = [];
  let lost = 0;
  let duringStart = 0;
  let restored = 0;

  for (let round = 0; round < kills; round += 1) {
    const records = join(folder, `records-${round}`);
    writeFileSync(records, '');
    const roundSeed = random.between(0, 2 ** 31);
    const wasReady = await runAndKill([folder, String(roundSeed), records], random);
    if (!wasReady) duringStart += 1;
    ledger.take(readRecords(records));
    rmSync(records);

    const fault = (text: string): number => faults.push(`round ${round}: ${text}`);
    const inFile = readFileSync(file, 'utf8');
    if (!ledger.mayHold(digest(inFile))) fault(`the file holds ${inFile.length} characters that nobody saved there, or an older version`);
    const left = await recoveredFrom(recovery);
    if (left !== null) restored += 1;
    const recovered = digest(left === null ? inFile : serializePlan(left));
    const missing = ledger.lost(recovered);
    if (missing === null) fault('what was recovered was never made');
    else if (missing > 0) {
      lost += missing;
      fault(`${missing} kept changes are missing in what the ${left === null ? 'file' : 'journal'} holds`);
    }
    const parts = readdirSync(recovery).filter((name) => !/^[\w-]+\.(json|\d+\.(plan|lines))$/.test(name));
    if (parts.length > 0) fault(`half-written files are left: ${parts.join(', ')}`);
    ledger.goOn(recovered);
  }
  faults.push(...ledger.troubles);
  return { kills, duringStart, restored, ...ledger.counts, lost, faults };
}

/** Waits a random while after the start, or after the program has come to its work; true: it had. */
function runAndKill(args: readonly string[], random: SeededRandom): Promise<boolean> {
  const fromStart = random.chance(0.25);
  const waitMs = fromStart ? random.between(100, 600) : random.between(0, 240);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', victim, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'raceway-kills-compiled') },
    });
    let isReady = false;
    let isKilled = false;
    let troubles = '';
    const kill = (): void => {
      isKilled = true;
      child.kill('SIGKILL');
    };
    if (fromStart) setTimeout(kill, waitMs);
    child.stderr.on('data', (chunk: Buffer) => (troubles += chunk.toString('utf8')));
    child.stdout.once('data', () => {
      isReady = true;
      if (!fromStart) setTimeout(kill, waitMs);
    });
    child.once('close', () => {
      if (isKilled) resolve(isReady);
      else reject(new Error(`the program ended by itself\n${troubles}`));
    });
  });
}

/** The plan that the next start would restore; null: none is offered. */
async function recoveredFrom(recovery: string): Promise<Plan | null> {
  const journals = createJournalFiles(recovery);
  const [newest] = await journals.list();
  if (newest === undefined) return null;
  const stored = must(await journals.read(newest.id), 'the journal that was listed');
  const parsed = parsePlan(stored.snapshot);
  if (!parsed.ok) throw new Error(`a snapshot cannot be read: ${parsed.error.message}`);
  return (await readJournal(stored)).reduce((plan, patches) => applyPatches(plan, patches), parsed.value);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

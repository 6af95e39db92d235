/** A planner at a host in memory with the engine itself behind it, and a person who answers its questions as told. */
import { partsFor } from '../../renderer/panels/partCatalog.ts';
import { createPlanner, type StartedPlanner } from '../../renderer/state/createPlanner.ts';
import type { UnsavedChoice } from '../../renderer/state/fileActions.ts';
import type { ConflictChoice } from '../../renderer/state/saving.ts';
import { bundledTemplates } from '../../renderer/worker/bundledTemplates.ts';
import { connectEngine } from '../../renderer/worker/connectEngine.ts';
import { moveThings } from '../../shared/commands/move.ts';
import type { UserError } from '../../shared/result.ts';
import { openLocalComparison } from './localComparison.ts';
import { openLocalEngine } from './localEngine.ts';
import { createMemoryHost, type MemoryHost } from './memoryHost.ts';
import { sampleBytes } from './plannerPlans.ts';
import { SeededRandom } from './random.ts';

export interface Seat {
  readonly planner: StartedPlanner;
  readonly host: MemoryHost;
  readonly errors: UserError[];
  answer: UnsavedChoice;
  asked: number;
  /** What is asked over a file that others have changed, in turn; at the end the person stays. */
  readonly conflictAnswers: ConflictChoice[];
  readonly conflicts: string[];
  loadAgainAnswer: 'load' | 'stay';
  readonly told: string[];
}

export function seat(host: MemoryHost = createMemoryHost()): Seat {
  const random = new SeededRandom(3);
  const planner = createPlanner({
    host,
    connect: (current) =>
      connectEngine({
        openEngine: () => openLocalEngine(bundledTemplates),
        openExport: () => {
          throw new Error('no export here');
        },
        current,
      }),
    openComparison: openLocalComparison,
    fetchSample: () => Promise.resolve(sampleBytes()),
    partsFor,
    layOutSheets: () => Promise.reject(new Error('no print here')),
    nextFrame: (run) => queueMicrotask(run),
    randomBytes: (count) => Uint8Array.from({ length: count }, () => random.between(0, 255)),
  });
  const made: Seat = {
    planner,
    host,
    errors: [],
    answer: 'stay',
    asked: 0,
    conflictAnswers: [],
    conflicts: [],
    loadAgainAnswer: 'stay',
    told: [],
  };
  planner.files.attachDialogs({
    askUnsaved: () => {
      made.asked += 1;
      return Promise.resolve(made.answer);
    },
    askConflict: ({ is }) => {
      made.conflicts.push(is);
      return Promise.resolve(made.conflictAnswers.shift() ?? 'stay');
    },
    askLoadAgain: () => Promise.resolve(made.loadAgainAnswer),
    askRestore: () => Promise.resolve('restore'),
    showError: (_title, error) => made.errors.push(error),
    showNotes: () => {},
    tell: (text) => made.told.push(text),
  });
  return made;
}

export function moveA01({ planner }: Seat, dxMm = 500): void {
  planner.plan.run(moveThings, { cabinets: ['A01'], dxMm, dyMm: 0 });
}

/** Lets everything that is under way come to its end. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    // Digests are worked out beside this thread, first come, first served: those asked for before are done by now.
    await crypto.subtle.digest('SHA-256', new Uint8Array(1));
  }
}

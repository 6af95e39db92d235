/**
 * The comparison on screen: with what, how far it is, what differs, what is picked of it. It follows the plan: after every change it is
 * made anew beside the page, and what stood there before stays until then.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Severity } from '../../shared/checks/types.ts';
import type { Step } from '../../shared/commands/history.ts';
import type { ChangeMark } from '../../shared/diff/changeMarks.ts';
import type { ComparedPlan, CompareMessage } from '../../shared/diff/compareSession.ts';
import type { ComparedFinding, Figures } from '../../shared/diff/figures.ts';
import type { MergeTrial } from '../../shared/diff/mergeTrial.ts';
import type { PlanChange } from '../../shared/diff/planDiff.ts';
import type { WayMark } from '../../shared/diff/wayMarks.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { ownVariant } from '../../shared/plan/variants.ts';
import { fail, type Result, type UserError } from '../../shared/result.ts';
import type { Progress } from '../../shared/work.ts';
import type { PlanStore } from '../state/planStore.ts';
import type { EngineClient } from '../worker/engineClient.ts';
import type { ComparePort } from './comparePort.ts';
import { sideName } from './sideText.ts';

/** A side of a comparison: the plan as it is worked on, another variant of it, or a file. */
export type Side =
  | { readonly kind: 'own' }
  | { readonly kind: 'variant'; readonly id: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array };

const OWN: Side = { kind: 'own' };

/** What a finished comparison says. */
export interface Compared {
  readonly changes: readonly PlanChange[];
  readonly figures: Figures;
  /** By hall. */
  readonly marks: ReadonlyMap<string, readonly ChangeMark[]>;
  readonly ways: ReadonlyMap<string, readonly WayMark[]>;
}

export interface ComparingState {
  /** The first side, into which differences can be taken over while it is the plan itself. */
  readonly from: Side;
  /** The second side; null: nothing is compared. */
  readonly against: Side | null;
  /** Null: nothing is under way. */
  readonly progress: Progress | null;
  readonly error: UserError | null;
  /** Of the plan as it was last compared; null before the first answer. */
  readonly compared: Compared | null;
  readonly picked: ReadonlySet<string>;
  /** What taking over the picked ones would bring; null: none is picked, or it is being tried. */
  readonly trial: MergeTrial | null;
  /** Key of the difference, or id of the finding's row, that was led to last. */
  readonly focus: string | null;
  /** Where that is, when nothing of the plan on screen marks it. */
  readonly spot: Spot | null;
}

/** Where a finding of the other plan lies on the floor. */
export interface Spot {
  readonly hall: string;
  readonly at: Point;
  readonly severity: Severity;
}

const NOTHING: ComparingState = {
  from: OWN,
  against: null,
  progress: null,
  error: null,
  compared: null,
  picked: new Set(),
  trial: null,
  focus: null,
  spot: null,
};

const CHANGED: UserError = { code: 'compare.changed', message: 'the plan changed meanwhile', remedy: 'compare again and choose anew' };

export interface Comparing {
  readonly store: StoreApi<ComparingState>;
  /** The plan itself is the first side where nothing else is said. */
  start(against: Side, from?: Side): void;
  /** The first side becomes the second. */
  swap(): void;
  /** Leaves the work under way undone; without any answer yet the comparison is over. */
  cancel(): void;
  stop(): void;
  pick(keys: readonly string[], isPicked: boolean): void;
  lookAt(key: string, spot?: Spot | null): void;
  /** Takes over what is picked, with what must come along; the refusal, or null. */
  takePicked(): Promise<string | null>;
}

interface ComparingParts {
  readonly plan: PlanStore;
  readonly engine: EngineClient;
  readonly open: () => ComparePort;
}

/** What a comparison under way has brought so far. */
interface Draft {
  readonly changes: PlanChange[];
  readonly marks: Map<string, ChangeMark[]>;
  readonly ways: Map<string, WayMark[]>;
  readonly findings: { readonly new: ComparedFinding[]; readonly gone: ComparedFinding[] };
}

export function createComparing({ plan, engine, open }: ComparingParts): Comparing {
  const store = createStore<ComparingState>(() => NOTHING);
  let port: ComparePort | null = null;
  /** Which of several comparisons one after another is wanted. */
  let wanted = 0;
  /** A trial is under way; what is picked meanwhile is tried after it. */
  let isTrying = false;
  /** What is picked is being taken over. */
  let onTaken: ((step: Result<string, UserError>) => void) | null = null;

  function endWork(): void {
    wanted += 1;
    port?.close();
    port = null;
    isTrying = false;
    onTaken?.(fail(CHANGED));
    onTaken = null;
  }

  async function compare(from: Side, against: Side): Promise<void> {
    endWork();
    const mine = wanted;
    store.setState({ progress: { doing: 'Reading the plan', share: 0 }, error: null, trial: null });
    // The engine hears of a change after this does: it must not be asked before it has.
    await Promise.resolve();
    const bytes = await engine.serialize();
    if (mine !== wanted) return;
    const opened = open();
    port = opened;
    const draft: Draft = { changes: [], marks: new Map(), ways: new Map(), findings: { new: [], gone: [] } };
    opened.onMessage((message) => {
      if (port === opened) take(draft, message);
    });
    opened.onCrash((message) => {
      if (port !== opened) return;
      endWork();
      const error = {
        code: 'compare.stopped',
        message: `the comparison stopped: ${message}`,
        remedy: 'close other programs and compare again',
      };
      store.setState({ progress: null, error });
    });
    opened.send({ type: 'compare', plan: bytes, from: sent(from), other: sent(against) });
  }

  function take(draft: Draft, message: CompareMessage): void {
    switch (message.type) {
      case 'progress':
        if (!isTrying) store.setState({ progress: message.progress });
        return;
      case 'changes':
        draft.changes.push(...message.changes);
        return;
      case 'marks':
        addByHall(draft.marks, message.marks);
        return;
      case 'ways':
        addByHall(draft.ways, message.ways);
        return;
      case 'findings':
        draft.findings[message.side].push(...message.findings);
        return;
      case 'compared': {
        const { figures } = message;
        const keys = new Set(draft.changes.map(({ key }) => key));
        const { picked, focus } = store.getState();
        store.setState({
          progress: null,
          compared: {
            changes: draft.changes,
            marks: draft.marks,
            ways: draft.ways,
            figures: { ...figures, findings: { ...figures.findings, ...draft.findings } },
          },
          picked: new Set([...picked].filter((key) => keys.has(key))),
          focus: focus !== null && keys.has(focus) ? focus : null,
          spot: null,
        });
        tryPicked();
        return;
      }
      case 'tried':
        isTrying = false;
        if (isTrialOfPicked(message.trial)) store.setState({ trial: message.trial });
        else tryPicked();
        return;
      case 'taken':
        onTaken?.(message.step);
        onTaken = null;
        return;
      case 'failed':
        endWork();
        store.setState({ progress: null, error: message.error });
    }
  }

  function isTrialOfPicked({ picked }: MergeTrial): boolean {
    const now = store.getState().picked;
    return picked.length === now.size && picked.every((key) => now.has(key));
  }

  function tryPicked(): void {
    const { picked, progress } = store.getState();
    if (picked.size === 0 || isTrying || progress !== null || port === null) return;
    isTrying = true;
    port.send({ type: 'try', keys: [...picked] });
  }

  /** The variant that was worked on when the plan was compared last. */
  let own = ownVariant(plan.getState().plan).id;

  plan.onChange(() => {
    const { from, against } = store.getState();
    const { plan: now } = plan.getState();
    const before = own;
    own = ownVariant(now).id;
    if (against === null) return;
    const isThere = (side: Side): boolean => side.kind !== 'variant' || side.id === own || now.variants.has(side.id);
    // Deleted, or not forked any more.
    if (!isThere(from) || !isThere(against)) stop();
    else if (own === before || (!isOf(from, own) && !isOf(against, own))) void compare(from, against);
    else {
      // Who goes over to a side sees the same from there; the plan that they work on is first where it was first before.
      const after = (side: Side): Side => (isOf(side, own) ? OWN : side.kind === 'own' ? { kind: 'variant', id: before } : side);
      const [first, second] = [after(from), after(against)];
      const isThereStill = isThere(first) && isThere(second);
      if (!isThereStill) stop();
      else if (from.kind === 'own') start(first, second);
      else start(second, first);
    }
  });
  plan.onReplace(() => stop());

  function start(against: Side, from: Side = OWN): void {
    own = ownVariant(plan.getState().plan).id;
    store.setState({ ...NOTHING, from, against });
    void compare(from, against);
  }

  function stop(): void {
    endWork();
    store.setState(NOTHING);
  }

  return {
    store,
    start,
    swap() {
      const { from, against } = store.getState();
      if (against !== null) start(from, against);
    },
    cancel() {
      if (store.getState().compared === null) stop();
      else {
        endWork();
        const error = { code: 'compare.cancelled', message: 'the plan changed since this was compared', remedy: 'compare again' };
        store.setState({ progress: null, error });
      }
    },
    stop,
    pick(keys, isPicked) {
      const picked = new Set(store.getState().picked);
      for (const key of keys) {
        if (isPicked) picked.add(key);
        else picked.delete(key);
      }
      store.setState({ picked, trial: null });
      tryPicked();
    },
    lookAt: (focus, spot = null) => store.setState({ focus, spot }),
    async takePicked() {
      const { from, against, trial, picked } = store.getState();
      if (against === null || from.kind !== 'own' || trial === null || port === null || picked.size === 0 || onTaken !== null) return null;
      const changes = [...trial.picked, ...trial.companions.map(({ key }) => key)];
      const taken = await stepOf(port, sideName(plan.getState().plan, against), changes);
      if (!taken.ok) return `${taken.error.message}; ${taken.error.remedy}`;
      store.setState({ picked: new Set(), trial: null });
      const step = JSON.parse(taken.value) as Step | null;
      if (step !== null) plan.adopt(step);
      return null;
    },
  };

  /** Of the plan as it stands: a change of it ends the worker that is asked. */
  function stepOf(asked: ComparePort, from: string, keys: readonly string[]): Promise<Result<string, UserError>> {
    return new Promise((resolve) => {
      onTaken = resolve;
      asked.send({ type: 'take', keys, from });
    });
  }
}

function addByHall<Mark extends { readonly hall: string }>(byHall: Map<string, Mark[]>, marks: readonly Mark[]): void {
  for (const mark of marks) {
    const known = byHall.get(mark.hall);
    if (known === undefined) byHall.set(mark.hall, [mark]);
    else known.push(mark);
  }
}

function isOf(side: Side, variant: string): boolean {
  return side.kind === 'variant' && side.id === variant;
}

/** A file goes without its name. */
function sent(side: Side): ComparedPlan {
  return side.kind === 'file' ? { kind: 'file', bytes: side.bytes } : side;
}

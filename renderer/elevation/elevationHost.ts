/** Holds the hand of the elevation and its state, keeps the cabinets shown and their ports up to date. */
import { newIds, type RandomBytes } from '../../shared/plan/ids.ts';
import type { DeviceType } from '../../shared/catalog/types.ts';
import { compareNames } from '../../shared/plan/compareNames.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { DerivedStore } from '../state/derivedStore.ts';
import type { PlanStore } from '../state/planStore.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { selectedIds, type SessionStore, type Thing } from '../state/sessionStore.ts';
import { lockedNotice, unlockFor } from '../tools/locks.ts';
import { NO_PREVIEW, previewOf } from '../tools/preview.ts';
import type { KeyInput, Modifiers } from '../tools/tool.ts';
import type { EngineClient } from '../worker/engineClient.ts';
import type { ScreenPoint } from '../canvas/camera.ts';
import { startConnecting } from './connecting.ts';
import { firstFitting, type PortsKnown } from './connectPorts.ts';
import type { ElevationContext, ElevationHandlers, ElevationInput } from './elevationChart.ts';
import { cabinetsInOrder } from './shownCabinets.ts';
import { hitElevation } from './elevationHit.ts';
import { elevationLayout, fittedPxPerMm, type ElevationLayout } from './elevationLayout.ts';
import { carrying, elevationStates, idle, type ElevationHand } from './elevationStates.ts';
import { createElevationStore, type ElevationStore } from './elevationStore.ts';
import { readablePxPerMm } from './elevationView.ts';

export interface ElevationParts {
  readonly plan: PlanStore;
  readonly session: SessionStore;
  readonly derived: DerivedStore;
  readonly engine: Pick<EngineClient, 'portsOf'>;
  /** What a plan can use: its own entries, and what ships beside them. */
  readonly partsFor: (plan: Pick<Plan, 'catalog'>) => PortsKnown['parts'];
  readonly randomBytes: RandomBytes;
}

export type ElevationPointer = ScreenPoint & Modifiers;

export interface ElevationHost {
  readonly store: ElevationStore;
  /** Cabinets with their devices as they lie on the screen; a gesture under way is in it. */
  layout(): ElevationLayout;
  known(): PortsKnown;
  pointerDown(input: ElevationPointer): void;
  pointerMove(input: ElevationPointer): void;
  pointerUp(input: ElevationPointer): void;
  doubleClick(input: ElevationPointer): void;
  /** True when it is taken. */
  key(input: KeyInput): boolean;
  focusDevice(id: string): void;
  /** Ends the gesture under way as if it had not begun; false when there was none. */
  cancel(): boolean;
  /** Whether Escape would end something: a gesture, a press, a device in hand. */
  isUnderWay(): boolean;
  /** A device type comes into the hand. */
  carry(type: DeviceType): void;
  /** Begins a connection at the first free port of a device; false when it has none. */
  connectFrom(device: string): boolean;
  cursor(): string;
  state(): ElevationHand['name'];
}

type AnyHandlers = ElevationHandlers<ElevationHand, ElevationHand>;

export function createElevationHost({ plan, session, derived, engine, partsFor, randomBytes }: ElevationParts): ElevationHost {
  const store = createElevationStore();
  let hand: ElevationHand = idle;
  /** True while a command of the gesture itself changes the plan. */
  let committing = false;
  /** True while the pointer does something: what it selects lies under it. */
  let pointing = false;
  let laid: { readonly keys: readonly unknown[]; readonly layout: ElevationLayout } | null = null;

  function shownPlan(): Plan {
    return session.getState().preview?.plan ?? plan.getState().plan;
  }

  function layoutOf(of: Plan): ElevationLayout {
    const { cabinets, faces, pxPerMm, viewport } = store.getState();
    const scale = pxPerMm ?? fittedPxPerMm(of, cabinets, viewport.heightPx);
    const keys = [of.cabinets, of.devices, of.catalog, cabinets, faces, scale];
    if (laid === null || keys.some((key, i) => key !== laid?.keys[i])) laid = { keys, layout: elevationLayout(of, cabinets, faces, scale) };
    return laid.layout;
  }

  function known(): PortsKnown {
    const { plan: now } = plan.getState();
    const { ports } = store.getState();
    return { plan: now, parts: partsFor(now), ports: (device) => ports.get(device) };
  }

  const context: ElevationContext = {
    plan: () => plan.getState().plan,
    session: () => session.getState(),
    elevation: () => store.getState(),
    known,
    set: (change) => store.setState(change),
    select: (things) => session.select(things),
    toggle: (things) => session.toggle(things),
    attempt(command, args, { moving, text, problem }) {
      const preview = previewOf(plan, command, args, { moving: new Set(moving), guides: [], text });
      // What cannot be is shown, but no figures follow from it.
      session.setState({ preview: problem === null ? preview : { ...preview, patches: null, problem } });
    },
    commit(command, args) {
      committing = true;
      try {
        const run = plan.run(command, args);
        session.setState({ preview: null, notice: run.ok ? null : { text: `${run.error.message}; ${run.error.remedy}`, tone: 'error' } });
        return run.ok;
      } finally {
        committing = false;
      }
    },
    tell: (text) => session.setState({ notice: { text, tone: 'info' } }),
    leave: (problem) =>
      session.setState(problem === null ? { preview: null } : { preview: null, notice: { text: problem, tone: 'error' } }),
    refuse: (devices, problem) => session.setState({ preview: { ...NO_PREVIEW, moving: new Set(devices), problem } }),
    tellLocked: (layer) => session.setState({ notice: lockedNotice(layer) }),
    unlockDevices: () => unlockFor(session, 'devices'),
    reveal: (reveal) => store.setState({ reveal }),
    zoomToPort(at) {
      const pxPerMm = readablePxPerMm(layoutOf(plan.getState().plan), at);
      if (pxPerMm === null) return false;
      store.setState({ pxPerMm, reveal: { kind: 'port', at, to: 'middle' } });
      return true;
    },
    editSelection: () => session.setState(({ editRequests }) => ({ editRequests: editRequests + 1 })),
    connectRanges: (a, b) => dialogs.setState({ ranges: { a, b } }),
    newIds: (table, count) => newIds(table, count, plan.getState().plan, randomBytes),
  };

  function handlers(): AnyHandlers {
    // Each state keeps to its own handlers; the host only passes it back to them.
    return elevationStates[hand.name];
  }

  function inputOf({ xPx, yPx, ...modifiers }: ElevationPointer): ElevationInput {
    return { px: { xPx, yPx }, place: hitElevation(layoutOf(plan.getState().plan), xPx, yPx), ...modifiers };
  }

  function cancel(): boolean {
    const leave = handlers().cancel;
    if (leave === undefined) return false;
    hand = leave(hand, context);
    return true;
  }

  /**
   * Shows the cabinets that the selection means, unless they are all shown already; a cable leaves them as they are. Who
   * comes from the plan sees no more than what is selected there, and what was brought beside it by name.
   */
  function follow(selection: readonly Thing[], comesFromPlan: boolean): void {
    const { devices } = plan.getState().plan;
    const cabinets = selectedIds(selection, 'cabinet');
    const wanted = [...cabinets, ...selectedIds(selection, 'device').flatMap((id) => devices.get(id)?.cabinet ?? [])];
    const shown = store.getState().cabinets;
    if (wanted.length === 0 && shown.length === 0) wanted.push(...firstCabinet());
    if (wanted.length === 0 || (!comesFromPlan && shown.length > 0 && wanted.every((id) => shown.includes(id)))) return;
    const { added } = store.getState();
    const next = cabinetsInOrder(plan.getState().plan, [...wanted, ...added]);
    if (next.length === shown.length && next.every((id, i) => id === shown[i])) return;
    cancel();
    store.setState({ cabinets: next, pointed: null });
  }

  /** What is selected by keys, in a list or by search is brought into view. */
  function revealSelected(selection: readonly Thing[]): void {
    const { devices } = plan.getState().plan;
    const [first] = selection;
    const cabinet = first?.kind === 'cabinet' ? first.id : first?.kind === 'device' ? devices.get(first.id)?.cabinet : undefined;
    if (cabinet !== undefined && store.getState().cabinets.includes(cabinet)) {
      store.setState({ reveal: { kind: 'cabinet', id: cabinet, to: 'view' } });
    }
  }

  /** Runs a handler of the pointer. */
  function point(handle: (of: AnyHandlers, input: ElevationInput) => ElevationHand | undefined, pointer: ElevationPointer): void {
    pointing = true;
    try {
      hand = handle(handlers(), inputOf(pointer)) ?? hand;
    } finally {
      pointing = false;
    }
  }

  /** The first of the hall on screen that holds something, by name. */
  function firstCabinet(): string[] {
    const { cabinets, devices } = plan.getState().plan;
    const { hall } = session.getState();
    const filled = new Set([...devices.values()].map(({ cabinet }) => cabinet));
    const rank = (id: string): number => (filled.has(id) ? 0 : 1);
    const [first] = [...cabinets.values()]
      .filter((cabinet) => cabinet.hall === hall)
      .sort((one, other) => rank(one.id) - rank(other.id) || compareNames(one.name, other.name));
    return first === undefined ? [] : [first.id];
  }

  function keepCabinets(): void {
    const { cabinets: all } = plan.getState().plan;
    const shown = store.getState().cabinets;
    const kept = shown.filter((id) => all.has(id));
    if (kept.length < shown.length) store.setState({ cabinets: kept, added: store.getState().added.filter((id) => all.has(id)) });
  }

  let asked = 0;
  /** Asks the engine what is plugged into the devices on the screen. */
  function askPorts(): void {
    const { cabinets } = store.getState();
    if (session.getState().mode !== 'elevation' || cabinets.length === 0) return;
    const shown = new Set(cabinets);
    const ids = [...plan.getState().plan.devices.values()].filter(({ cabinet }) => shown.has(cabinet)).map(({ id }) => id);
    asked += 1;
    const mine = asked;
    engine.portsOf(ids).then(
      (ports) => {
        if (mine === asked) store.setState({ ports: new Map(ports.map((one) => [one.device, one])) });
      },
      // Without figures there is no word on ports; the engine's failure is told where figures are.
      () => store.setState({ ports: new Map() }),
    );
  }

  session.subscribe((now, before) => {
    if (now.mode !== 'elevation') {
      if (before.mode === 'elevation') cancel();
      return;
    }
    if (now.selection !== before.selection || before.mode !== 'elevation') follow(now.selection, before.mode !== 'elevation');
    if (before.mode !== 'elevation') askPorts();
    if (now.selection !== before.selection && !pointing) revealSelected(now.selection);
  });
  store.subscribe((now, before) => {
    if (now.cabinets !== before.cabinets) askPorts();
  });
  derived.subscribe((now, before) => {
    if (now.scene !== before.scene && now.scene !== null && !now.preview) askPorts();
  });
  plan.onChange(() => {
    if (!committing) cancel();
    keepCabinets();
    store.setState({ pointed: null });
  });
  plan.onReplace(() => {
    cancel();
    store.setState({ cabinets: [], added: [], ports: new Map(), pointed: null });
  });

  return {
    store,
    layout: () => layoutOf(shownPlan()),
    known,
    pointerDown: (pointer) => point(({ pointerDown }, input) => pointerDown?.(hand, input, context), pointer),
    pointerMove: (pointer) => point(({ pointerMove }, input) => pointerMove?.(hand, input, context), pointer),
    pointerUp: (pointer) => point(({ pointerUp }, input) => pointerUp?.(hand, input, context), pointer),
    doubleClick: (pointer) => point(({ doubleClick }, input) => doubleClick?.(hand, input, context), pointer),
    key(input) {
      const next = handlers().key?.(hand, input, context);
      if (next === undefined) return false;
      hand = next;
      return true;
    },
    focusDevice(id) {
      hand = handlers().focusDevice?.(hand, id, context) ?? hand;
    },
    cancel,
    isUnderWay: () => handlers().cancel !== undefined,
    carry(type) {
      cancel();
      store.setState({ carrying: type });
      hand = carrying(context.newIds('devices', 1)[0]!);
    },
    connectFrom(device) {
      const from = firstFitting(known(), device, null);
      if (from === null) return false;
      cancel();
      hand = startConnecting(context, from);
      return true;
    },
    cursor: () => handlers().cursor ?? 'default',
    state: () => hand.name,
  };
}

/** What the person at the screen is doing: selection, view, tool. Not saved, not undone. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Patch } from 'immer';
import type { CabinetModel } from '../../shared/catalog/types.ts';
import type { Highlight } from '../../shared/engine/protocol.ts';
import type { Growth } from './growth.ts';
import { EVERY_LEVEL } from './pathwayLevels.ts';
import type { Listed } from './listed.ts';
import { LOCKS_AT_FIRST } from './locksAtFirst.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import type { CableView } from '../../shared/plan/drawingAids.ts';
import type { Plan } from '../../shared/plan/types.ts';
import {
  firstRow,
  firstTrace,
  type DoorSettings,
  type NoteSettings,
  type ObstacleSettings,
  type OutlineShape,
  type PodSettings,
  type RowSettings,
  type SpanWish,
  type TraceSettings,
  type TraySettings,
} from './toolSettings.ts';

export type ThingKind =
  | 'cabinet'
  | 'device'
  | 'segment'
  | 'cable'
  | 'loom'
  | 'finding'
  | 'obstacle'
  | 'door'
  | 'junction'
  | 'hall'
  | 'dimension'
  | 'note'
  | 'underlay';

/** A thing that can be selected; findings by their key. */
export interface Thing {
  readonly kind: ThingKind;
  readonly id: string;
}

export type ToolId =
  | 'select'
  | 'row'
  | 'place'
  | 'pod'
  | 'tray'
  | 'pan'
  | 'measure'
  | 'measureTrays'
  | 'dimension'
  | 'note'
  | 'hall'
  | 'door'
  | 'obstacle'
  | 'tileOrigin'
  | 'deliveryPath'
  | 'connect'
  | 'span'
  | 'trace';
/** What the middle of the window shows. */
export type Mode = 'plan' | 'elevation' | 'sheets';
export type DrawerTab = 'cables' | 'looms' | 'bom' | 'hours' | 'findings' | 'notes' | 'compare';
export type Theme = 'system' | 'light' | 'dark';
/** What the wheel does in a drawing without further keys. */
export type WheelChoice = 'zooms' | 'pans';
export type Units = 'metric' | 'imperial';
/** What a person reads figures in: always the same, or as each plan is set. */
export type UnitsChoice = 'plan' | Units;

/** Part of the hall in view: hall coordinates at the view's top left, and pixels per millimetre. */
export interface Camera {
  readonly leftMm: number;
  readonly topMm: number;
  readonly pxPerMm: number;
}

export const layerNames = [
  'drawings',
  'building',
  'grid',
  'cabinets',
  'devices',
  'pathways',
  'fill',
  'cables',
  'findings',
  'dimensions',
  'notes',
] as const;
export type LayerName = (typeof layerNames)[number];

/** Layers whose things can be selected in the drawing; the others have no lock. */
export const lockableLayers = [
  'drawings',
  'building',
  'cabinets',
  'devices',
  'pathways',
  'findings',
  'dimensions',
  'notes',
] as const satisfies readonly LayerName[];
export type LockableLayer = (typeof lockableLayers)[number];

/** A line with a figure, drawn while a gesture runs. */
export interface Guide {
  readonly from: Point;
  readonly to: Point;
  /** A joint is a ring at `from`, a new one with a cross in it; a leg is a line that is being drawn. */
  readonly kind: 'align' | 'gap' | 'measure' | 'joint' | 'newJoint' | 'leg';
  /** Null: no text. */
  readonly text: string | null;
}

/** A gesture under way: the plan as it would be, and what helps the hand. */
export interface Preview {
  /** Null while nothing in the plan would change. */
  readonly plan: Plan | null;
  readonly patches: readonly Patch[] | null;
  /** Things drawn as moving. */
  readonly moving: ReadonlySet<string>;
  readonly guides: readonly Guide[];
  /** Corner to corner; `touching` selects what it touches, else what it encloses. */
  readonly marquee: { readonly from: Point; readonly to: Point; readonly touching: boolean } | null;
  /** One line for the status bar, `12 cabinets · 8.40 m`; null: none. */
  readonly text: string | null;
  /** Why the release would be refused; null: it would not. */
  readonly problem: string | null;
  /** What would be found wrong after the release, which may be done all the same. */
  readonly fault: string | null;
}

/** What pulls: things that are there, and the floor's tiles with the fine grid. */
export interface SnapTo {
  readonly things: boolean;
  readonly grid: boolean;
}

/** What is hidden, and what alone is shown plainly; by `kind id`. Lasts as long as the window. */
export interface Veil {
  readonly hidden: ReadonlySet<string>;
  /** Null: nothing is isolated. */
  readonly isolated: ReadonlySet<string> | null;
}

export const NO_VEIL: Veil = { hidden: new Set(), isolated: null };

export interface Notice {
  readonly text: string;
  readonly tone: 'info' | 'error';
  /** Id of the action that would help, offered beside the text. */
  readonly offer?: string;
}

export interface SessionState {
  readonly mode: Mode;
  readonly selection: readonly Thing[];
  readonly hover: Thing | null;
  readonly tool: ToolId;
  readonly camera: Camera;
  /** Size of the drawing area in CSS pixels, with the rulers that lie on its upper and left edge. */
  readonly viewport: { readonly widthPx: number; readonly heightPx: number };
  /** Where the pointer is, in hall coordinates; null outside the drawing. */
  readonly pointer: Point | null;
  readonly preview: Preview | null;
  readonly highlight: Highlight | null;
  readonly listed: Listed | null;
  readonly cableView: CableView;
  readonly layers: Readonly<Record<LayerName, boolean>>;
  /** Seen, but not selected in the drawing. */
  readonly locks: Readonly<Record<LockableLayer, boolean>>;
  readonly snap: boolean;
  /** What pulls while snapping is on. */
  readonly snapTo: SnapTo;
  /** The locked layer of what lies under the pointer; null: nothing locked lies there. */
  readonly lockedHover: LockableLayer | null;
  /** All that the last marquee took, of which the selection may be a part; null when something else was selected since. */
  readonly caught: readonly Thing[] | null;
  readonly veil: Veil;
  /** Elevations in mm at which pathways are hidden. */
  readonly hiddenLevels: ReadonlySet<number>;
  /** By how much things were moved exactly last, or are being dragged. */
  readonly lastMove: { readonly dxMm: number; readonly dyMm: number } | null;
  /** Counts up when somebody wants to edit the selection by number. */
  readonly editRequests: number;
  /** Counts up when the tool in hand cannot go on before one of its settings is chosen. */
  readonly settingRequests: number;
  /** Counts how often a table was asked for by name; it is shown then. */
  readonly tableRequests: number;
  readonly row: RowSettings;
  readonly pod: PodSettings;
  readonly tray: TraySettings;
  /** Legs of trays and outlines run along x or y only, without Shift too. */
  readonly ortho: boolean;
  readonly hallShape: OutlineShape;
  readonly door: DoorSettings;
  readonly obstacle: ObstacleSettings;
  readonly trace: TraceSettings;
  readonly note: NoteSettings;
  /** What the tool for two places of a drawing is for; null: it was never taken. */
  readonly span: SpanWish | null;
  /** The cabinet model in the hand of the place tool; null: none was taken from the catalog yet. */
  readonly placing: CabinetModel | null;
  readonly theme: Theme;
  readonly wheel: WheelChoice;
  readonly unitsChoice: UnitsChoice;
  /** What follows from the choice and the plan. */
  readonly units: Units;
  /** Id of the hall on screen; null while a plan has none. */
  readonly hall: string | null;
  /** Where each hall that is not on screen was looked at last. */
  readonly cameras: Readonly<Record<string, Camera>>;
  readonly drawerTab: DrawerTab;
  /** Where the pathway that was clicked last is cut, from its `from` end; null: none was clicked. */
  readonly cut: { readonly segment: string; readonly atMm: number } | null;
  /** What growing a fabric changed last, while it is shown on the plan; null: not shown. */
  readonly growth: Growth | null;
  /** Id of the loom that is lit in cross-sections; null: none. */
  readonly litLoom: string | null;
  /** The last refusal or message for the status bar; null: none. */
  readonly notice: Notice | null;
}

export interface SessionStore extends StoreApi<SessionState> {
  select(things: readonly Thing[]): void;
  /** Adds what is not selected, removes what is. */
  toggle(things: readonly Thing[]): void;
  setTool(tool: ToolId): void;
  setRow(change: Partial<RowSettings>): void;
  setTray(change: Partial<TraySettings>): void;
  setTrace(change: Partial<TraceSettings>): void;
  setLayer(layer: LayerName, visible: boolean): void;
  /** What is selected in a layer that becomes locked is let go. */
  setLock(layer: LockableLayer, locked: boolean): void;
}

export function createSessionStore(): SessionStore {
  const store = createStore<SessionState>(() => ({
    mode: 'plan',
    selection: [],
    hover: null,
    tool: 'select',
    camera: { leftMm: 0, topMm: 0, pxPerMm: 0.04 },
    viewport: { widthPx: 800, heightPx: 600 },
    pointer: null,
    preview: null,
    highlight: null,
    listed: null,
    cableView: 'tier',
    layers: {
      drawings: true,
      building: true,
      grid: true,
      cabinets: true,
      devices: true,
      pathways: true,
      fill: false,
      cables: true,
      findings: true,
      dimensions: true,
      notes: true,
    },
    locks: LOCKS_AT_FIRST,
    snap: true,
    snapTo: { things: true, grid: true },
    lockedHover: null,
    caught: null,
    veil: NO_VEIL,
    hiddenLevels: EVERY_LEVEL,
    lastMove: null,
    editRequests: 0,
    settingRequests: 0,
    tableRequests: 0,
    row: firstRow,
    pod: { id: null, namePattern: '{row}{nn}' },
    placing: null,
    span: null,
    trace: firstTrace,
    note: { mark: 'pin', discipline: 'general' },
    tray: {
      kind: 'basket',
      widthMm: 300,
      depthMm: 100,
      elevationMm: 2700,
      massLimitGPerM: null,
      acceptsDrops: true,
    },
    ortho: false,
    hallShape: 'polygon',
    door: { clearWidthMm: 1200, clearHeightMm: 2400, leaves: 1, swing: 'out', delivery: false },
    obstacle: { kind: 'column', shape: 'rectangle' },
    theme: 'system',
    wheel: 'zooms',
    unitsChoice: 'plan',
    units: 'metric',
    hall: null,
    cameras: {},
    drawerTab: 'cables',
    cut: null,
    growth: null,
    litLoom: null,
    notice: null,
  }));
  return {
    ...store,
    select(things) {
      // Looking at single cables of a list leaves the list open.
      const staysListed = things.length > 0 && things.every(({ kind }) => kind === 'cable' || kind === 'loom');
      store.setState(({ listed }) => ({ selection: things, caught: null, listed: staysListed ? listed : null }));
    },
    toggle(things) {
      const { selection } = store.getState();
      const [before, toggled] = [new Set(selection.map(thingKey)), new Set(things.map(thingKey))];
      const added = things.filter((thing) => !before.has(thingKey(thing)));
      const kept = selection.filter((thing) => !toggled.has(thingKey(thing)));
      store.setState({ selection: [...kept, ...added], caught: null });
    },
    setTool: (tool) => store.setState({ tool }),
    setRow: (change) => store.setState(({ row }) => ({ row: { ...row, ...change } })),
    setTray: (change) => store.setState(({ tray }) => ({ tray: { ...tray, ...change } })),
    setTrace: (change) => store.setState(({ trace }) => ({ trace: { ...trace, ...change } })),
    setLock(layer, locked) {
      store.setState(({ locks, selection }) => ({
        locks: { ...locks, [layer]: locked },
        selection:
          locked && selection.some((thing) => layerOf(thing) === layer) ? selection.filter((thing) => layerOf(thing) !== layer) : selection,
      }));
    },
    setLayer(layer, visible) {
      store.setState(({ layers }) => ({ layers: { ...layers, [layer]: visible } }));
    },
  };
}

/** Units of the screen for a plan that is set to `ofPlan`. */
export function unitsFor(choice: UnitsChoice, ofPlan: Units): Units {
  return choice === 'plan' ? ofPlan : choice;
}

/** The layer whose lock holds a thing; null for cables, which are selected in lists only. */
export function layerOf({ kind }: Thing): LockableLayer | null {
  switch (kind) {
    case 'cabinet':
      return 'cabinets';
    case 'device':
      return 'devices';
    case 'segment':
    case 'junction':
      return 'pathways';
    case 'finding':
      return 'findings';
    case 'dimension':
      return 'dimensions';
    case 'note':
      return 'notes';
    case 'obstacle':
    case 'door':
    case 'hall':
      return 'building';
    case 'underlay':
      return 'drawings';
    case 'cable':
    case 'loom':
      return null;
  }
}

/** A thing as a member of a set: `cabinet cab-1`. */
export function thingKey({ kind, id }: Thing): string {
  return `${kind} ${id}`;
}

export function isSelected(selection: readonly Thing[], thing: Thing): boolean {
  return selection.some((one) => one.id === thing.id && one.kind === thing.kind);
}

/** These ids as things of one kind. */
export function thingsOf(kind: ThingKind, ids: readonly string[]): Thing[] {
  return ids.map((id) => ({ kind, id }));
}

/** Ids of the selected things of one kind, in order of selection. */
export function selectedIds(selection: readonly Thing[], kind: ThingKind): string[] {
  return selection.filter((thing) => thing.kind === kind).map((thing) => thing.id);
}

/**
 * Tools as state charts of plain objects: a state is a value with a name, and for each name there are handlers that
 * take the state and an event and give the next state. No browser, no React: tests drive them directly.
 *
 * A gesture tries a command on every move and runs it once on release, so it is one undo step and can be left at any
 * point. Moves compute from where the gesture began, never from the move before.
 */
import type { Command } from '../../shared/commands/command.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import type { MadeTable } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { ScreenPoint } from '../canvas/camera.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import type { DistanceWish } from '../dialogs/dialogStore.ts';
import type { Copies } from '../../shared/commands/duplicate.ts';
import type { RowSettings, TraceSettings } from '../state/toolSettings.ts';
import type { Camera, Guide, LockableLayer, Preview, SessionState, Thing, ToolId } from '../state/sessionStore.ts';

export interface Modifiers {
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, or the command key. */
  readonly ctrl: boolean;
}

export interface PointerInput extends Modifiers {
  readonly at: Point;
  readonly px: ScreenPoint;
}

export interface KeyInput extends Modifiers {
  /** As `KeyboardEvent.key`. */
  readonly key: string;
}

/** What a gesture shows beside the command that it tries. */
export interface Aids {
  readonly moving: ReadonlySet<string>;
  readonly guides: readonly Guide[];
  readonly text: string | null;
}

export interface ToolContext {
  plan(): Plan;
  session(): SessionState;
  layout(): HallLayout | null;
  /** The thing that a click at this place means. */
  hit(at: Point): Thing | null;
  /** Everything at this place that can be taken hold of, topmost first. */
  hitAll(at: Point): Thing[];
  /** The locked layer of what lies at this place; null: nothing locked does. */
  lockedAt(at: Point): LockableLayer | null;
  /** Asks for a connection between devices of two ends. */
  connect(a: readonly string[], b: readonly string[]): void;
  /** Asks how far two places of a drawing truly are apart. */
  askDistance(wish: DistanceWish): void;
  /** Things that a marquee takes. */
  inside(from: Point, to: Point, touching: boolean): Thing[];
  select(things: readonly Thing[]): void;
  toggle(things: readonly Thing[]): void;
  /** Selects things of a marquee, and keeps all that it caught, to choose from by kind. */
  catchThings(things: readonly Thing[], caught: readonly Thing[]): void;
  setLockedHover(layer: LockableLayer | null): void;
  /** A line for the status bar. */
  tell(text: string): void;
  /** Says that a layer is locked, and how it is unlocked. */
  tellLocked(layer: LockableLayer): void;
  /** Puts another tool into the hand; the gesture under way ends. */
  takeTool(tool: ToolId): void;
  /** Leads to the fields of what is selected. */
  editSelection(): void;
  /** Leads to the first field of the tool's own settings. */
  editSettings(): void;
  /** Goes on by number where a drag has come to; null: from where the last exact move led. */
  moveExactly(by: { readonly dxMm: number; readonly dyMm: number } | null): void;
  /** So that Ctrl+D repeats the distance. */
  rememberCopies(copies: Copies): void;
  /** Where the pointer was last; null before it came. */
  pointerPx(): ScreenPoint | null;
  setHover(thing: Thing | null): void;
  setCamera(camera: Camera): void;
  setOrtho(ortho: boolean): void;
  /** What the row tool draws, as keys set it in its fields. */
  setRow(change: Partial<RowSettings>): void;
  /** What the trace tool has picked, and makes of it. */
  setTrace(change: Partial<TraceSettings>): void;
  /** Shows what a command would do. */
  attempt<A>(command: Command<A>, args: A, aids: Aids): void;
  /** Runs a command and ends the preview; a refusal is told and changes nothing. True when it ran. */
  commit<A>(command: Command<A>, args: A): boolean;
  /** A preview without a command: a marquee, a measure. Null ends it. */
  show(preview: Partial<Preview> | null): void;
  /** Ids for new things, never used before. */
  newIds(table: MadeTable, count: number): string[];
}

/** Where the numbers of a state count from, and what an Enter after them stands for. */
export interface Numbers {
  readonly from: Point;
  /** The way a bare length goes. */
  readonly towards: Point;
  readonly sets: 'press' | 'release' | 'click';
  /** Nothing pulls there, and Ctrl means something else: an exact place is told without it. */
  readonly isPlain?: boolean;
  /** Where keys of the tool itself have led it, whatever the pointer did. */
  readonly at?: Point;
}

export interface Handlers<S, T> {
  pointerDown?(state: T, input: PointerInput, context: ToolContext): S;
  pointerMove?(state: T, input: PointerInput, context: ToolContext): S;
  pointerUp?(state: T, input: PointerInput, context: ToolContext): S;
  /** Keys that mean something within a gesture; undefined: not taken. */
  key?(state: T, input: KeyInput, context: ToolContext): S | undefined;
  /** Where typed numbers lead, with the pointer at a place; null: nothing is to be typed now. */
  numbers?(state: T, pointer: Point, context: ToolContext): Numbers | null;
  /** What is typed of a number that the state keeps itself; Backspace takes figures of it back. */
  typed?(state: T): string;
  /** Two lengths with a cross between them can be typed, too. */
  readonly takesSizes?: boolean;
  /** Enter presses where the pointer is, and arrows lead it. */
  readonly byKeys?: 'enter' | 'arrows';
  /** A key let go; for modifiers. */
  keyUp?(state: T, input: KeyInput, context: ToolContext): S;
  doubleClick?(state: T, input: PointerInput, context: ToolContext): S;
  /** What the tool makes was set otherwise meanwhile, beside the drawing. */
  refresh?(state: T, context: ToolContext): S;
  /** Escape, a lost window, another tool, a plan that changed underneath: everything as before the gesture. */
  cancel?(state: T, context: ToolContext): S;
  readonly cursor?: string;
}

export interface Tool<S extends { readonly name: string }> {
  readonly id: ToolId;
  readonly initial: S;
  readonly states: { readonly [K in S['name']]: Handlers<S, Extract<S, { readonly name: K }>> };
}

/** A pointer that has moved less than this is still a click. */
export const CLICK_SLOP_PX = 4;

export function hasMoved(from: ScreenPoint, to: ScreenPoint): boolean {
  return Math.hypot(to.xPx - from.xPx, to.yPx - from.yPx) >= CLICK_SLOP_PX;
}

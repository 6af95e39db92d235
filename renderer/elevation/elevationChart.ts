/**
 * The hand in the elevation, as a state chart of plain objects after the tools of the plan (tools/tool.ts): select, move
 * devices over units, faces and cabinets, mount what the catalog gave, connect ports. A gesture is tried on every move
 * and run once on release; it can be left at any point.
 */
import type { Command } from '../../shared/commands/command.ts';
import type { MadeTable } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { ScreenPoint } from '../canvas/camera.ts';
import type { LockableLayer, SessionState, Thing } from '../state/sessionStore.ts';
import type { KeyInput, Modifiers } from '../tools/tool.ts';
import type { PortsKnown } from './connectPorts.ts';
import type { Place } from './elevationHit.ts';
import type { ElevationState, PortAt, Reveal } from './elevationStore.ts';

export interface ElevationInput extends Modifiers {
  /** In the drawing. */
  readonly px: ScreenPoint;
  readonly place: Place | null;
}

export interface ElevationContext {
  plan(): Plan;
  session(): SessionState;
  elevation(): ElevationState;
  /** Ports with what is known of them. */
  known(): PortsKnown;
  set(change: Partial<ElevationState>): void;
  select(things: readonly Thing[]): void;
  toggle(things: readonly Thing[]): void;
  /** Shows what a command would do, or that it would be refused. */
  attempt<A>(
    command: Command<A>,
    args: A,
    aids: { readonly moving: readonly string[]; readonly text: string; readonly problem: string | null },
  ): void;
  /** Runs a command and ends the preview; a refusal is told. True when it ran. */
  commit<A>(command: Command<A>, args: A): boolean;
  /** Says what was done. */
  tell(text: string): void;
  /** Ends the preview; with a reason, tells it. */
  leave(problem: string | null): void;
  /** Shows that devices stay where they are, and why. */
  refuse(devices: readonly string[], why: string): void;
  /** Says that a layer is locked, and how it is unlocked. */
  tellLocked(layer: LockableLayer): void;
  /** Whoever mounts a device means the layer. */
  unlockDevices(): void;
  reveal(what: Reveal): void;
  /** Enlarges a port so that it can be read; false when it is large enough. */
  zoomToPort(at: PortAt): boolean;
  /** Leads to the fields of what is selected. */
  editSelection(): void;
  /** Asks how two ranges of ports are to be connected. */
  connectRanges(a: string, b: string): void;
  newIds(table: MadeTable, count: number): string[];
}

export interface ElevationHandlers<S, T> {
  pointerDown?(state: T, input: ElevationInput, context: ElevationContext): S;
  pointerMove?(state: T, input: ElevationInput, context: ElevationContext): S;
  pointerUp?(state: T, input: ElevationInput, context: ElevationContext): S;
  doubleClick?(state: T, input: ElevationInput, context: ElevationContext): S;
  /** Undefined: not taken. */
  key?(state: T, input: KeyInput, context: ElevationContext): S | undefined;
  /** A device reached by Tab. */
  focusDevice?(state: T, device: string, context: ElevationContext): S;
  /** Everything as before the gesture. */
  cancel?(state: T, context: ElevationContext): S;
  readonly cursor?: string;
}

export type Chart<S extends { readonly name: string }> = {
  readonly [K in S['name']]: ElevationHandlers<S, Extract<S, { readonly name: K }>>;
};

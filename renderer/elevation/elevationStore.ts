/** What the elevation shows: which cabinets, from which side, how large, what is plugged into their ports, what is pointed at. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DevicePorts } from '../../shared/engine/protocol.ts';
import type { DeviceType } from '../../shared/catalog/types.ts';
import type { Faces } from './elevationLayout.ts';

export interface PortAt {
  readonly device: string;
  /** Position in the device type's list. */
  readonly port: number;
}

/** A connection under way. */
export interface Connecting {
  readonly from: PortAt;
  readonly to: PortAt | null;
  /** Where the loose end is; null: at `to`, or nowhere yet. */
  readonly at: { readonly x: number; readonly y: number } | null;
  /** Why the loose end does not go there; null: it does, or it is nowhere. */
  readonly problem: string | null;
}

/**
 * What is to be brought into view: a device into the middle; a cabinet or a port into the middle too, or no further than needed for it
 * to be seen.
 */
export type Reveal =
  | { readonly kind: 'cabinet'; readonly id: string; readonly to: 'view' | 'middle' }
  | { readonly kind: 'device'; readonly id: string }
  | { readonly kind: 'port'; readonly at: PortAt; readonly to: 'view' | 'middle' };

export interface ElevationState {
  /** Side by side from the left. */
  readonly cabinets: readonly string[];
  /** Of these, what was brought beside the selection by name. */
  readonly added: readonly string[];
  readonly faces: Faces;
  /** Null: as large as the height allows. */
  readonly pxPerMm: number | null;
  readonly viewport: { readonly widthPx: number; readonly heightPx: number };
  /** How far the drawing is scrolled to the right. */
  readonly scrollLeftPx: number;
  /** Asked anew each time; null: nothing was. */
  readonly reveal: Reveal | null;
  /** By device; of those that the engine has not told yet nothing is known. */
  readonly ports: ReadonlyMap<string, DevicePorts>;
  /** Under the pointer, or walked to by keys. */
  readonly pointed: PortAt | null;
  readonly connecting: Connecting | null;
  /** Why the route of the connection under way would not do; null: it would, or the engine has not told yet. */
  readonly wayProblem: string | null;
  /** Ports marked to be connected as ranges: of one device, or of two. */
  readonly marked: readonly PortAt[];
  /** The device type in the hand; null: none. */
  readonly carrying: DeviceType | null;
}

export type ElevationStore = StoreApi<ElevationState>;

export function createElevationStore(): ElevationStore {
  return createStore<ElevationState>(() => ({
    cabinets: [],
    added: [],
    faces: 'both',
    pxPerMm: null,
    viewport: { widthPx: 800, heightPx: 600 },
    scrollLeftPx: 0,
    reveal: null,
    ports: new Map(),
    pointed: null,
    connecting: null,
    wayProblem: null,
    marked: [],
    carrying: null,
  }));
}

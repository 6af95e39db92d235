/** What a hall of GPU scalable units is generated from, and what stands in for the things left out. */
import type { RailParameters } from '../fabrics/railParameters.ts';

export const RAIL_PRESETS = ['h100', 'b200'] as const;
export type RailPreset = (typeof RAIL_PRESETS)[number];

/** Where the network cabinets stand: in the middle of each row, at its ends, or in rows of their own after the others. */
export const PLACEMENTS = ['central', 'row-ends', 'end-row'] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** `auto`: multimode where every channel of the tier fits its reach and a stocked length, else single-mode. */
export const FIBER_CHOICES = ['auto', 'multimode', 'singlemode'] as const;
export type FiberChoice = (typeof FIBER_CHOICES)[number];

/** Units along the side walls that cool the hall, or none. */
export const COOLINGS = ['fan-walls', 'none'] as const;
export type Cooling = (typeof COOLINGS)[number];

export interface HallSize {
  readonly widthMm: number;
  readonly depthMm: number;
}

export interface RailHallOptions extends RailParameters {
  readonly name: string;
  /** Null: generic nodes and switches, sized to fit. */
  readonly preset: RailPreset | null;
  readonly nodesPerCabinet: number;
  /** Catalog id of the cabinet model. */
  readonly cabinet: string;
  /** Null: as large as needed. */
  readonly hall: HallSize | null;
  readonly placement: Placement;
  /** Null: as many as the switches need, at least two. */
  readonly networkCabinetsPerRow: number | null;
  /** Null: chosen for a compact hall. */
  readonly cabinetsPerRow: number | null;
  readonly fiber: FiberChoice;
  readonly cooling: Cooling;
}

const COMMON = {
  su: 1,
  rails: 8,
  switchPorts: 64,
  hall: null,
  placement: 'central',
  networkCabinetsPerRow: null,
  cabinetsPerRow: null,
  fiber: 'auto',
  cooling: 'fan-walls',
} as const;

/** Scalable units as NVIDIA builds them; nodes per cabinet as drawn in the reference architectures. */
const BY_PRESET: Readonly<Record<RailPreset, Omit<RailHallOptions, 'name'>>> = {
  h100: {
    ...COMMON,
    preset: 'h100',
    nodesPerSu: 32,
    uplinksPerLeaf: 32,
    ufm: true,
    nodesPerCabinet: 4,
    cabinet: 'generic/cabinet-600x1200x48u',
  },
  b200: {
    ...COMMON,
    preset: 'b200',
    nodesPerSu: 32,
    uplinksPerLeaf: 32,
    ufm: true,
    nodesPerCabinet: 2,
    cabinet: 'generic/cabinet-700x1200x52u',
  },
};

/** Every option, given or by default. Without a preset the uplinks of a leaf are as many as its nodes. */
export function completeRailOptions(given: Partial<RailHallOptions>): RailHallOptions {
  const preset = given.preset ?? null;
  const nodesPerSu = given.nodesPerSu ?? 32;
  const defaults =
    preset === null
      ? {
          ...COMMON,
          preset,
          nodesPerSu,
          uplinksPerLeaf: nodesPerSu,
          ufm: false,
          nodesPerCabinet: 4,
          cabinet: 'generic/cabinet-600x1200x48u',
        }
      : BY_PRESET[preset];
  const options = { ...defaults, ...given, preset };
  return { ...options, name: given.name ?? defaultName(options) };
}

function defaultName({ preset, su }: { readonly preset: RailPreset | null; readonly su: number }): string {
  const nodes = preset === null ? 'generic nodes' : `DGX ${preset.toUpperCase()}`;
  return `${su} SU of ${nodes}`;
}

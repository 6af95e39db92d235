/** Length, joints and loss of a channel against what its optics and fibers allow. Light runs through what is bought: ordered lengths at their longest. */
import type { Glass, Transceiver } from '../catalog/types.ts';
import { fiberLossDbPerKm, jointLossDb, opticLimits, type Figure } from './opticalFigures.ts';

/** A cable family, or a module of a panel. */
export interface GlassPart extends Glass {
  readonly id: string;
  readonly name: string;
  /** Reach that it sets itself; null where the optics set it. */
  readonly reachMm: number | null;
}

export interface BoughtCable {
  readonly family: GlassPart;
  /** Ordered length and tolerance; the required one where nothing on offer is long enough; null without a route. Of a module zero. */
  readonly longestMm: number | null;
  /** Whether its end B lies towards the channel's end A. */
  readonly turned: boolean;
}

/** What a channel uses up. A sum with an unknown part is null; the known parts stand beside it. */
export interface ChannelUse {
  readonly lengthMm: number | null;
  /** Sum of the known lengths, and how many are unknown. */
  readonly knownMm: number;
  readonly unknownLengths: number;
  readonly joints: number;
  readonly jointLossDb: number | null;
  readonly fiberLossDb: number | null;
  readonly lossDb: number | null;
  /** Each once, in the order of the cables. */
  readonly fiberTypes: readonly string[];
}

/** The tightest limits of both optics and all cables; null: not published. */
export interface ChannelLimits {
  readonly reachMm: Figure | null;
  readonly joints: Figure | null;
  readonly lossDb: Figure | null;
}

export type BudgetFault =
  | { readonly code: 'over-reach' | 'too-many-joints' | 'over-loss'; readonly required: number; readonly actual: number }
  /** A figure that the judgement needs is not published. */
  | { readonly code: 'reach-unknown' | 'loss-unknown' }
  /** Glass of different cores in series. */
  | { readonly code: 'fiber-mix'; readonly found: readonly string[] };

export function channelUse(cables: readonly BoughtCable[]): ChannelUse {
  const lengths = cables.map(({ longestMm }) => longestMm);
  const knownMm = lengths.reduce((sum: number, lengthMm) => sum + (lengthMm ?? 0), 0);
  const unknownLengths = lengths.filter((lengthMm) => lengthMm === null).length;
  const jointLoss = sumKnown(jointsOf(cables).map((connectors) => lossOfJoint(connectors)));
  const fiberLoss = sumKnown(cables.map(lossOfFiber));
  return {
    lengthMm: unknownLengths === 0 ? knownMm : null,
    knownMm,
    unknownLengths,
    joints: cables.length + 1,
    jointLossDb: jointLoss,
    fiberLossDb: fiberLoss,
    lossDb: jointLoss === null || fiberLoss === null ? null : rounded(jointLoss + fiberLoss),
    fiberTypes: [...new Set(cables.flatMap(({ family }) => family.fiberType ?? []))],
  };
}

export function channelLimits(optics: readonly [Transceiver | null, Transceiver | null], families: readonly GlassPart[]): ChannelLimits {
  const seated = optics.filter((optic) => optic !== null);
  const limits = seated.map(opticLimits);
  const ofFiber = limits.flatMap(({ reachMmByFiber }) =>
    families.flatMap(({ fiberType }) =>
      fiberType !== null && Object.hasOwn(reachMmByFiber, fiberType) ? (reachMmByFiber[fiberType] ?? []) : [],
    ),
  );
  const ofParts = [...seated, ...families].flatMap(({ name, reachMm }): Figure[] =>
    reachMm === null ? [] : [{ value: reachMm, source: name }],
  );
  return {
    reachMm: least([...ofParts, ...ofFiber]),
    joints: least(limits.flatMap(({ joints }) => joints ?? [])),
    lossDb: least(limits.flatMap(({ lossDb }) => lossDb ?? [])),
  };
}

/** Everything that the channel breaks or that cannot be told. Loss and joints are asked of channels with several cables alone. */
export function budgetFaults(cables: readonly BoughtCable[], use: ChannelUse, limits: ChannelLimits): BudgetFault[] {
  const faults: BudgetFault[] = [];
  const mix = [...new Set(cables.map(({ family }) => family.medium))];
  if (mix.length > 1) faults.push({ code: 'fiber-mix', found: use.fiberTypes.length > 1 ? use.fiberTypes : mix });
  if (limits.reachMm === null) faults.push({ code: 'reach-unknown' });
  else if (use.knownMm > limits.reachMm.value) faults.push({ code: 'over-reach', required: limits.reachMm.value, actual: use.knownMm });
  if (cables.length < 2) return faults;
  if (limits.joints !== null && use.joints > limits.joints.value)
    faults.push({ code: 'too-many-joints', required: limits.joints.value, actual: use.joints });
  if (use.unknownLengths > 0) return faults;
  if (use.lossDb === null || limits.lossDb === null) faults.push({ code: 'loss-unknown' });
  else if (use.lossDb > limits.lossDb.value) faults.push({ code: 'over-loss', required: limits.lossDb.value, actual: use.lossDb });
  return faults;
}

/** Connectors of the plugs at each joint; an optic mates with what is plugged into it. */
function jointsOf(cables: readonly BoughtCable[]): string[][] {
  return [...cables, null].map((cable, joint) => {
    const last = cables[joint - 1];
    const before = last?.family[last.turned ? 'endA' : 'endB'].connector;
    return [before, cable?.family[cable.turned ? 'endB' : 'endA'].connector].filter((connector) => connector !== undefined);
  });
}

function lossOfJoint(connectors: readonly string[]): number | null {
  const losses = connectors.map((connector) => jointLossDb(connector)?.value ?? null);
  return losses.includes(null) ? null : Math.max(...losses.map((loss) => loss ?? 0));
}

function lossOfFiber({ family, longestMm }: BoughtCable): number | null {
  if (longestMm === 0) return 0;
  const perKm = family.fiberType === null ? null : fiberLossDbPerKm(family.fiberType);
  return perKm === null || longestMm === null ? null : (perKm.value * longestMm) / 1_000_000;
}

function sumKnown(parts: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const part of parts) {
    if (part === null) return null;
    sum += part;
  }
  return rounded(sum);
}

/** To thousandths of a dB, so that sums of tenths compare as they read. */
function rounded(db: number): number {
  return Math.round(db * 1000) / 1000;
}

function least(figures: readonly Figure[]): Figure | null {
  return figures.reduce<Figure | null>(
    (smallest, figure) => (smallest === null || figure.value < smallest.value ? figure : smallest),
    null,
  );
}

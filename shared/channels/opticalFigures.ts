/** Published figures of light: what joints and fibers take from it, and what optics bear. What is not here is unknown. */
import type { Transceiver } from '../catalog/types.ts';

const NVIDIA_CABLING = 'NVIDIA cabling requirements for NDR 400 Gb/s (docs.nvidia.com/networking/display/intrcnctcabreqndr400eth)';

export interface Figure {
  readonly value: number;
  readonly source: string;
}

/** Loss of one mated pair in dB, by kind of connector. */
const JOINT_LOSS_DB: Readonly<Record<string, Figure>> = {
  MPO: { value: 0.35, source: `${NVIDIA_CABLING}: low-loss MPO` },
  LC: { value: 0.25, source: `${NVIDIA_CABLING}: LC` },
};

/** Loss of fiber in dB per km, by fiber type. */
const FIBER_LOSS_DB_PER_KM: Readonly<Record<string, Figure>> = {
  OM3: { value: 3, source: NVIDIA_CABLING },
  OM4: { value: 3, source: NVIDIA_CABLING },
  OS2: { value: 0.4, source: NVIDIA_CABLING },
};

/** `MPO-12/APC`; null: not published here. */
export function jointLossDb(connector: string): Figure | null {
  const kind = connector.startsWith('MPO-') ? 'MPO' : (connector.split('/')[0] ?? '');
  return Object.hasOwn(JOINT_LOSS_DB, kind) ? (JOINT_LOSS_DB[kind] ?? null) : null;
}

export function fiberLossDbPerKm(fiberType: string): Figure | null {
  return Object.hasOwn(FIBER_LOSS_DB_PER_KM, fiberType) ? (FIBER_LOSS_DB_PER_KM[fiberType] ?? null) : null;
}

/** What an optic bears beside its reach. */
export interface OpticLimits {
  /** Joints of a channel, those at the optics too. */
  readonly joints: Figure | null;
  readonly lossDb: Figure | null;
  /** Reach over fiber of a type that is less than the best. */
  readonly reachMmByFiber: Readonly<Record<string, Figure>>;
}

const UNKNOWN: OpticLimits = { joints: null, lossDb: null, reachMmByFiber: {} };

const JOINTS: Figure = { value: 4, source: `${NVIDIA_CABLING}: at most two patch panels, four joints of ferrules` };

/** The loss of the longest channel that the maker allows, with every joint that he allows: the optic bears at least that. */
function derivedBudget(jointDb: number, lengthKm: number, dbPerKm: number): Figure {
  const value = Math.round((JOINTS.value * jointDb + lengthKm * dbPerKm) * 100) / 100;
  return {
    value,
    source: `derived from ${NVIDIA_CABLING}: ${JOINTS.value} joints of ${jointDb} dB and ${lengthKm * 1000} m of ${dbPerKm} dB/km`,
  };
}

const NVIDIA_LIMITS: Readonly<Record<string, OpticLimits>> = {
  'multimode MPO': {
    joints: JOINTS,
    lossDb: derivedBudget(0.35, 0.05, 3),
    reachMmByFiber: { OM3: { value: 30_000, source: `${NVIDIA_CABLING}: OM3 up to 30 m` } },
  },
  'singlemode MPO': { joints: JOINTS, lossDb: derivedBudget(0.35, 0.5, 0.4), reachMmByFiber: {} },
  'singlemode LC': { joints: JOINTS, lossDb: derivedBudget(0.25, 2, 0.4), reachMmByFiber: {} },
};

/** Limits of an optic, as far as its maker published them. */
export function opticLimits({ manufacturer, medium, connector }: Pick<Transceiver, 'manufacturer' | 'medium' | 'connector'>): OpticLimits {
  if (manufacturer !== 'NVIDIA') return UNKNOWN;
  const key = `${medium} ${connector.startsWith('MPO-') ? 'MPO' : (connector.split('/')[0] ?? '')}`;
  return Object.hasOwn(NVIDIA_LIMITS, key) ? (NVIDIA_LIMITS[key] ?? UNKNOWN) : UNKNOWN;
}

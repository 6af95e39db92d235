/** Which trunks and jumpers go together with two panels and the optics of a link. Pure catalog knowledge. */
import { crossingOf } from '../catalog/panels.ts';
import { portsOf } from '../catalog/ports.ts';
import type { AdapterKeying, CableEnd, CableFamily, DeviceType, Transceiver } from '../catalog/types.ts';
import { fitsCage } from '../catalog/cageFits.ts';
import type { LinkModule } from './planChannels.ts';
import { LightJudge, moduleOnWay, type LightCable } from './planChannels.ts';

/** One end of a link as it would run through a panel. */
export interface PanelEnd {
  readonly optic: Transceiver | null;
  readonly panel: DeviceType;
  /** Name of a front port. */
  readonly port: string;
}

export interface PanelCables {
  readonly trunk: CableFamily;
  readonly jumperA: CableFamily;
  readonly jumperB: CableFamily;
}

export interface PanelChoices {
  readonly trunks: readonly CableFamily[];
  readonly jumpersA: readonly CableFamily[];
  readonly jumpersB: readonly CableFamily[];
  /** The first choice through which light comes out right; where there is none, the first that can be plugged in; null: nothing can. */
  readonly best: PanelCables | null;
}

/** Families that can be plugged in: by connector at either end and by medium. Those through which light comes out right are tried in order. */
export function choosePanelCables(families: Iterable<CableFamily>, a: PanelEnd, b: PanelEnd): PanelChoices {
  const [sideA, sideB] = [sideOf(a, 'front'), sideOf(b, 'rear')];
  const all = [...families].filter(({ fiberType }) => fiberType !== null);
  if (sideA === null || sideB === null) return { trunks: [], jumpersA: [], jumpersB: [], best: null };
  const medium = a.optic?.medium ?? b.optic?.medium ?? null;
  const ofMedium = all.filter((family) => medium === null || family.medium === medium);
  const trunks = ofMedium.filter(
    ({ endA, endB, shuffle, slackClass }) =>
      slackClass === 'trunk' &&
      endA.legs === endB.legs &&
      shuffle !== true &&
      fitsCage(endA.connector, sideA.rearCage) &&
      fitsCage(endB.connector, sideB.rearCage),
  );
  const jumpers = (optic: Transceiver | null, frontCage: string): CableFamily[] =>
    ofMedium.filter(
      ({ endA, endB, slackClass }) =>
        slackClass !== 'trunk' &&
        endA.legs === 1 &&
        endB.legs === 1 &&
        [endA, endB].some((end) => meets(end, optic)) &&
        [endA, endB].some(({ connector }) => fitsCage(connector, frontCage)),
    );
  const [jumpersA, jumpersB] = [jumpers(a.optic, sideA.frontCage), jumpers(b.optic, sideB.frontCage)];
  return { trunks, jumpersA, jumpersB, best: bestOf({ trunks, jumpersA, jumpersB }, [a, b], [sideA, sideB]) };
}

export interface ShuffleCables {
  readonly front: CableFamily;
  readonly rear: CableFamily;
}

export interface ShuffleChoices {
  readonly fronts: readonly CableFamily[];
  readonly rears: readonly CableFamily[];
  /** As of PanelChoices. */
  readonly best: ShuffleCables | null;
}

/** Families that join optics to both sides of a shuffle: in front and behind. */
export function chooseShuffleCables(
  families: Iterable<CableFamily>,
  { panel, port }: Pick<PanelEnd, 'panel' | 'port'>,
  optics: { readonly front: Transceiver | null; readonly rear: Transceiver | null },
): ShuffleChoices {
  const side = sideOf({ panel, port, optic: null }, 'front');
  if (side?.module?.family.shuffle !== true) return { fronts: [], rears: [], best: null };
  const { module, keyings } = side;
  const ofMedium = [...families].filter(({ fiberType, medium }) => fiberType !== null && medium === module.family.medium);
  const fitting = (optic: Transceiver | null, cage: string): CableFamily[] =>
    ofMedium.filter(
      ({ slackClass, endA, endB }) => slackClass !== 'trunk' && endA.legs === 1 && endB.legs === 1 && joins(endA, endB, optic, cage),
    );
  const [fronts, rears] = [fitting(optics.front, side.frontCage), fitting(optics.rear, side.rearCage)];
  const judge = new LightJudge();
  let first: ShuffleCables | null = null;
  for (const front of fronts) {
    for (const rear of rears) {
      first ??= { front, rear };
      const plain = { legA: 0, legB: 0, turned: false };
      const cables: LightCable[] = [{ family: front, ...plain }, module, { family: rear, ...plain }];
      if (judge.judge({ cables, keyings, optics: [optics.front, optics.rear] })?.faults.length === 0)
        return { fronts, rears, best: { front, rear } };
    }
  }
  return { fronts, rears, best: first };
}

/** Whether a cable leads from an optic to a port. */
function joins(endA: CableEnd, endB: CableEnd, optic: Transceiver | null, cage: string): boolean {
  return [
    [endA, endB],
    [endB, endA],
  ].some(([near, far]) => near !== undefined && far !== undefined && meets(near, optic) && fitsCage(far.connector, cage));
}

interface PanelSide {
  readonly frontCage: string;
  readonly rearCage: string;
  readonly module: LinkModule | null;
  /** Of its adapters, in the order in which light from end A meets them. */
  readonly keyings: readonly AdapterKeying[];
}

function sideOf({ panel, port }: PanelEnd, enters: 'front' | 'rear'): PanelSide | null {
  const crossing = crossingOf(panel, port);
  const ports = portsOf(panel);
  const [front, rear] = crossing === null ? [] : [ports[crossing.front], ports[crossing.rear]];
  if (crossing === null || front === undefined || rear === undefined) return null;
  const { module, keyings } = moduleOnWay({ ...crossing, enters }, 0);
  return { frontCage: front.cage, rearCage: rear.cage, module, keyings };
}

function meets({ connector }: CableEnd, optic: Transceiver | null): boolean {
  return optic === null || connector.split('/')[0] === optic.connector.split('/')[0];
}

function bestOf(
  { trunks, jumpersA, jumpersB }: Omit<PanelChoices, 'best'>,
  [a, b]: readonly [PanelEnd, PanelEnd],
  [sideA, sideB]: readonly [PanelSide, PanelSide],
): PanelCables | null {
  const judge = new LightJudge();
  let first: PanelCables | null = null;
  for (const trunk of trunks) {
    for (const jumperA of jumpersA) {
      for (const jumperB of jumpersB) {
        first ??= { trunk, jumperA, jumperB };
        const plain = { legA: 0, legB: 0, turned: false };
        const cables: LightCable[] = [
          { family: jumperA, ...plain },
          ...(sideA.module === null ? [] : [sideA.module]),
          { family: trunk, ...plain, isTrunk: true },
          ...(sideB.module === null ? [] : [sideB.module]),
          { family: jumperB, ...plain },
        ];
        const verdict = judge.judge({ cables, keyings: [...sideA.keyings, ...sideB.keyings], optics: [a.optic, b.optic] });
        if (verdict !== null && verdict.faults.length === 0) return { trunk, jumperA, jumperB };
      }
    }
  }
  return first;
}

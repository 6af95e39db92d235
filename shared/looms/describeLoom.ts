/** One loom in words and figures: what the inspector, the build sheet and the command line say of it. */
import { must } from '../assert.ts';
import { cableEnds, type Plug } from '../takeoff/cableEnds.ts';
import { labelMaker, type CableLabel, type LabelMaker } from '../takeoff/labels.ts';
import { NONE } from '../cabling/types.ts';
import { portsOf } from '../catalog/ports.ts';
import type { CableFamily } from '../catalog/types.ts';
import type { Breakout, Loom, LoomInput, LoomLeg, LoomMade, Pull } from './looms.ts';

/** One end of one leg. */
export interface LegEnd {
  readonly device: string;
  readonly positionU: number;
  readonly port: string;
  /** What its label says. */
  readonly label: string;
  readonly connector: string;
  /** From the breakout point to the port, and how long the leg is made or its maker gives it; null: as its maker does it. */
  readonly portMm: number;
  readonly madeMm: number | null;
}

export interface LegReport {
  /** From 1. */
  readonly number: number;
  /** Id and name of its cable; a splitter has a leg for each of its links. */
  readonly cable: string;
  readonly cableName: string;
  /** In the order of the breakouts. */
  readonly ends: readonly [LegEnd, LegEnd];
  readonly requiredMm: number;
  /** The whole member as made; null where its maker or a stocked length says. */
  readonly madeMm: number | null;
  readonly fits: boolean | null;
}

export interface BreakoutReport extends Breakout {
  readonly cabinetName: string;
  readonly hallName: string;
}

/** A loom as a whole. */
export interface LoomFigures {
  readonly id: string;
  readonly name: string;
  readonly decision: string | null;
  readonly made: LoomMade;
  readonly family: CableFamily;
  readonly cables: number;
  readonly fibers: number | null;
  readonly breakouts: readonly [BreakoutReport, BreakoutReport];
  readonly pull: Pull;
  readonly lengthMm: number | null;
  /** The lengths that its cables are on the bill at, ascending; null among them: none serves. Made to length it stands instead of these. */
  readonly orderedMm: readonly (number | null)[];
  readonly boundMm: number;
  readonly trunkMm: number;
  readonly diameterMm: number;
  readonly massG: number;
}

export interface LoomReport extends LoomFigures {
  /** Sorted by the rack unit of the first end, from the top, so that they part in the order in which they are plugged. */
  readonly legs: readonly LegReport[];
}

/** Describes looms of one derived plan; texts of labels are made once. */
export function loomDescriber(input: LoomInput): (loom: Loom) => LoomReport {
  const labels = labelMaker(input.plan, input.survey, input.cabling);
  return (loom) => describe(input, labels, loom);
}

function describe(input: LoomInput, labels: LabelMaker, loom: Loom): LoomReport {
  const figures = loomFigures(input, loom);
  const legs = loom.legs.map((leg) => legReport(input, labels, loom, figures.family, leg));
  legs.sort((a, b) => b.ends[0].positionU - a.ends[0].positionU || b.ends[1].positionU - a.ends[1].positionU || a.number - b.number);
  return { ...figures, legs: legs.map((leg, at) => ({ ...leg, number: at + 1 })) };
}

/** A loom without its legs. */
export function loomFigures(input: LoomInput, loom: Loom): LoomFigures {
  const { plan, cabling } = input;
  const family = must(cabling.families[cabling.cables.family[loom.members[0]!]!], 'family');
  const named = (breakout: Breakout): BreakoutReport => {
    const { name, hall } = must(plan.cabinets.get(breakout.cabinet), breakout.cabinet);
    return { ...breakout, cabinetName: name, hallName: must(plan.halls.get(hall), hall).name };
  };
  return {
    id: loom.id,
    name: loom.name,
    decision: loom.decision,
    made: loom.made,
    family,
    cables: loom.members.length,
    fibers: loom.fibers,
    breakouts: [named(loom.breakouts[0]), named(loom.breakouts[1])],
    pull: loom.pull,
    lengthMm: loom.lengthMm,
    orderedMm: orderedLengths(input, loom),
    boundMm: loom.boundMm,
    trunkMm: loom.trunkMm,
    diameterMm: loom.diameterMm,
    massG: loom.massG,
  };
}

function orderedLengths({ cabling: { cables } }: LoomInput, { members }: Loom): (number | null)[] {
  const lengths = new Set(members.map((cable) => cables.orderedMm[cable]!));
  return [...lengths].sort((a, b) => a - b).map((lengthMm) => (lengthMm === NONE ? null : lengthMm));
}

/** What a loom that is made to length is ordered instead of, for example `instead of the stocked 30.000 m`; null where it is the order itself. */
export function insteadText(
  { made, family, orderedMm }: Pick<LoomReport, 'made' | 'family' | 'orderedMm'>,
  lengthText: (lengthMm: number) => string,
): string | null {
  if (made !== 'custom') return null;
  const known = orderedMm.filter((lengthMm) => lengthMm !== null);
  if (known.length === 0) return null;
  const texts = known.map(lengthText).join(' and ');
  return family.supply.kind === 'stock' ? `instead of the stocked ${texts}` : `instead of ${texts} made one by one`;
}

function legReport({ survey, cabling }: LoomInput, labels: LabelMaker, loom: Loom, family: CableFamily, leg: LoomLeg): LegReport {
  const { links, cables } = cabling;
  const aCabinet = must(survey.cabinets[must(survey.devices[links.aDevice[leg.link]!], 'device').cabinet], 'cabinet').cabinet.id;
  const aFirst = aCabinet === loom.breakouts[0].cabinet;
  const plugs = cableEnds(cabling, leg.cable);
  const own = labels.labelsOf(leg.cable);
  const end = (name: 'A' | 'B', at: 0 | 1): LegEnd => {
    const [device, port] = name === 'A' ? [links.aDevice, links.aPort] : [links.bDevice, links.bPort];
    const surveyed = must(survey.devices[device[leg.link]!], 'device');
    const { connector } = name === 'A' ? family.endA : family.endB;
    return {
      device: surveyed.device.name,
      positionU: surveyed.device.positionU,
      port: must(portsOf(surveyed.type)[port[leg.link]!], 'port').name,
      label: labelOf(name === 'A' ? plugs.a : plugs.b, own, name, device[leg.link]!, port[leg.link]!),
      connector,
      portMm: leg.portMm[at],
      madeMm: (leg.madeMm ?? leg.givenMm)?.[at] ?? null,
    };
  };
  return {
    number: leg.link + 1,
    cable: cabling.cableId(leg.cable),
    cableName: cabling.cableName(leg.cable),
    ends: aFirst ? [end('A', 0), end('B', 1)] : [end('B', 0), end('A', 1)],
    requiredMm: cables.requiredMm[leg.cable]!,
    madeMm: leg.madeMm === null ? null : loom.trunkMm + leg.madeMm[0] + leg.madeMm[1],
    fits: leg.fits,
  };
}

/** The label of the plug that goes into this port. */
function labelOf(plugs: readonly Plug[], labels: readonly CableLabel[], end: 'A' | 'B', device: number, port: number): string {
  const plug = plugs.find(({ ports }) => ports.some((place) => place.device === device && place.port === port));
  return must(
    labels.find((label) => label.end === end && label.leg === (plug?.leg ?? null)),
    'label of a plug',
  ).text;
}

/** Why a loom is pulled from its end, in words. */
export function pullReason({ why, end, looms }: Pull): string {
  switch (why) {
    case 'by-hand':
      return 'set by hand';
    case 'staged':
      return `${looms[end]} looms end here, ${looms[1 - end]} at the other end: they are staged together`;
    case 'either':
      return `${looms[0]} looms end here as at the other end: either serves`;
  }
}

/** How looms are made, in words. */
export const MADE_TEXTS: Readonly<Record<LoomMade, string>> = { custom: 'made to length', stock: 'stock jumpers', trunk: 'trunk' };

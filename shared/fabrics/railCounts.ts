/**
 * How many switches and links a rail-optimised fabric has.
 *
 * Each scalable unit has one leaf per rail; leaf k takes port k of each of its nodes. Every leaf has the same
 * number of links to every spine that it reaches, so the number of spines divides the leaf's uplinks; it is the
 * smallest such number with enough ports. Where two tiers do not suffice, the leaves of one rail over all units
 * form a rail group, split into the fewest equal sub-groups of at most half a switch's ports; half of a spine's
 * ports face down, and spine i of every sub-group meets core plane i with all its other ports.
 * Source: the component tables of NVIDIA's DGX SuperPOD reference architectures (RA-11333-001, RA-11334-001),
 * which this rule reproduces row by row.
 */
import { fail, ok, type Result, type UserError } from '../result.ts';
import type { RailParameters } from './railParameters.ts';

export type TierCounts = Readonly<Record<'node-leaf' | 'leaf-spine' | 'spine-core' | 'ufm', number>>;

export interface RailCounts {
  readonly nodes: number;
  readonly leaves: number;
  readonly spines: number;
  readonly cores: number;
  /** Appliances of the fabric manager. */
  readonly managers: number;
  readonly links: TierCounts;
  /** As many as links, but a splitter of the tier `ufm` carries two. */
  readonly cables: TierCounts;
  readonly shape: RailShape;
}

/** How the switches above the leaves are arranged. */
export type RailShape =
  | { readonly kind: 'two-tier'; readonly spines: number }
  | {
      readonly kind: 'three-tier';
      /** Equal parts of each rail group, and units (so leaves) in each. */
      readonly subGroups: number;
      readonly leavesPerSubGroup: number;
      readonly spinesPerSubGroup: number;
    };

/** Fabric managers hang on two splitters: four links on two cables. */
export const UFM_APPLIANCES = 2;
export const UFM_LINKS = 4;
const UFM_CABLES = 2;

const LARGEST: Readonly<Record<'su' | 'nodesPerSu' | 'rails' | 'uplinksPerLeaf' | 'switchPorts', number>> = {
  su: 1024,
  nodesPerSu: 512,
  rails: 64,
  uplinksPerLeaf: 512,
  switchPorts: 1024,
};

/** Links of one fabric; twenty times those of the largest published reference architecture. */
const MOST_LINKS = 4_000_000;

/** Counts of a fabric, or why no fabric has these parameters. */
export function railCounts(parameters: RailParameters): Result<RailCounts, UserError> {
  const mistake = rangeMistake(parameters) ?? portMistake(parameters) ?? managerMistake(parameters);
  if (mistake !== null) return fail(mistake);
  const { su, nodesPerSu, rails, uplinksPerLeaf, switchPorts, ufm } = parameters;
  const leaves = su * rails;
  const shape = leaves <= switchPorts ? twoTiers(parameters) : threeTiers(parameters);
  if (!shape.ok) return shape;
  const spines = spineCount(shape.value, rails);
  const cores = shape.value.kind === 'two-tier' ? 0 : Math.ceil(spines / 2);
  const nodes = su * nodesPerSu - (ufm ? 1 : 0);
  const links = {
    'node-leaf': nodes * rails,
    'leaf-spine': leaves * uplinksPerLeaf,
    'spine-core': shape.value.kind === 'two-tier' ? 0 : spines * (switchPorts / 2),
    ufm: ufm ? UFM_LINKS : 0,
  };
  const linkCount = links['node-leaf'] + links['leaf-spine'] + links['spine-core'] + links.ufm;
  if (linkCount > MOST_LINKS) return fail(tooManyLinks(linkCount));
  const cables = { ...links, ufm: ufm ? UFM_CABLES : 0 };
  return ok({ nodes, leaves, spines, cores, managers: ufm ? UFM_APPLIANCES : 0, links, cables, shape: shape.value });
}

/** The smallest divisor of `whole` that is at least `least`; `whole` itself at most. */
export function smallestDivisorFrom(whole: number, least: number): number {
  for (let divisor = Math.max(1, Math.ceil(least)); divisor < whole; divisor += 1) {
    if (whole % divisor === 0) return divisor;
  }
  return whole;
}

/** Unit, from 0, on which the fabric manager hangs. */
export function managedUnit({ su, ufmUnit }: Pick<RailParameters, 'su' | 'ufmUnit'>): number {
  switch (ufmUnit) {
    case 'first':
      return 0;
    case 'last':
    case undefined:
      return su - 1;
    default:
      return ufmUnit - 1;
  }
}

function twoTiers({ su, rails, uplinksPerLeaf, switchPorts }: RailParameters): Result<RailShape, UserError> {
  const spines = smallestDivisorFrom(uplinksPerLeaf, (su * rails * uplinksPerLeaf) / switchPorts);
  return ok({ kind: 'two-tier', spines });
}

function threeTiers({ su, rails, uplinksPerLeaf, switchPorts }: RailParameters): Result<RailShape, UserError> {
  if (switchPorts % 2 !== 0) {
    return fail({
      code: 'fabric.odd-ports',
      path: 'switchPorts',
      message: `a switch of ${switchPorts} ports cannot face half of them down, which three tiers need`,
      remedy: 'give an even number of ports, or few enough leaves for two tiers',
    });
  }
  const portsDown = switchPorts / 2;
  const subGroups = smallestDivisorFrom(su, su / portsDown);
  if (rails * subGroups > switchPorts) {
    return fail({
      code: 'fabric.too-large',
      path: 'su',
      message: `${su} units of ${rails} rails fall into ${rails * subGroups} equal groups of leaves, more than a core switch has ports (${switchPorts})`,
      remedy: 'give a number of units that divides into larger equal groups, fewer rails, or switches with more ports',
    });
  }
  const leavesPerSubGroup = su / subGroups;
  const spinesPerSubGroup = smallestDivisorFrom(uplinksPerLeaf, (leavesPerSubGroup * uplinksPerLeaf) / portsDown);
  return ok({ kind: 'three-tier', subGroups, leavesPerSubGroup, spinesPerSubGroup });
}

function spineCount(shape: RailShape, rails: number): number {
  return shape.kind === 'two-tier' ? shape.spines : rails * shape.subGroups * shape.spinesPerSubGroup;
}

function rangeMistake(parameters: RailParameters): UserError | null {
  for (const key of ['su', 'nodesPerSu', 'rails', 'uplinksPerLeaf', 'switchPorts'] as const) {
    const value = parameters[key];
    if (Number.isInteger(value) && value >= 1 && value <= LARGEST[key]) continue;
    return {
      code: 'fabric.parameter',
      path: key,
      message: `${key} is ${value}`,
      remedy: `give a whole number from 1 to ${LARGEST[key]}`,
    };
  }
  return null;
}

function tooManyLinks(links: number): UserError {
  return {
    code: 'fabric.links',
    path: 'su',
    message: `the fabric would have ${links} links, and one may have ${MOST_LINKS}`,
    remedy: 'give fewer scalable units, nodes or rails',
  };
}

function portMistake({ nodesPerSu, uplinksPerLeaf, switchPorts }: RailParameters): UserError | null {
  if (nodesPerSu + uplinksPerLeaf <= switchPorts) return null;
  const mostUplinks = switchPorts - nodesPerSu;
  const needed = nodesPerSu + uplinksPerLeaf;
  return {
    code: 'fabric.leaf-ports',
    path: 'switchPorts',
    message: `a leaf needs ${nodesPerSu} ports down and ${uplinksPerLeaf} up, and the switch has ${switchPorts}`,
    remedy:
      mostUplinks > 0
        ? `give at most ${mostUplinks} uplinks, fewer nodes a unit, or switches with at least ${needed} ports`
        : `give switches with at least ${needed} ports, or fewer nodes a unit and fewer uplinks`,
  };
}

function managerMistake(parameters: RailParameters): UserError | null {
  const { su, nodesPerSu, rails, ufm, ufmUnit } = parameters;
  if (!ufm) return null;
  const managed = managedUnit(parameters);
  if (!Number.isInteger(managed) || managed < 0 || managed >= su) {
    return {
      code: 'fabric.ufm-unit',
      path: 'ufmUnit',
      message: `the fabric manager is to hang on unit ${ufmUnit} of ${su}`,
      remedy: `give a whole number from 1 to ${su}, or leave it out for the last one`,
    };
  }
  if (rails < UFM_CABLES) {
    return {
      code: 'fabric.ufm-rails',
      path: 'ufm',
      message: 'the fabric manager hangs on the leaves of rails 1 and 2, and there is one rail',
      remedy: 'give two rails or more, or ufm=false',
    };
  }
  if (su * nodesPerSu < 2) {
    return {
      code: 'fabric.ufm-nodes',
      path: 'ufm',
      message: 'the fabric manager takes the place of a node, and no node would be left',
      remedy: 'give more nodes, or ufm=false',
    };
  }
  return null;
}

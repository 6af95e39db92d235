/**
 * Which cages take the modules and plugs of another kind than their own name. Everything else fits its own kind alone:
 * no QSFP goes into OSFP, nor the other way round, without an adapter, which is a part of its own.
 */

interface CageKind {
  readonly takes: readonly string[];
  /** A publication, or text that starts with "assumption". */
  readonly source: string;
}

/** By cage. That a module goes in says nothing of the speed at which the port then runs. */
export const cageKinds: Readonly<Record<string, CageKind>> = {
  QSFP28: {
    takes: ['QSFP+', 'QSFP56'],
    source:
      'SFF-8665, QSFP+ 28 Gb/s pluggable transceiver solution: takes QSFP+ modules; NVIDIA RA-11333-001 V11, table 7: QSFP56 active optical cables in the 100G ports of the SN4600C',
  },
  QSFP56: { takes: ['QSFP28', 'QSFP+'], source: 'SFF-8665: QSFP56 is a generation of the same connector and cage as QSFP28' },
  QSFP112: {
    takes: ['QSFP56', 'QSFP28', 'QSFP+'],
    source:
      'QSFP112 MSA (qsfpmsa.com): connectors and cages are backward compatible with QSFP modules of 40G, 100G and 200G, optics and copper',
  },
  'QSFP-DD': {
    takes: ['QSFP112', 'QSFP56', 'QSFP28', 'QSFP+'],
    source:
      'QSFP112 MSA (qsfpmsa.com): QSFP112 modules go into QSFP-DD cages; QSFP-DD MSA hardware specification: backward compatible with QSFP',
  },
};

/** Whether a module or plug goes into a cage or jack, or into the adapter of a panel, which takes any polish. */
export function fitsCage(module: string, cage: string): boolean {
  if (module === cage || module.split('/')[0] === cage) return true;
  return Object.hasOwn(cageKinds, cage) && cageKinds[cage]?.takes.includes(module) === true;
}

/** How far a module or plug is from the cage's own kind: 0 for that, else its place among what the cage takes, the nearest first. */
export function stepsFromOwnKind(module: string, cage: string): number {
  return module === cage || !Object.hasOwn(cageKinds, cage) ? 0 : 1 + (cageKinds[cage]?.takes.indexOf(module) ?? -1);
}

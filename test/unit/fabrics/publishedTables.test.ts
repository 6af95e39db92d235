/** The component tables of NVIDIA's DGX SuperPOD reference architectures, row by row and column by column. */
import { describe, expect, it } from 'vitest';
import { deriveRailLinks, railSlots } from '../../../shared/fabrics/railOptimised.ts';

interface Row {
  readonly su: number;
  readonly nodes: number;
  readonly gpus: number;
  readonly leaves: number;
  readonly spines: number;
  readonly cores: number;
  readonly nodeLeaf: number;
  readonly leafSpine: number;
  readonly spineCore: number;
  readonly ufm: number;
}

const GPUS_PER_NODE = 8;

function derived(su: number, ufm: boolean): Row {
  const parameters = { su, nodesPerSu: 32, rails: 8, uplinksPerLeaf: 32, switchPorts: 64, ufm };
  const slots = railSlots(parameters);
  const { tiers } = deriveRailLinks(parameters, () => true);
  const links = (name: string): number => tiers.find((tier) => tier.name === name)?.slotA.length ?? 0;
  return {
    su,
    nodes: slots.nodes.length,
    gpus: slots.nodes.length * GPUS_PER_NODE,
    leaves: slots.leaves.length,
    spines: slots.spines.length,
    cores: slots.cores.length,
    nodeLeaf: links('node-leaf'),
    leafSpine: links('leaf-spine'),
    spineCore: links('spine-core'),
    ufm: links('ufm'),
  };
}

/**
 * Compute fabric of the DGX H100 (RA-11333-001 V11, table 4) and, in the same words, of the DGX B200 (RA-11334-001, table 4.1).
 * One node of the whole fabric makes room for the fabric manager; the column "compute + UFM" counts its four links.
 */
const WITH_MANAGER = [
  { su: 1, nodes: 31, gpus: 248, leaves: 8, spines: 4, computeAndUfm: 252, spineLeaf: 256 },
  { su: 2, nodes: 63, gpus: 504, leaves: 16, spines: 8, computeAndUfm: 508, spineLeaf: 512 },
  { su: 3, nodes: 95, gpus: 760, leaves: 24, spines: 16, computeAndUfm: 764, spineLeaf: 768 },
  { su: 4, nodes: 127, gpus: 1016, leaves: 32, spines: 16, computeAndUfm: 1020, spineLeaf: 1024 },
] as const;

/** Larger SuperPOD component counts of the DGX H100 (RA-11333-001 V11, table 3), without a fabric manager. */
const H100_LARGER = [
  { su: 4, nodes: 128, gpus: 1024, leaves: 32, spines: 16, cores: 0, nodeLeaf: 1024, leafSpine: 1024, spineCore: 1024 },
  { su: 8, nodes: 256, gpus: 2048, leaves: 64, spines: 32, cores: 0, nodeLeaf: 2048, leafSpine: 2048, spineCore: 2048 },
  { su: 16, nodes: 512, gpus: 4096, leaves: 128, spines: 128, cores: 64, nodeLeaf: 4096, leafSpine: 4096, spineCore: 4096 },
  { su: 32, nodes: 1024, gpus: 8192, leaves: 256, spines: 256, cores: 128, nodeLeaf: 8192, leafSpine: 8192, spineCore: 8192 },
  { su: 64, nodes: 2048, gpus: 16384, leaves: 512, spines: 512, cores: 256, nodeLeaf: 16384, leafSpine: 16384, spineCore: 16384 },
] as const;

/** Larger SuperPOD component counts of the DGX B200 (reference architecture, DGX SuperPOD architecture page). */
const B200_LARGER = [
  { su: 2, nodes: 64, gpus: 512, leaves: 16, spines: 8, cores: 0, nodeLeaf: 512, leafSpine: 512, spineCore: 0 },
  { su: 4, nodes: 128, gpus: 1024, leaves: 32, spines: 16, cores: 0, nodeLeaf: 1024, leafSpine: 1024, spineCore: 0 },
  { su: 8, nodes: 256, gpus: 2048, leaves: 64, spines: 32, cores: 0, nodeLeaf: 2048, leafSpine: 2048, spineCore: 0 },
  { su: 16, nodes: 512, gpus: 4096, leaves: 128, spines: 128, cores: 64, nodeLeaf: 4096, leafSpine: 4096, spineCore: 4096 },
  { su: 32, nodes: 1024, gpus: 8192, leaves: 256, spines: 256, cores: 128, nodeLeaf: 8192, leafSpine: 8192, spineCore: 8192 },
  { su: 64, nodes: 2048, gpus: 16384, leaves: 512, spines: 512, cores: 256, nodeLeaf: 16384, leafSpine: 16384, spineCore: 16384 },
] as const;

describe('the published component tables', () => {
  it.each(WITH_MANAGER)('H100 and B200 with a fabric manager, $su SU', (row) => {
    const { nodeLeaf, leafSpine, ufm, cores, spineCore, ...counts } = derived(row.su, true);
    const { computeAndUfm, spineLeaf, ...published } = row;
    expect(counts).toEqual(published);
    expect({ computeAndUfm: nodeLeaf + ufm, spineLeaf: leafSpine }).toEqual({ computeAndUfm, spineLeaf });
    expect({ ufm, cores, spineCore }).toEqual({ ufm: 4, cores: 0, spineCore: 0 });
  });

  it.each(H100_LARGER)('H100 without a fabric manager, $su SU', (row) => {
    // Erratum: the page prints as many spine-core cables as leaf-spine ones for 4 and 8 SU, which have no core switches;
    // the B200 page prints a dash there. Another: the web page of May 2026 calls the last row 56 SU, the PDF 64 (2,048 ÷ 32).
    const mended = row.cores === 0 ? { ...row, spineCore: 0 } : row;
    expect(derived(row.su, false)).toEqual({ ...mended, ufm: 0 });
  });

  it.each(B200_LARGER)('B200 without a fabric manager, $su SU', (row) => {
    expect(derived(row.su, false)).toEqual({ ...row, ufm: 0 });
  });

  it('gives the cables of the 4 SU bill: 2,040 jumpers and 2 splitters for 1,016 + 1,024 + 4 links', () => {
    const { nodeLeaf, leafSpine, ufm } = derived(4, true);
    expect({ nodeLeaf, jumpers: nodeLeaf + leafSpine, ufm }).toEqual({ nodeLeaf: 1016, jumpers: 2040, ufm: 4 });
  });
});

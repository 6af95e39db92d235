/**
 * Parameters of a rail-optimised fabric: scalable units (SU) of nodes, one leaf per rail and unit,
 * spines, and a core where two tiers do not suffice. The rule that they feed is in railOptimised.ts.
 */
export interface RailParameters {
  /** Scalable units. */
  readonly su: number;
  /** Node positions per unit, which is also the number of downlinks of a leaf. */
  readonly nodesPerSu: number;
  /** Leaves per unit; leaf k takes port k of each node. */
  readonly rails: number;
  readonly uplinksPerLeaf: number;
  readonly switchPorts: number;
  /** Fabric manager: the last node position of a unit is given up and a tier `ufm` of 4 links on 2 splitters is added. */
  readonly ufm: boolean;
  /** Unit that the fabric manager hangs on, from 1: the last where left out. Growth writes it, so that its links stay where they are. */
  readonly ufmUnit?: 'first' | 'last' | number | undefined;
}

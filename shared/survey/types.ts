/** What the survey gives: the plan's things in id order, their true geometry, and the pathway network. */
import type { CabinetModel, DeviceType, Edge, Side } from '../catalog/types.ts';
import type { Cabinet, Device, Hall, Segment } from '../plan/types.ts';
import type { Box, Point } from '../geometry/shapes.ts';

export interface SurveyedCabinet {
  readonly cabinet: Cabinet;
  readonly model: CabinetModel;
  /** Corners in hall coordinates: front-left, front-right, rear-right, rear-left, as seen facing the front (counter-clockwise from above; see cabinetCorners). */
  readonly corners: readonly [Point, Point, Point, Point];
  readonly box: Box;
  /** Rows of its devices, by lowest unit then id. */
  readonly devices: readonly number[];
}

export interface SurveyedDevice {
  readonly device: Device;
  readonly type: DeviceType;
  /** Row of its cabinet. */
  readonly cabinet: number;
}

/** Edges 0 … segmentCount − 1 are the plan's segments by id; after them level changes at junctions. */
export interface Network {
  /** A vertex is a junction at one elevation. */
  readonly vertexCount: number;
  readonly vertexJunction: readonly string[];
  readonly vertexElevationMm: Int32Array;
  readonly edgeCount: number;
  readonly segmentCount: number;
  readonly edgeFrom: Int32Array;
  readonly edgeTo: Int32Array;
  readonly edgeLengthMm: Int32Array;
  /** Segment id, or `junction@lower-upper` for a level change. */
  readonly edgeIds: readonly string[];
  /** Order of an edge's id among all: the tie-break of routing. */
  readonly edgeRank: Int32Array;
  /** Compressed adjacency: edges at vertex v are adjacentEdge[first[v]] … adjacentEdge[first[v + 1] − 1]. */
  readonly first: Int32Array;
  readonly adjacentEdge: Int32Array;
  readonly segments: readonly Segment[];
}

/** A way from a cabinet's opening onto the network. */
export interface Access {
  readonly cabinet: number;
  readonly side: Side;
  readonly edgeOfCabinet: Edge;
  /** Row of the segment in the network, and how far along it from its `from` end. */
  readonly segment: number;
  readonly alongMm: number;
  /** Rise or fall between the opening and the segment, and the flat way from above the opening to the centreline. */
  readonly dropMm: number;
  readonly offsetMm: number;
  /** Cable over the waterfall, where it bends from the pathway into the drop. */
  readonly waterfallMm: number;
  /** Where the opening is and where the drop meets the centreline, in hall coordinates. */
  readonly opening: Point;
  readonly landing: Point;
}

export interface Survey {
  readonly halls: readonly Hall[];
  readonly cabinets: readonly SurveyedCabinet[];
  readonly devices: readonly SurveyedDevice[];
  readonly cabinetRow: ReadonlyMap<string, number>;
  readonly deviceRow: ReadonlyMap<string, number>;
  readonly network: Network;
  /** By cabinet, then side, then edge, then segment. */
  readonly accesses: readonly Access[];
  /** Accesses of cabinet c: accesses[firstAccess[c]] … accesses[firstAccess[c + 1] − 1]. */
  readonly firstAccess: Int32Array;
}

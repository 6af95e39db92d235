/** What each tool makes next. Not saved, not undone. */
import type { CabinetModel } from '../../shared/catalog/types.ts';
import type { RowAcross, RowNetwork } from '../../shared/commands/rowPlaces.ts';
import type { RunKind } from '../../shared/commands/runJoints.ts';
import type { TraceAs } from '../../shared/drawings/trace/layerMeaning.ts';
import type { Note } from '../../shared/plan/notes.ts';
import type { ObstacleKind } from '../../shared/plan/obstacleKinds.ts';
import type { Door } from '../../shared/plan/types.ts';

/** What the row tool draws. */
export interface RowSettings {
  /** Null: the model that the plan uses most. */
  readonly model: CabinetModel | null;
  /** Cabinets in the row; null: as many as the gesture is long. */
  readonly count: number | null;
  /** From one cabinet to the next; null: side by side. */
  readonly pitchMm: number | null;
  /** Cabinets of another model at its ends or in its middle; null: none. */
  readonly network: RowNetwork | null;
  /** The same row across an aisle in the same gesture; null: one row. */
  readonly across: RowAcross | null;
  /** Fronts face north (of a row along x) or east (along y) instead of south or west. */
  readonly turned: boolean;
  /** Name of the row; null: the first letter that no row has. */
  readonly row: string | null;
  /** `{row}{nn}`. */
  readonly namePattern: string;
  /** Null: from the first number on from which the names are free. */
  readonly firstNumber: number | null;
}

/** Nothing set: as the gesture and the plan say. */
export const firstRow: RowSettings = {
  model: null,
  count: null,
  pitchMm: null,
  network: null,
  across: null,
  turned: false,
  row: null,
  namePattern: '{row}{nn}',
  firstNumber: null,
};

/** What the tray tool draws. */
export type TraySettings = RunKind;

/** How an outline is drawn: a rectangle from corner to corner, or corner by corner. */
export type OutlineShape = 'rectangle' | 'polygon';

/** What the door tool puts into a wall. */
export type DoorSettings = Pick<Door, 'clearWidthMm' | 'clearHeightMm' | 'leaves' | 'swing' | 'delivery'>;

/** What the obstacle tool draws. */
export interface ObstacleSettings {
  readonly kind: ObstacleKind;
  readonly shape: OutlineShape;
}

/** What two picked places of a drawing are for: its scale, a second look at its scale, or its place on the floor. */
export interface SpanWish {
  readonly underlay: string;
  readonly purpose: 'calibrate' | 'check' | 'place';
  /** The tool that asked, which goes on afterwards; absent: none did. */
  readonly backTo?: 'trace' | undefined;
}

/** What the trace tool has picked, and makes of it. */
export interface TraceSettings {
  readonly as: TraceAs;
  /** Gaps in the hall's outline up to this width are closed. */
  readonly gapMm: number;
  /** Of walls that are drawn as one line. */
  readonly wallMm: number;
  /** Two lines farther apart than this are no wall: what lies between them is a room. */
  readonly thickestMm: number;
  /** The drawing whose lines are picked; null: none are. */
  readonly underlay: string | null;
  /** Positions of the picked lines in it, in the order of picking. */
  readonly paths: readonly number[];
}

/** Doors are the widest gaps that walls have. */
export const firstTrace: TraceSettings = { as: 'hall', gapMm: 3000, wallMm: 100, thickestMm: 600, underlay: null, paths: [] };

/** What the note tool draws. */
export type NoteSettings = Pick<Note, 'mark' | 'discipline'>;

/** The pod in hand, and how the cabinets of the next one are named; null: as those of the pod go on. */
export interface PodSettings {
  readonly id: string | null;
  readonly namePattern: string | null;
}

/**
 * What the planner and the engine in its worker say to each other. The page holds the frozen plan and sends patches
 * of it; the engine answers with revisions, sums, and columns (typed arrays that change hands without copying).
 * Tables are asked for by windows of rows, so that the page never holds them whole.
 */
import type { Plan } from '../plan/types.ts';
import type { CabinetExplanation } from './cabinetExplanation.ts';
import type { PartsCatalog } from '../checks/fittingParts.ts';
import type { KeyKind } from '../templates/templateKeys.ts';
import type { Patch } from 'immer';
import type { Severity } from '../checks/types.ts';
import type { CableExplanation, LoomExplanation } from './cableExplanation.ts';
import type { ExpansionWish } from './expansionAnswer.ts';
import type { LoomRow } from './loomRow.ts';
import type { LinkWish } from './linkChoice.ts';
import type { LengthRules } from '../lengths/lengthCurve.ts';
import type { SegmentExplanation } from './segmentExplanation.ts';
import type { UserError } from '../result.ts';
import type { LabourProfile } from '../catalog/types.ts';
import type { ProfileComparison } from '../takeoff/profileComparison.ts';
import type { BomLine, ProfileHours, Range, TierCount } from '../takeoff/types.ts';

/** Runs of cables along segments: between two places of a segment, how many cables of one tier lie there. */
export interface SpanColumns {
  readonly count: number;
  /** Position in `Scene.segments`. */
  readonly segment: Int32Array;
  /** Position in `Scene.tiers`. */
  readonly tier: Uint8Array;
  /** From the segment's `from` end. */
  readonly fromMm: Int32Array;
  readonly toMm: Int32Array;
  readonly cables: Int32Array;
}

/** Drops in use: from a cabinet's opening to the centreline of a pathway, in hall coordinates. */
export interface DropColumns {
  readonly count: number;
  /** Position in `Scene.cabinets`. */
  readonly cabinet: Int32Array;
  readonly tier: Uint8Array;
  readonly cables: Int32Array;
  readonly openingXMm: Int32Array;
  readonly openingYMm: Int32Array;
  readonly landingXMm: Int32Array;
  readonly landingYMm: Int32Array;
}

/** A finding's place on the plan. */
export interface Marker {
  /** Key of the finding: its code and ids; stays the same while the finding lasts. */
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  readonly hall: string;
  readonly xMm: number;
  readonly yMm: number;
  readonly message: string;
}

/** What the canvas draws and the page cannot know from the plan alone. */
export interface Scene {
  readonly segments: readonly string[];
  readonly cabinets: readonly string[];
  readonly tiers: readonly string[];
  /** By segment: fullest place in percent of the area, cables that touch it, g/m. */
  readonly fillPct: Float64Array;
  readonly touching: Int32Array;
  readonly massGPerM: Float64Array;
  readonly spans: SpanColumns;
  readonly drops: DropColumns;
  /** Findings with a place that are not accepted, errors first; at most 2,000. */
  readonly markers: readonly Marker[];
}

export interface ProfileSummary {
  readonly profile: string;
  readonly name: string;
  readonly total: number;
  readonly range: Range;
  readonly days: number;
  /** Cables without a route, whose metres the hours leave out. */
  readonly unknownCables: number;
}

export interface TierSummary {
  readonly tier: string;
  readonly links: number;
  readonly cables: number;
}

/** The figures of the status bar and the panels. Lengths in mm; sums leave out what is unknown and say how many. */
export interface Summary {
  readonly scope: string;
  readonly links: number;
  readonly cables: number;
  readonly tiers: readonly TierSummary[];
  readonly requiredMm: number;
  readonly orderedMm: number;
  readonly unknownRequired: number;
  readonly unknownOrdered: number;
  readonly cabinets: number;
  readonly devices: readonly { readonly role: string; readonly count: number }[];
  readonly powerW: { readonly known: number; readonly unknownDevices: number };
  readonly profiles: readonly ProfileSummary[];
  /** Of the profile that the plan's settings name; null in a plan that holds no profiles. */
  readonly hours: ProfileSummary | null;
  readonly findings: { readonly errors: number; readonly warnings: number; readonly accepted: number };
  /** Time that the engine took for it, from patch received to columns ready, in ms. */
  readonly elapsedMs: number;
}

export interface CableRow {
  readonly kind: 'cable';
  readonly id: string;
  /** See Cabling.cableName. */
  readonly name: string;
  readonly label: string | null;
  readonly tier: string;
  /** `C04 · U12 · dgx07 · 3/1` */
  readonly from: string;
  readonly to: string;
  readonly family: string;
  /** What else it is found by: `panel` and the names of the patch panels at its ends. */
  readonly keywords: string;
  /** Order number of the family without a length; null when it has none. */
  readonly familySku: string | null;
  readonly links: number;
  /** Null: no route, or nothing on offer is long enough. */
  readonly pathMm: number | null;
  readonly requiredMm: number | null;
  readonly orderedMm: number | null;
}

export interface BomRow extends BomLine {
  readonly kind: 'bom';
  /** By what it buys. */
  readonly id: string;
}

export interface FindingRow {
  readonly kind: 'finding';
  /** Key of the finding, as in `Marker.id`. */
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  readonly ids: readonly string[];
  readonly place: { readonly hall: string; readonly xMm: number; readonly yMm: number } | null;
  readonly message: string;
  readonly required: string;
  readonly actual: string;
  readonly mend: string;
  readonly accepted: string | null;
}

export interface RowOf {
  readonly cables: CableRow;
  readonly bom: BomRow;
  readonly looms: LoomRow;
  /** Findings that stand, and those that somebody accepted. */
  readonly findings: FindingRow;
  readonly accepted: FindingRow;
}
export type TableName = keyof RowOf;

export interface RowQuery {
  /** A field of the row; null: the table's own order. */
  readonly sort: { readonly by: string; readonly descending: boolean } | null;
  /** Rows whose texts hold every word of it, whatever the case. */
  readonly filter: string;
  readonly from: number;
  readonly count: number;
  /** Cables through, findings about and parts of these things only (cabinets, devices, segments, cables); null: everything. */
  readonly scope: readonly string[] | null;
  /** Rows of these ids only, in the order of the table; absent: all. */
  readonly only?: readonly string[];
}

export interface RowWindow<T extends TableName> {
  readonly table: T;
  readonly revision: number;
  /** Rows that pass filter and scope, and all rows. */
  readonly matching: number;
  readonly total: number;
  readonly from: number;
  readonly rows: readonly RowOf[T][];
}

/** A known part of a sum and how many members have no figure. */
export interface PartialSum {
  readonly known: number;
  readonly unknown: number;
}

export interface EndText {
  readonly cabinet: string;
  readonly cabinetName: string;
  readonly device: string;
  readonly deviceName: string;
  readonly positionU: number;
  readonly port: string;
}

/** What is plugged into a port: one of the links that end there. */
export interface PortEnd {
  readonly cable: string;
  readonly link: string;
  readonly tier: string;
  readonly family: string;
  /** Catalog id of the optic in the cage; null: the cable itself goes in. */
  readonly optic: string | null;
  readonly far: EndText;
}

/** A port with something in it. */
export interface UsedPort {
  /** Position in the device type's list of ports. */
  readonly port: number;
  /** One, or one a leg of a splitter. Of two cables, those of both. */
  readonly ends: readonly PortEnd[];
  /** What is wrong here, each as a sentence without a full stop. */
  readonly faults: readonly string[];
}

/** Ports of one device that are in use, in the order of its type. */
export interface DevicePorts {
  readonly device: string;
  readonly used: readonly UsedPort[];
  /** Links that would end in ports which the device does not have. */
  readonly lost: number;
}

/** Id by which the hours of all profiles are asked for; no thing of a plan has it, as those begin with their kind. */
export const HOURS = 'hours';

/** What the inspector shows of one thing: figures with their parts. */
export type Explanation =
  | CableExplanation
  | LoomExplanation
  | CabinetExplanation
  | {
      readonly kind: 'device';
      readonly id: string;
      readonly typeName: string;
      readonly maxPowerW: number | null;
      readonly massG: number;
      readonly ports: readonly { readonly block: string; readonly total: number; readonly used: number; readonly speedGbps: number }[];
      readonly cables: readonly TierCount[];
      readonly requiredMm: PartialSum;
    }
  | SegmentExplanation
  | {
      readonly kind: 'hours';
      /** Profiles by id, each with its tasks, and what of the plan's settings they were worked out with. */
      readonly profiles: readonly ProfileHours[];
      readonly rules: readonly LabourProfile[];
      readonly comparison: ProfileComparison;
      /** Conduits, whose metres are in no task. */
      readonly conduitMm: number;
    }
  | {
      readonly kind: 'hall';
      readonly id: string;
      readonly areaMm2: number;
      readonly cabinets: number;
      readonly devices: number;
      readonly powerW: PartialSum;
      readonly powerBudgetW: number | null;
    };

/** Routes of some cables, to be lit on the canvas. */
export interface Highlight {
  /** What was asked for. */
  readonly ids: readonly string[];
  readonly cables: number;
  readonly spans: SpanColumns;
  readonly drops: DropColumns;
  /** Cabinets in which the cables end. */
  readonly cabinets: readonly string[];
}

/** One line for each loom, and for each cable that is in none. */
export interface LoomLines {
  readonly spans: SpanColumns;
  readonly drops: DropColumns;
}

export interface TemplateInfo {
  readonly name: string;
  readonly summary: string;
  readonly keys: readonly { readonly name: string; readonly kind: KeyKind; readonly default: string; readonly help: string }[];
}

/** `key: value`, as on the command line's `--set`. */
export type TemplateSettings = Readonly<Record<string, string>>;

/** Counts of a fabric before it is made. */
export interface FabricCounts {
  readonly tiers: readonly { readonly tier: string; readonly links: number; readonly cables: number }[];
  readonly devices: readonly { readonly role: string; readonly count: number }[];
}

/** Questions with one answer each. */
export type Question =
  | { readonly ask: 'rows'; readonly table: TableName; readonly query: RowQuery }
  | { readonly ask: 'explain'; readonly id: string }
  /** The same after these patches of `revision`, which nobody has made yet; null when the plan has gone on since. */
  | { readonly ask: 'explainTried'; readonly revision: number; readonly patches: readonly Patch[]; readonly id: string }
  /** Counts and findings after these patches beside those of now, and the channels of some links; null as above. */
  | { readonly ask: 'try'; readonly revision: number; readonly patches: readonly Patch[]; readonly links: readonly string[] }
  /** Links that may be run through panels. */
  | { readonly ask: 'links'; readonly wish: LinkWish }
  | { readonly ask: 'routes'; readonly ids: readonly string[] }
  | { readonly ask: 'loomLines' }
  | { readonly ask: 'ports'; readonly devices: readonly string[] }
  /** Curves of all cable families; null: by the rules that their recorded lengths were chosen by. */
  | { readonly ask: 'lengths'; readonly rules: LengthRules | null }
  /** What lies in a segment at a place from its `from` end; null: where it is fullest. */
  | { readonly ask: 'section'; readonly segment: string; readonly atMm: number | null }
  /** Types of bundle by capacity and length. */
  | { readonly ask: 'bundles' }
  | { readonly ask: 'expansion'; readonly wish: ExpansionWish }
  /** A table of links as text, for a new fabric or in place of one. */
  | { readonly ask: 'table'; readonly text: string; readonly fabric: string | null; readonly parts: PartsCatalog }
  /** The text of a table in a file, CSV or a workbook. */
  | { readonly ask: 'tableText'; readonly bytes: Uint8Array }
  | { readonly ask: 'serialize' }
  | { readonly ask: 'templates' }
  | { readonly ask: 'counts'; readonly template: string; readonly settings: TemplateSettings }
  | { readonly ask: 'generate'; readonly template: string; readonly settings: TemplateSettings };

/** From the page to the engine. */
export type EngineRequest =
  /** The plan becomes `revision` when the bytes are sound. */
  | { readonly type: 'load'; readonly request: number; readonly revision: number; readonly bytes: Uint8Array }
  /** A plan that the page already holds: a new one, a restored one, or after a crash of the engine. */
  | { readonly type: 'adopt'; readonly revision: number; readonly plan: Plan }
  | { readonly type: 'patch'; readonly from: number; readonly to: number; readonly patches: readonly Patch[] }
  /** Figures as if these patches were applied to `revision`; null ends the preview. */
  | { readonly type: 'preview'; readonly revision: number; readonly patches: readonly Patch[] | null }
  /** One that may be left is told of when it begins: from then on only the end of the engine ends it. */
  | { readonly type: 'question'; readonly request: number; readonly question: Question; readonly mayBeLeft?: boolean }
  /** Nobody waits for the answer any more: the question is dropped, unless it has begun. */
  | { readonly type: 'drop'; readonly request: number }
  /** Leave the figures of the plan undone until it changes, or until they are asked for by `resume`. */
  | { readonly type: 'cancel' }
  | { readonly type: 'resume' };

/** From the engine to the page. */
export type EngineMessage =
  | { readonly type: 'loaded'; readonly request: number; readonly plan: Plan }
  /** A file is being read; share 0 … 1. */
  | { readonly type: 'reading'; readonly request: number; readonly share: number }
  | { readonly type: 'refused'; readonly request: number; readonly error: UserError }
  | {
      readonly type: 'result';
      readonly revision: number;
      readonly preview: boolean;
      /** Segments in which room is still sought: the figures are not settled, and more results come. Empty: settled. */
      readonly solving: readonly string[];
      readonly summary: Summary;
      readonly scene: Scene;
    }
  /** The engine holds another revision than the patch starts from, and needs the plan again. */
  | { readonly type: 'stale'; readonly revision: number | null }
  | { readonly type: 'progress'; readonly revision: number; readonly doing: string; readonly share: number }
  /** The work on the figures of this revision was left undone, as asked. */
  | { readonly type: 'cancelled'; readonly revision: number }
  /** A question that may be left is worked on now. */
  | { readonly type: 'begun'; readonly request: number }
  | { readonly type: 'answer'; readonly request: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly request: number | null; readonly message: string };

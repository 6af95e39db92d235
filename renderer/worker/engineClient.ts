/** The page's side of the engine: questions as promises, figures as events. */
import type { BundleAnswer } from '../../shared/engine/bundleAnswer.ts';
import type { ExportKind, Packing, SheetCount } from '../../shared/engine/exports.ts';
import type {
  DevicePorts,
  Explanation,
  FabricCounts,
  Highlight,
  LoomLines,
  RowQuery,
  RowWindow,
  Scene,
  Summary,
  TableName,
  TemplateInfo,
  TemplateSettings,
} from '../../shared/engine/protocol.ts';
import type { PartsCatalog } from '../../shared/checks/fittingParts.ts';
import type { TableAnswer } from '../../shared/engine/tableAnswer.ts';
import type { LinkChoice, LinkWish } from '../../shared/engine/linkChoice.ts';
import type { Trial } from '../../shared/engine/trial.ts';
import type { ExpansionAnswer, ExpansionWish } from '../../shared/engine/expansionAnswer.ts';
import type { TraySection } from '../../shared/engine/traySection.ts';
import type { LengthRules } from '../../shared/lengths/lengthCurve.ts';
import type { FamilyLengths } from '../../shared/lengths/lengthPlan.ts';
import type { Patch } from 'immer';
import type { Plan } from '../../shared/plan/types.ts';
import type { Result, UserError } from '../../shared/result.ts';
import type { Progress } from '../../shared/work.ts';

export interface EngineResult {
  readonly revision: number;
  readonly preview: boolean;
  /** Segments in which room for cables is still sought; empty: the figures are settled. */
  readonly solving: readonly string[];
  readonly summary: Summary;
  readonly scene: Scene;
}

export type EngineEvent =
  | { readonly type: 'result'; readonly result: EngineResult }
  | { readonly type: 'progress'; readonly progress: Progress }
  /** A question that takes long, in words for people; null: none does any more. */
  | { readonly type: 'asking'; readonly doing: string | null }
  /** Figures of this revision are left as they are, as asked. */
  | { readonly type: 'cancelled'; readonly revision: number }
  /** The engine stopped and was started again with the plan of the page. */
  | { readonly type: 'restarted'; readonly message: string }
  /** The engine cannot work out this plan; a change of it starts anew. */
  | { readonly type: 'failed'; readonly message: string };

export interface ExportedFile {
  readonly bytes: Uint8Array;
  readonly packing: Packing;
  /** What the writer could not express. */
  readonly notes: readonly string[];
  /** The set that a sheet belongs to; empty for other files. */
  readonly sheets: readonly SheetCount[];
}

export interface EngineClient {
  /**
   * Parses and validates a file. The engine keeps the plan and starts on its figures, so that adopting the same plan
   * as the next revision costs nothing; a refused file leaves the engine as it was. `onProgress` hears the share read, 0 … 1.
   * Ends with `engine.cancelled` when the signal aborts.
   */
  load(bytes: Uint8Array, onProgress?: (share: number) => void, signal?: AbortSignal): Promise<Result<Plan, UserError>>;
  /** The page's plan is now this one. True when the engine has it already, and may have answered before. */
  adopt(revision: number, plan: Plan): boolean;
  patch(from: number, to: number, patches: readonly Patch[]): void;
  /** Figures as if these patches were applied; null goes back to the plan. At most one is under way; the newest wins. */
  preview(patches: readonly Patch[] | null): void;
  /** Leaves the figures of the plan undone until it changes, or until `resume`. */
  cancel(): void;
  resume(): void;
  /** Leaves questions unanswered that take long, which ends the engine and starts it again; they end with an error. */
  leaveQuestions(): void;
  onEvent(listener: (event: EngineEvent) => void): () => void;
  rows<T extends TableName>(table: T, query: RowQuery): Promise<RowWindow<T>>;
  /** The derivation of a cable, cabinet, device, segment or hall; null when it is not in the plan. */
  explain(id: string): Promise<Explanation | null>;
  /** The derivation as it would be after these patches of the plan; null when it changed meanwhile. */
  explainTried(patches: readonly Patch[], id: string): Promise<Explanation | null>;
  /** Figures after these patches beside those of now, and what the light of some links would do; null when the plan changed meanwhile. */
  try(patches: readonly Patch[], links: readonly string[]): Promise<Trial | null>;
  /** A table of links, judged line by line against the plan and the catalog beside it. */
  table(text: string, fabric: string | null, parts: PartsCatalog): Promise<TableAnswer>;
  /** The text of a table in a file, CSV or a workbook. */
  tableText(bytes: Uint8Array): Promise<Result<string, UserError>>;
  /** Links that may be run through panels. */
  linksFor(wish: LinkWish): Promise<LinkChoice>;
  /** Routes of these cables, or of the cables through these cabinets, devices and segments. */
  routesOf(ids: readonly string[]): Promise<Highlight>;
  /** Looms and cables in none, as lines. */
  loomLines(): Promise<LoomLines>;
  /** What is plugged into the ports of these devices; those that the plan does not have are left out. */
  /** Curves of cost by number of lengths, of every cable family. */
  lengths(rules: LengthRules | null): Promise<readonly FamilyLengths[]>;
  /** What lies in a segment at a place; null: where it is fullest. Null when the plan has no such segment. */
  section(segment: string, atMm: number | null): Promise<TraySection | null>;
  /** How many types of bundle the looms take. */
  bundles(): Promise<BundleAnswer>;
  /** What growing a fabric would take. Ends with `engine.cancelled` when the signal aborts. */
  expansion(wish: ExpansionWish, signal?: AbortSignal): Promise<Result<ExpansionAnswer, UserError>>;
  portsOf(devices: readonly string[]): Promise<readonly DevicePorts[]>;
  /** The plan as a file, as it is when asked, whatever is done to it meanwhile and whatever becomes of the engine. */
  serialize(): Promise<Uint8Array>;
  /** Makes a file in a worker of its own, which ends when the signal aborts. */
  export(what: ExportKind, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<Result<ExportedFile, UserError>>;
  templates(): Promise<readonly TemplateInfo[]>;
  /** Counts of a template before it is made. */
  counts(template: string, settings: TemplateSettings): Promise<Result<FabricCounts, UserError>>;
  /** Ends with `engine.cancelled` when the signal aborts. */
  generate(template: string, settings: TemplateSettings, signal?: AbortSignal): Promise<Result<Plan, UserError>>;
  close(): void;
}

/** What a person does with files. Each ends with a message or a question in the dialogs that the page shows. */
import type { ExportKind, TemplateSettings } from '../../shared/engine/protocol.ts';
import type { UserError } from '../../shared/result.ts';
import type { FileToken, OpenedFile } from '../host/host.ts';

export const samples = [
  { id: 'one-megawatt-hall', name: 'One-megawatt hall' },
  { id: 'eight-cabinets', name: 'Eight cabinets' },
] as const;
export type SampleId = (typeof samples)[number]['id'];

export type UnsavedChoice = 'save' | 'discard' | 'stay';

/** Questions that need a dialog; the page's dialogs answer them. */
export interface FileDialogs {
  /** Another plan is about to be opened, or the window closed, over unsaved changes. */
  askUnsaved(name: string): Promise<UnsavedChoice>;
  /** A crash left work behind. */
  askRestore(found: { readonly name: string; readonly writtenAtMs: number }): Promise<'restore' | 'discard'>;
  showError(title: string, error: UserError): void;
  /** Something was done: `Saved one-megawatt-hall.raceway`. */
  tell(text: string): void;
}

export interface FileActions {
  /** Set by the page once its dialogs stand. */
  attachDialogs(dialogs: FileDialogs): void;
  newPlan(): Promise<void>;
  open(): Promise<void>;
  openRecent(token: FileToken): Promise<void>;
  openSample(id: SampleId): Promise<void>;
  openFile(file: OpenedFile): Promise<void>;
  save(): Promise<boolean>;
  saveAs(): Promise<boolean>;
  /** Makes a file and hands it over; progress and cancel stand in the file store's `busy`. */
  exportAs(what: ExportKind): Promise<void>;
  /** Replaces the plan by one from a template; asks first over unsaved changes. */
  generate(template: string, settings: TemplateSettings): Promise<boolean>;
}

/** What is made from the plan and handed to the person: files by export, sheets by print. */
import type { ExportKind, SheetWish } from '../../shared/engine/exports.ts';
import type { UserError } from '../../shared/result.ts';
import type { Host } from '../host/host.ts';
import type { EngineClient, ExportedFile } from '../worker/engineClient.ts';
import { exportFileName, exportMimeType } from './exportNames.ts';
import type { FileStore } from './fileStore.ts';

/** Lays sheets out in the page for print; the first one's paper, and a way to take them out again. */
export type LayOutSheets = (
  svgs: readonly string[],
) => Promise<{ readonly paper: { readonly widthMm: number; readonly heightMm: number }; remove(): void }>;

export interface HandingOver {
  /** Makes a file and hands it over; progress and cancel stand in the file store's `busy`. */
  exportAs(what: ExportKind): Promise<void>;
  /** Draws the sheets of these kinds and gives them to the system's print dialog, in true size. */
  print(wish: SheetWish): Promise<void>;
}

export interface HandingOverParts {
  readonly file: FileStore;
  readonly engine: Pick<EngineClient, 'export'>;
  readonly host: Pick<Host, 'exportFile' | 'print' | 'setProgress'>;
  readonly layOutSheets: LayOutSheets;
  ask(): Promise<{
    showError(title: string, error: UserError): void;
    showNotes(title: string, notes: readonly string[]): void;
    tell(text: string): void;
  }>;
}

export function createHandingOver({ file, engine, host, layOutSheets, ask }: HandingOverParts): HandingOver {
  /** Null when it was cancelled or failed, which the person is told. */
  async function make(what: ExportKind, doing: string, failure: string): Promise<ExportedFile | null> {
    const stop = new AbortController();
    const busy = { doing, share: 0, cancel: () => stop.abort() };
    file.setState({ busy });
    try {
      const made = await engine.export(
        what,
        (progress) => {
          file.setState({ busy: { ...busy, ...progress } });
          host.setProgress(progress.share);
        },
        stop.signal,
      );
      if (made.ok) return made.value;
      if (!stop.signal.aborted) (await ask()).showError(failure, made.error);
      return null;
    } finally {
      file.setState({ busy: null });
      host.setProgress(null);
    }
  }

  return {
    async exportAs(what) {
      const planName = file.getState().name;
      const name = exportFileName(planName, what);
      const made = await make(what, `Making ${name}`, `${name} was not made`);
      if (made === null) return;
      const { bytes, packing, notes } = made;
      const madeName = exportFileName(planName, what, packing);
      const handed = await host.exportFile(madeName, exportMimeType(what, packing), bytes);
      if (!handed.ok) (await ask()).showError(`${madeName} was not written`, handed.error);
      else if (handed.value !== null) {
        (await ask()).tell(`Exported ${handed.value}`);
        if (notes.length > 0) (await ask()).showNotes(`Exported ${handed.value}`, notes);
      }
    },
    async print(wish) {
      const failure = 'The sheets were not printed';
      const made = await make({ kind: 'sheets-print', ...wish }, 'Drawing the sheets', failure);
      if (made === null) return;
      const pages = await layOutSheets(JSON.parse(new TextDecoder().decode(made.bytes)) as string[]);
      try {
        const printed = await host.print(pages.paper);
        if (!printed.ok) (await ask()).showError(failure, printed.error);
      } finally {
        pages.remove();
      }
    },
  };
}

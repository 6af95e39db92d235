/**
 * Drawings as they are read for the screen, by the id of their file. Derived from the plan's bytes, kept as long as the
 * window; what is shown of them (place, layers, opacity) is the plan's affair.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Plan } from '../../shared/plan/types.ts';
import type { UserError } from '../../shared/result.ts';
import { DrawingClient } from './drawingClient.ts';
import type { IndexedLines, OpenedDrawing } from './drawingMessages.ts';
import { openPdf, type PdfPages } from './pdfPages.ts';

export type ReadDrawing =
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly error: UserError }
  | { readonly state: 'lines'; readonly lines: IndexedLines }
  | { readonly state: 'image'; readonly bitmap: ImageBitmap }
  | { readonly state: 'pdf'; readonly pages: PdfPages };

interface Drawings {
  readonly byFile: ReadonlyMap<string, ReadDrawing>;
}

export const drawings = createStore<Drawings>(() => ({ byFile: new Map() }));

export function useDrawings<T>(select: (state: Drawings) => T): T {
  return useStore(drawings, select);
}

let client: DrawingClient | null = null;

/** The worker that has read what is shown, and paints it. */
export function drawingClient(): DrawingClient {
  return (client ??= new DrawingClient());
}

/** Ends the worker under way. What it had read is read again when it is next shown. */
export function endDrawingClient(): void {
  client?.end();
  client = null;
  drawings.setState({ byFile: new Map() });
}

function put(file: string, drawing: ReadDrawing): void {
  drawings.setState(({ byFile }) => ({ byFile: new Map([...byFile, [file, drawing]]) }));
}

/** Keeps what was read of a file; a PDF is opened for its pages. */
export async function keepDrawing(file: string, opened: OpenedDrawing): Promise<ReadDrawing> {
  const read = await readOf(opened);
  put(file, read);
  return read;
}

async function readOf(opened: OpenedDrawing): Promise<ReadDrawing> {
  switch (opened.kind) {
    case 'lines':
      return { state: 'lines', lines: opened.lines };
    case 'image':
      return { state: 'image', bitmap: opened.bitmap };
    case 'pdf': {
      const pages = await openPdf(opened.bytes);
      return pages.ok ? { state: 'pdf', pages: pages.value } : { state: 'failed', error: pages.error };
    }
  }
}

/** Reads what the underlays of a hall show and nobody has read yet. */
export function readDrawingsOf({ underlays, drawingFiles }: Plan, hall: string | null): void {
  for (const underlay of underlays.values()) {
    const file = drawingFiles.get(underlay.file);
    if (underlay.hall !== hall || !underlay.visible || file === undefined || drawings.getState().byFile.has(file.id)) continue;
    put(file.id, { state: 'reading' });
    void drawingClient()
      .open(file)
      .then(async (opened) => {
        if (opened.ok) await keepDrawing(file.id, opened.value);
        else put(file.id, { state: 'failed', error: opened.error });
      });
  }
}

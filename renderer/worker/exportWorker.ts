/** Makes one file and says so; ended from outside when it is cancelled. */
import regularAddress from '../../assets/fonts/Inter-Regular.ttf?url';
import semiboldAddress from '../../assets/fonts/Inter-SemiBold.ttf?url';
import type { ExportMessage, ExportRequest } from '../../shared/engine/exports.ts';
import type { FontFiles } from '../../shared/writers/fontFiles.ts';
import { makeFile } from './makeFile.ts';
import { createPdfDocument } from './pdfDocument.ts';
import { loadPdfLibrary } from './pdfLibrary.ts';

function send(message: ExportMessage, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function loadFonts(): Promise<FontFiles> {
  const load = async (address: string): Promise<Uint8Array> => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`a font could not be read: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const [regular, semibold] = await Promise.all([load(regularAddress), load(semiboldAddress)]);
  return { regular, semibold };
}

async function work(request: ExportRequest): Promise<void> {
  try {
    const made = await makeFile(request, {
      loadFonts,
      createPdfDocument,
      loadPdfLibrary,
      onProgress: (progress) => send({ type: 'progress', ...progress }),
    });
    if (!made.ok) {
      send({ type: 'failed', error: made.error });
      return;
    }
    // Bytes that the page may keep without copying.
    const bytes = made.value.bytes.slice();
    send({ type: 'done', ...made.value, bytes }, [bytes.buffer]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    send({
      type: 'failed',
      error: { code: 'export.failed', message: `the file could not be made: ${message}`, remedy: 'save the plan and report this' },
    });
  }
}

self.addEventListener('message', (event: MessageEvent<ExportRequest>) => void work(event.data));

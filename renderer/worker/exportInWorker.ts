/** Makes one file in a worker of its own, so that cancelling is ending the worker. */
import type { ExportMessage, ExportRequest } from '../../shared/engine/exports.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import type { Progress } from '../../shared/work.ts';
import type { ExportedFile } from './engineClient.ts';

export interface ExportPort {
  send(request: ExportRequest): void;
  onMessage(listener: (message: ExportMessage) => void): void;
  onCrash(listener: (message: string) => void): void;
  close(): void;
}

export function openExportWorker(): ExportPort {
  const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), { type: 'module', name: 'export' });
  return {
    send: (request) => worker.postMessage(request),
    onMessage: (listener) => worker.addEventListener('message', (event: MessageEvent<ExportMessage>) => listener(event.data)),
    onCrash: (listener) => worker.addEventListener('error', (event) => listener(event.message || 'The worker stopped')),
    close: () => worker.terminate(),
  };
}

export const exportCancelled: UserError = {
  code: 'export.cancelled',
  message: 'the export was cancelled',
  remedy: 'start it again when you want it',
};

/** Resolves once; the worker is ended in every case. */
export function exportInWorker(
  port: ExportPort,
  request: ExportRequest,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Result<ExportedFile, UserError>> {
  return new Promise((resolve) => {
    const finish = (result: Result<ExportedFile, UserError>): void => {
      port.close();
      signal.removeEventListener('abort', cancel);
      resolve(result);
    };
    const cancel = (): void => finish(fail(exportCancelled));
    if (signal.aborted) {
      cancel();
      return;
    }
    signal.addEventListener('abort', cancel);
    port.onCrash((message) =>
      finish(
        fail({
          code: 'export.failed',
          message: `the export stopped: ${message}`,
          remedy: 'save the plan and try again, or use the command line',
        }),
      ),
    );
    port.onMessage((message) => {
      switch (message.type) {
        case 'progress':
          onProgress({ doing: message.doing, share: message.share });
          return;
        case 'done':
          finish(ok({ bytes: message.bytes, packing: message.packing, notes: message.notes, sheets: message.sheets }));
          return;
        case 'failed':
          finish(fail(message.error));
          return;
      }
    });
    port.send(request);
  });
}

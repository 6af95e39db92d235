/** The page's side of the worker that reads drawings: questions as promises. Ending the worker cancels what is under way. */
import type { DrawingFile, DrawingKind } from '../../shared/plan/underlays.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import type { DrawingAnswer, DrawingRequest, OpenedDrawing } from './drawingMessages.ts';

export interface TakenDrawing {
  readonly file: DrawingFile;
  readonly opened: OpenedDrawing;
}

type PaintWish = Omit<Extract<DrawingRequest, { readonly type: 'paint' }>, 'type' | 'ask'>;

const cancelled: UserError = { code: 'drawing.cancelled', message: 'the drawing was not added', remedy: 'add it again when you want it' };

interface Waiting {
  readonly resolve: (answer: DrawingAnswer) => void;
  readonly onShare: (share: number) => void;
}

export class DrawingClient {
  readonly #worker = new Worker(new URL('./drawingWorker.ts', import.meta.url), { type: 'module', name: 'drawings' });
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<DrawingAnswer>) => {
      const waiting = this.#waiting.get(data.ask);
      if (data.type === 'progress') {
        waiting?.onShare(data.share);
        return;
      }
      this.#waiting.delete(data.ask);
      waiting?.resolve(data);
    });
    this.#worker.addEventListener('error', (event) => {
      const message = `the drawing could not be read: ${event.message}`;
      this.#failAll({ code: 'drawing.failed', message, remedy: 'save it in another form and add it again' });
    });
  }

  /** Reads and packs a file that was chosen. */
  async take(
    name: string,
    kind: DrawingKind,
    bytes: Uint8Array<ArrayBuffer>,
    onShare: (share: number) => void,
  ): Promise<Result<TakenDrawing, UserError>> {
    const answer = await this.#ask((ask) => ({ type: 'take', ask, name, kind, bytes }), onShare);
    if (answer.type === 'taken') return ok({ file: answer.file, opened: answer.opened });
    return fail(answer.type === 'failed' ? answer.error : cancelled);
  }

  /** Reads a drawing of the plan. */
  async open(file: DrawingFile): Promise<Result<OpenedDrawing, UserError>> {
    const answer = await this.#ask((ask) => ({ type: 'open', ask, file }));
    if (answer.type === 'opened') return ok(answer.opened);
    return fail(answer.type === 'failed' ? answer.error : cancelled);
  }

  /** The picture of a view; null where the drawing was never opened here. */
  async paint(wish: PaintWish): Promise<ImageBitmap | null> {
    const answer = await this.#ask((ask) => ({ type: 'paint', ask, ...wish }));
    return answer.type === 'painted' ? answer.bitmap : null;
  }

  /** Ends the worker; what waits is told so. */
  end(): void {
    this.#worker.terminate();
    this.#failAll(cancelled);
  }

  #failAll(error: UserError): void {
    for (const [ask, { resolve }] of this.#waiting) resolve({ type: 'failed', ask, error });
    this.#waiting.clear();
  }

  #ask(request: (ask: number) => DrawingRequest, onShare: (share: number) => void = () => undefined): Promise<DrawingAnswer> {
    this.#asked += 1;
    const ask = this.#asked;
    return new Promise((resolve) => {
      this.#waiting.set(ask, { resolve, onShare });
      this.#worker.postMessage(request(ask));
    });
  }
}

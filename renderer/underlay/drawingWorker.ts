/** Reads, packs and paints drawings beside the page, which never waits for them. Ended from outside when reading is cancelled. */
import Flatbush from 'flatbush';
import type { LineDrawing } from '../../shared/drawings/lineDrawing.ts';
import { MAX_DXF_BYTES, readDxf } from '../../shared/drawings/readDxf.ts';
import type { DrawingFile, DrawingKind } from '../../shared/plan/underlays.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import { toBase64 } from '../../shared/writers/base64.ts';
import type { DrawingAnswer, DrawingRequest, IndexedLines, OpenedDrawing } from './drawingMessages.ts';
import { paintLines, pathBoxes } from './paintLines.ts';

interface KeptLines {
  readonly drawing: LineDrawing;
  readonly boxes: Flatbush | null;
}

const kept = new Map<string, KeptLines>();

function send(message: DrawingAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

async function throughStream(bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  const reader = piped.getReader() as ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let count = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    count += part.value.length;
    // What a file says of its size is not believed: a small one could unpack to fill the memory.
    if (count > MAX_DXF_BYTES) throw new Error('it is larger than a drawing may be');
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Lines with an index over their straight pieces. */
function indexed(drawing: LineDrawing): IndexedLines {
  const { starts, closed } = drawing;
  const from: number[] = [];
  const to: number[] = [];
  const paths: number[] = [];
  for (let path = 0; path + 1 < starts.length; path += 1) {
    const [first, end] = [starts[path]!, starts[path + 1]!];
    for (let point = first; point + 1 < end; point += 1) {
      from.push(point);
      to.push(point + 1);
      paths.push(path);
    }
    if (closed[path] === 1 && end - first > 2) {
      from.push(end - 1);
      to.push(first);
      paths.push(path);
    }
  }
  const tree = from.length === 0 ? null : new Flatbush(from.length);
  if (tree !== null) {
    for (let piece = 0; piece < from.length; piece += 1) {
      const [a, b] = [2 * from[piece]!, 2 * to[piece]!];
      const [ax, ay, bx, by] = [drawing.points[a]!, drawing.points[a + 1]!, drawing.points[b]!, drawing.points[b + 1]!];
      tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }
    tree.finish();
  }
  return {
    drawing,
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    paths: Uint32Array.from(paths),
    // A tree without a buffer given has an ArrayBuffer of its own.
    index: tree === null ? null : (tree.data as ArrayBuffer),
  };
}

async function open(
  id: string,
  kind: DrawingKind,
  bytes: Uint8Array<ArrayBuffer>,
  onShare: (share: number) => void,
): Promise<Result<OpenedDrawing, UserError>> {
  switch (kind) {
    case 'dxf': {
      const read = readDxf(bytes, onShare);
      if (!read.ok) return read;
      kept.set(id, { drawing: read.value, boxes: pathBoxes(read.value) });
      return ok({ kind: 'lines', lines: indexed(read.value) });
    }
    case 'pdf':
      return ok({ kind: 'pdf', bytes });
    case 'png':
    case 'jpeg':
    case 'webp':
      try {
        return ok({ kind: 'image', bitmap: await createImageBitmap(new Blob([bytes], { type: `image/${kind}` })) });
      } catch {
        return fail({ code: 'drawing.damaged', message: 'the image cannot be read', remedy: 'save it again as PNG' });
      }
  }
}

function transferOf(opened: OpenedDrawing): Transferable[] {
  return opened.kind === 'image' ? [opened.bitmap] : [];
}

async function take(ask: number, name: string, kind: DrawingKind, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const id = await digestOf(bytes);
  const opened = await open(id, kind, bytes, (share) => send({ type: 'progress', ask, share }));
  if (!opened.ok) {
    send({ type: 'failed', ask, error: opened.error });
    return;
  }
  const packs = kind === 'dxf';
  const packed = packs ? await throughStream(bytes, new CompressionStream('deflate-raw')) : bytes;
  const file: DrawingFile = { id, name, kind, byteCount: bytes.length, packing: packs ? 'deflate' : 'none', data: toBase64(packed) };
  send({ type: 'taken', ask, file, opened: opened.value }, transferOf(opened.value));
}

async function openFile(ask: number, file: DrawingFile): Promise<void> {
  const packed = Uint8Array.from(atob(file.data), (character) => character.charCodeAt(0));
  const bytes = file.packing === 'deflate' ? await throughStream(packed, new DecompressionStream('deflate-raw')) : packed;
  if ((await digestOf(bytes)) !== file.id) {
    send({
      type: 'failed',
      ask,
      error: { code: 'drawing.damaged', message: 'its bytes are not those that were added', remedy: 'delete it and add the file again' },
    });
    return;
  }
  const opened = await open(file.id, file.kind, bytes, (share) => send({ type: 'progress', ask, share }));
  if (opened.ok) send({ type: 'opened', ask, opened: opened.value }, transferOf(opened.value));
  else send({ type: 'failed', ask, error: opened.error });
}

async function work(request: DrawingRequest): Promise<void> {
  try {
    switch (request.type) {
      case 'take':
        return await take(request.ask, request.name, request.kind, request.bytes);
      case 'open':
        return await openFile(request.ask, request.file);
      case 'paint': {
        const lines = kept.get(request.file);
        const bitmap = lines === undefined ? null : paintLines(lines.drawing, lines.boxes, request);
        send({ type: 'painted', ask: request.ask, bitmap }, bitmap === null ? [] : [bitmap]);
        return;
      }
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    send({
      type: 'failed',
      ask: request.ask,
      error: {
        code: 'drawing.failed',
        message: `the drawing could not be read: ${message}`,
        remedy: 'save it in another form and add it again',
      },
    });
  }
}

self.addEventListener('message', (event: MessageEvent<DrawingRequest>) => void work(event.data));

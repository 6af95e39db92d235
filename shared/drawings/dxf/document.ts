/** A DXF's parts as far as a plan needs them: header, layers, blocks and the things in the model. */
import { BrokenTag, TagStream, type Tag } from './tags.ts';
import { decoded } from './texts.ts';

/** One thing of the file with its pairs, and the things that hang on it: vertices, attributes. */
export interface DxfEntity {
  readonly type: string;
  readonly tags: readonly Tag[];
  readonly parts: readonly DxfEntity[];
}

export interface DxfBlock {
  readonly name: string;
  readonly baseX: number;
  readonly baseY: number;
  readonly entities: readonly DxfEntity[];
}

export interface DxfLayer {
  readonly name: string;
  readonly isOff: boolean;
  /** Its entry in the table, for its color. */
  readonly entry: DxfEntity;
}

export interface DxfDocument {
  /** First value of each variable: `$INSUNITS`. */
  readonly header: ReadonlyMap<string, string>;
  readonly layers: readonly DxfLayer[];
  readonly blocks: ReadonlyMap<string, DxfBlock>;
  readonly entities: readonly DxfEntity[];
  readonly sections: readonly string[];
  /** Line at which the stream broke; what stands before it was read. Null: it is whole. */
  readonly brokenAt: number | null;
  readonly hasEnd: boolean;
}

/** First value of a code; null where it does not stand. */
export function textOf({ tags }: DxfEntity, code: number): string | null {
  return tags.find((tag) => tag.code === code)?.value ?? null;
}

/** First value of a code as a number. */
export function numberOf(entity: DxfEntity, code: number, otherwise: number): number {
  const text = textOf(entity, code);
  return text === null ? otherwise : Number(text);
}

/** All values of a code as numbers. */
export function numbersOf({ tags }: DxfEntity, code: number): number[] {
  return tags.flatMap((tag) => (tag.code === code ? [Number(tag.value)] : []));
}

/** Older files write letters beyond their code page by number. */
export function layerName(written: string): string {
  return written.includes('\\U+') ? decoded(written) : written;
}

/** Layers are off by a negative color, frozen by a flag. */
const FROZEN = 1;

/** Reads the pairs into parts. What comes after EOF is nobody's. */
export function readDocument(text: string, onShare: (share: number) => void): DxfDocument {
  const stream = new TagStream(text);
  const header = new Map<string, string>();
  const layers: DxfLayer[] = [];
  const blocks = new Map<string, DxfBlock>();
  const entities: DxfEntity[] = [];
  const sections: string[] = [];
  let brokenAt: number | null = null;
  let hasEnd = false;
  try {
    for (let tag = stream.next(); tag !== null; tag = stream.next()) {
      if (tag.code !== 0) continue;
      if (tag.value.trim() === 'EOF') {
        hasEnd = true;
        break;
      }
      if (tag.value.trim() !== 'SECTION') continue;
      const name = stream.next()?.value.trim() ?? '';
      sections.push(name);
      if (name === 'HEADER') readHeader(stream, header);
      else if (name === 'TABLES') readLayers(stream, layers);
      else if (name === 'BLOCKS') readBlocks(stream, blocks, onShare);
      else if (name === 'ENTITIES') readEntities(stream, onShare, (entity) => void entities.push(entity));
    }
  } catch (error) {
    if (!(error instanceof BrokenTag)) throw error;
    brokenAt = error.line;
  }
  return { header, layers, blocks, entities, sections, brokenAt, hasEnd };
}

function readHeader(stream: TagStream, header: Map<string, string>): void {
  let name: string | null = null;
  for (let tag = stream.next(); tag !== null; tag = stream.next()) {
    if (tag.code === 0) return;
    if (tag.code === 9) name = tag.value.trim();
    else if (name !== null && !header.has(name)) header.set(name, tag.value.trim());
  }
}

function readLayers(stream: TagStream, layers: DxfLayer[]): void {
  for (let entity = readEntity(stream); entity !== null; entity = readEntity(stream)) {
    if (entity.type === 'ENDSEC') return;
    const name = textOf(entity, 2)?.trim() ?? '';
    if (entity.type !== 'LAYER' || name === '') continue;
    const isOff = numberOf(entity, 62, 7) < 0 || (numberOf(entity, 70, 0) & FROZEN) !== 0;
    layers.push({ name: layerName(name), isOff, entry: entity });
  }
}

function readBlocks(stream: TagStream, blocks: Map<string, DxfBlock>, onShare: (share: number) => void): void {
  for (let entity = readEntity(stream); entity !== null; entity = readEntity(stream)) {
    if (entity.type === 'ENDSEC') return;
    if (entity.type !== 'BLOCK') continue;
    const name = (textOf(entity, 2) ?? '').trim();
    const block: DxfEntity[] = [];
    const isWhole = readEntities(stream, onShare, (one) => void block.push(one));
    if (name !== '' && !blocks.has(name)) {
      blocks.set(name, { name, baseX: numberOf(entity, 10, 0), baseY: numberOf(entity, 20, 0), entities: block });
    }
    if (!isWhole) return;
  }
}

const REPORT_EVERY = 1000;

/** Reads things up to the end of a block or section; true at the end of a block. */
function readEntities(stream: TagStream, onShare: (share: number) => void, take: (entity: DxfEntity) => void): boolean {
  let count = 0;
  for (let entity = readEntity(stream); entity !== null; entity = readEntity(stream)) {
    if (entity.type === 'ENDBLK') return true;
    if (entity.type === 'ENDSEC') return false;
    if (entity.type === 'SEQEND' || entity.type === 'VERTEX' || entity.type === 'ATTRIB') continue;
    take(hasParts(entity) ? { ...entity, parts: readParts(stream) } : entity);
    count += 1;
    if (count % REPORT_EVERY === 0) onShare(stream.share);
  }
  return false;
}

function hasParts(entity: DxfEntity): boolean {
  return entity.type === 'POLYLINE' || (entity.type === 'INSERT' && numberOf(entity, 66, 0) === 1);
}

function readParts(stream: TagStream): DxfEntity[] {
  const parts: DxfEntity[] = [];
  for (let tag = stream.next(); tag !== null; tag = stream.next()) {
    if (tag.code !== 0) continue;
    const type = tag.value.trim();
    stream.giveBack(tag);
    if (type !== 'VERTEX' && type !== 'ATTRIB') {
      if (type === 'SEQEND') readEntity(stream);
      return parts;
    }
    const part = readEntity(stream);
    if (part !== null) parts.push(part);
  }
  return parts;
}

/** A pair of code 0 and all up to the next. Data of other programs (from code 1000 on) is left out. */
function readEntity(stream: TagStream): DxfEntity | null {
  let start = stream.next();
  while (start !== null && start.code !== 0) start = stream.next();
  if (start === null) return null;
  const type = start.value.trim();
  if (type === 'EOF') {
    stream.giveBack(start);
    return null;
  }
  const tags: Tag[] = [];
  for (let tag = stream.next(); tag !== null; tag = stream.next()) {
    if (tag.code === 0) {
      stream.giveBack(tag);
      break;
    }
    if (tag.code < 999) tags.push(tag);
  }
  return { type, tags, parts: [] };
}

/**
 * Draws the model of a DXF with its blocks taken apart: nested, scaled, turned, mirrored, in grids. Guarded against blocks
 * that hold themselves, nesting without end, and more copies than anybody can look at; what is left out is counted.
 */
import type { DrawnLook, PathGatherer, SkippedEntities } from '../lineDrawing.ts';
import { colorOf } from './colors.ts';
import { layerName, numberOf, textOf, type DxfBlock, type DxfDocument, type DxfEntity } from './document.ts';
import { dimensionPaths } from './dimensionPaths.ts';
import { entityPaths } from './entityPaths.ts';
import { decoded, plainLines } from './texts.ts';
import { after, IDENTITY, movedBy, planeOf, scaledBy, shiftedBy, turned, type Transform } from './transform.ts';

const DEEPEST = 24;
const MOST_COPIES = 200_000;
const LINE_SPACING = 5 / 3;
/** Of its height. */
const FIGURE_WIDTH = 0.8;

type Look = Required<DrawnLook>;

/** Where a thing stands: its way through blocks, and what `by block` and layer 0 mean there. */
interface Place {
  readonly transform: Transform;
  readonly layer: string | null;
  readonly color: string | null;
  readonly within: readonly string[];
}

export class ModelDrawing {
  readonly #document: DxfDocument;
  readonly #gatherer: PathGatherer;
  readonly #skipped = new Map<string, SkippedEntities>();
  /** Names of layers are the same in capitals. */
  readonly #layerColors = new Map<string, string | null>();
  #copies = 0;

  constructor(document: DxfDocument, gatherer: PathGatherer) {
    this.#document = document;
    this.#gatherer = gatherer;
    for (const { name, entry } of document.layers)
      this.#layerColors.set(name.toUpperCase(), colorOf(entry, { byLayer: null, byBlock: null }));
  }

  get skipped(): readonly SkippedEntities[] {
    return [...this.#skipped.values()].sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0));
  }

  /** Draws a thing of the model. */
  draw(entity: DxfEntity): void {
    this.#draw(entity, { transform: IDENTITY, layer: null, color: null, within: [] });
  }

  #skip(type: string, why: string): void {
    const key = `${type} ${why}`;
    this.#skipped.set(key, { type, why, count: (this.#skipped.get(key)?.count ?? 0) + 1 });
  }

  #draw(entity: DxfEntity, place: Place): void {
    const own = layerName(textOf(entity, 8)?.trim() ?? '0');
    const layer = own === '0' && place.layer !== null ? place.layer : own;
    if (numberOf(entity, 60, 0) === 1) {
      this.#skip(entity.type, 'invisible');
      return;
    }
    if (this.#gatherer.isFull) {
      this.#skip(entity.type, 'more than a drawing may have');
      return;
    }
    const byLayer = this.#layerColors.get(layer.toUpperCase()) ?? null;
    const look = { layer, color: colorOf(entity, { byLayer, byBlock: place.color }) };
    switch (entity.type) {
      case 'INSERT':
        this.#insert(entity, look, place);
        return;
      case 'DIMENSION':
      case 'ACAD_TABLE':
        this.#picture(entity, look, place);
        return;
      case 'TEXT':
      case 'ATTRIB':
        this.#text(entity, look, place);
        return;
      case 'MTEXT':
        this.#paragraphs(entity, look, place);
        return;
      case 'ATTDEF':
        // The pattern of an attribute; the attributes of each copy are drawn.
        if (place.within.length === 0) this.#skip('ATTDEF', 'a pattern, not a text');
        return;
      default:
        this.#lines(entity, look, place);
    }
  }

  #lines(entity: DxfEntity, look: Look, { transform }: Place): void {
    const paths = entityPaths(entity);
    if (paths === null) {
      this.#skip(entity.type, 'not read');
      return;
    }
    let drawn = 0;
    for (const { kind, points, closed } of paths) {
      const moved = transform === IDENTITY ? points : movedBy(transform, points);
      if (this.#gatherer.addPath(look, isRound(kind, transform) ? kind : 'curve', moved, closed)) drawn += 1;
    }
    if (drawn === 0) this.#skip(entity.type, 'nothing to see of it');
  }

  #insert(entity: DxfEntity, look: Look, place: Place): void {
    const block = this.#block(entity, place);
    if (block !== null) {
      const n = (code: number, otherwise: number): number => numberOf(entity, code, otherwise);
      const plane = planeOf(entity);
      const at = after(place.transform, after(plane, after(shiftedBy(n(10, 0), n(20, 0)), turned(n(50, 0)))));
      const shape = after(scaledBy(n(41, 1), n(42, 1)), shiftedBy(-block.baseX, -block.baseY));
      const [columns, rows] = [Math.max(1, n(70, 1)), Math.max(1, n(71, 1))];
      const within = [...place.within, block.name];
      for (let row = 0; row < rows; row += 1) {
        for (let column = 0; column < columns; column += 1) {
          this.#copies += 1;
          if (this.#copies > MOST_COPIES) {
            this.#skip('INSERT', 'more copies than a drawing may have');
            return;
          }
          const cell = after(at, shiftedBy(column * n(44, 0), row * n(45, 0)));
          this.#drawAll(block, { transform: after(cell, shape), ...look, within });
        }
      }
    }
    for (const part of entity.parts) this.#draw(part, { ...place, ...look });
  }

  /** Dimensions and tables come with a block that is their picture, in the coordinates of what holds them. */
  #picture(entity: DxfEntity, look: Look, place: Place): void {
    const isBare = entity.type === 'DIMENSION' && !this.#document.blocks.has(textOf(entity, 2)?.trim() ?? '');
    if (isBare && this.#dimension(entity, look, place)) return;
    const block = this.#block(entity, place);
    if (block !== null) this.#drawAll(block, { ...place, ...look, within: [...place.within, block.name] });
  }

  /** From its points; false: it has none that say what it measures. */
  #dimension(entity: DxfEntity, look: Look, { transform }: Place): boolean {
    const size = Number(this.#document.header.get('$DIMTXT')) * Number(this.#document.header.get('$DIMSCALE') ?? 1);
    const drawn = dimensionPaths(entity, size > 0 ? size : null);
    if (drawn === null) return false;
    const { lines, text, textX, textY, textHeight, textDeg } = drawn;
    for (const points of lines) this.#gatherer.addAside(look, 'line', movedBy(transform, points));
    const written = plainLines(text).join(' ');
    // Texts are placed by their start: half the figure's width before its middle.
    const back = (written.length * textHeight * FIGURE_WIDTH) / 2;
    const along = (textDeg * Math.PI) / 180;
    const [x, y] = [textX - back * Math.cos(along), textY - back * Math.sin(along)];
    if (written !== '') this.#gatherer.addText(look, { text: written, ...textPlace(transform, x, y, textHeight, textDeg) });
    return true;
  }

  #drawAll({ entities }: DxfBlock, place: Place): void {
    for (const entity of entities) this.#draw(entity, place);
  }

  #block(entity: DxfEntity, { within }: Place): DxfBlock | null {
    const name = textOf(entity, 2)?.trim() ?? '';
    const block = this.#document.blocks.get(name);
    const why =
      block === undefined
        ? entity.type === 'INSERT'
          ? 'its block is missing'
          : 'the file gives neither its picture nor the points of a length'
        : within.includes(name)
          ? 'its block holds itself'
          : within.length >= DEEPEST
            ? 'nested too deep'
            : null;
    if (why === null) return block ?? null;
    this.#skip(entity.type, why);
    return null;
  }

  #text(entity: DxfEntity, look: Look, { transform }: Place): void {
    const n = (code: number, otherwise = 0): number => numberOf(entity, code, otherwise);
    const isHidden = entity.type === 'ATTRIB' && (n(70) & 1) !== 0;
    const text = decoded(textOf(entity, 1) ?? '');
    if (isHidden || text.trim() === '') return;
    // Texts that are not set from the left stand by a second point.
    const [x, y] = n(72) === 0 && n(73) === 0 ? [n(10), n(20)] : [n(11, n(10)), n(21, n(20))];
    const all = after(transform, planeOf(entity));
    this.#gatherer.addText(look, { text, ...textPlace(all, x, y, n(40, 1), n(50)) });
  }

  #paragraphs(entity: DxfEntity, look: Look, { transform }: Place): void {
    const n = (code: number, otherwise = 0): number => numberOf(entity, code, otherwise);
    const raw = [...entity.tags.filter(({ code }) => code === 3), ...entity.tags.filter(({ code }) => code === 1)];
    const lines = plainLines(raw.map(({ value }) => value).join(''));
    const height = n(40, 1);
    const [dx, dy] = [n(11, 1), n(21)];
    const angle = textOf(entity, 50) === null ? (Math.atan2(dy, dx) * 180) / Math.PI : n(50);
    const along = (angle * Math.PI) / 180;
    lines.forEach((text, line) => {
      const down = height * (1 + line * LINE_SPACING * n(44, 1));
      const [x, y] = [n(10) + Math.sin(along) * down, n(20) - Math.cos(along) * down];
      this.#gatherer.addText(look, { text, ...textPlace(transform, x, y, height, angle) });
    });
  }
}

/** A circle that is stretched, and an arc, is a circle and an arc no more. */
function isRound(kind: string, { a, b, c, d }: Transform): boolean {
  if (kind !== 'circle' && kind !== 'arc') return true;
  return Math.abs(a * c + b * d) < 1e-6 && Math.abs(Math.hypot(a, b) - Math.hypot(c, d)) < 1e-6 * Math.hypot(a, b);
}

function textPlace(
  transform: Transform,
  x: number,
  y: number,
  height: number,
  rotationDeg: number,
): { readonly x: number; readonly y: number; readonly height: number; readonly rotationDeg: number } {
  const [placedX = 0, placedY = 0] = movedBy(transform, [x, y]);
  const angle = (rotationDeg * Math.PI) / 180;
  const { a, b, c, d } = transform;
  const [wx, wy] = [a * Math.cos(angle) + c * Math.sin(angle), b * Math.cos(angle) + d * Math.sin(angle)];
  // Clockwise on a drawing whose y runs down.
  return { x: placedX, y: placedY, height: Math.abs(height) * Math.hypot(c, d), rotationDeg: (-Math.atan2(wy, wx) * 180) / Math.PI };
}

/**
 * Sheets as PDF: vectors, text as text in embedded subsets, a layer for each drawing layer, pages of exact size.
 * Operators are written here and not by pdfkit, which lays out text anew for each string: an order of magnitude slower.
 */
import { fontHas, textWidthMm } from '../sheets/textMetrics.ts';
import type { FontWeight, Mark, PaperPoint, Sheet, Style, SymbolDefinition, WriteNote } from '../sheets/drawing.ts';
import type { FontFiles } from './fontFiles.ts';
import { MissingCharacters } from './missingCharacters.ts';
import type { CreatePdfDocument, PdfDate, PdfDocument, PdfFont, PdfReference, PdfSettings } from './pdfDocument.ts';
import { PdfPictures } from './pdfPictures.ts';
import { curvesOfArc } from './arcs.ts';
import { dashesMm } from './lineTypes.ts';
import { decimal } from './number.ts';

/** Points in a millimetre. */
const POINTS_PER_MM = 72 / 25.4;
/** Stands for plans whose title block has no date in the form 2026-01-31. */
const NO_DATE = { year: 2000, month: 1, day: 1 };
const FEATURES = { tnum: true, kern: false } as const;

export interface PdfOptions {
  readonly fonts: FontFiles;
  readonly createDocument: CreatePdfDocument;
  readonly title?: string;
  readonly author?: string;
  /** As the title block has it; only ISO dates are understood. */
  readonly date?: string;
  /** After each sheet; the writer waits for what it returns, so that a host can breathe, or stop by throwing. */
  readonly onProgress?: (sheets: number) => void | Promise<void>;
}

export interface PdfResult {
  readonly bytes: Uint8Array;
  readonly notes: readonly WriteNote[];
}

/** The same sheets give the same bytes: no clock, no chance, dates from the title block. */
export async function writePdf(sheets: Iterable<Sheet>, options: PdfOptions): Promise<PdfResult> {
  const { fonts, createDocument, title = 'Raceway', author = '', date = '', onProgress } = options;
  const document = createDocument(settingsOf(title, author), dateOf(date));
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  const writer = new PdfWriter(document, fonts);
  let count = 0;
  let bookmark = '';
  for (const sheet of sheets) {
    writer.page(sheet);
    // Sheets that continue each other share a title and a bookmark.
    if (sheet.title !== bookmark) document.outline.addItem((bookmark = sheet.title));
    count += 1;
    await onProgress?.(count);
  }
  writer.finish();
  document.end();
  await done;
  return { bytes: joined(chunks), notes: writer.notes };
}

/** Nothing in it that the clock, the machine or the host decides. */
function settingsOf(title: string, author: string): PdfSettings {
  return {
    pdfVersion: '1.5',
    autoFirstPage: false,
    font: '',
    compress: true,
    info: { Title: title, Author: author, Creator: 'Raceway', Producer: 'Raceway' },
  };
}

function dateOf(text: string): PdfDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (match === null) return NO_DATE;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : NO_DATE;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Thousandths of a millimetre; written millions of times, so without the detours of `decimal`, which such numbers never need. */
function mm(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? '0' : String(rounded);
}

class PdfWriter {
  readonly notes: WriteNote[] = [];
  private readonly document: PdfDocument;
  private readonly fonts: Record<FontWeight, EncodedFont>;
  /** Resources that all pages share; filled as they are met. */
  private readonly fontResources: Record<string, PdfReference> = {};
  private readonly layerResources: Record<string, PdfReference> = {};
  private readonly formResources: Record<string, PdfReference> = {};
  private readonly pictures: PdfPictures;
  private readonly layers = new Map<string, string>();
  private readonly forms = new Map<SymbolDefinition, string>();
  private readonly operators = new WeakMap<Style, StyleOperators>();

  constructor(document: PdfDocument, fonts: FontFiles) {
    this.document = document;
    this.pictures = new PdfPictures(document, this.formResources);
    this.fonts = { regular: this.openFont(fonts.regular), semibold: this.openFont(fonts.semibold) };
  }

  private openFont(file: Uint8Array): EncodedFont {
    this.document.font(file);
    const font = this.document._font;
    this.fontResources[font.id] = font.ref();
    return new EncodedFont(font);
  }

  page(sheet: Sheet): void {
    const { widthMm, heightMm } = sheet.paper;
    this.document.addPage({ size: [widthMm * POINTS_PER_MM, heightMm * POINTS_PER_MM], margin: 0 });
    const { data } = this.document.page.resources;
    data['Font'] = this.fontResources;
    data['Properties'] = this.layerResources;
    data['XObject'] = this.formResources;
    const missing = new MissingCharacters();
    // pdfkit has turned y downwards already.
    const scale = decimal(POINTS_PER_MM, 9);
    this.document.addContent(`${scale} 0 0 ${scale} 0 0 cm 1 j\n${this.content(sheet, sheet.marks, missing)}`);
    if (Object.keys(this.pictures.looks).length > 0) data['ExtGState'] = this.pictures.looks;
    this.notes.push(...missing.notes(sheet.id, 'they print as empty boxes, and copy as written'), ...this.pictures.takeNotes(sheet.id));
  }

  /** Operators of the marks, back to front. Only what differs from the mark before is set anew. */
  private content(sheet: Sheet, marks: readonly Mark[], missing: MissingCharacters): string {
    const parts: string[] = [];
    let layer: string | null = null;
    let style: Style | null = null;
    let isText = false;
    let font = '';
    for (const mark of marks) {
      if (mark.mark === 'symbol') {
        if (layer !== null) parts.push('EMC');
        layer = null;
        parts.push(this.symbol(sheet, mark, missing));
        style = null;
        continue;
      }
      const own = sheet.styles[mark.style];
      if (own === undefined) throw new Error(`Bug: sheet ${sheet.id} has no style ${mark.style}`);
      if (own.layer !== layer) {
        if (layer !== null) parts.push('EMC');
        parts.push(`/OC /${this.layer(own.layer)} BDC`);
        layer = own.layer;
      }
      const operators = this.operatorsOf(own);
      if (own !== style || isText !== (mark.mark === 'text')) {
        isText = mark.mark === 'text';
        parts.push(isText ? operators.text : operators.set);
        style = own;
      }
      switch (mark.mark) {
        case 'line':
          parts.push(mark.closed ? `${closedPath(mark.points)}${operators.paintClosed}` : `${linePath(mark.points)}${operators.paintOpen}`);
          break;
        case 'arc':
          parts.push(`${arcPath(mark)}${mark.toDeg - mark.fromDeg >= 360 ? operators.paintClosed : operators.paintOpen}`);
          break;
        case 'text': {
          const encoded = this.fonts[mark.weight];
          const setFont = `/${encoded.id} ${mm(mark.sizeMm)} Tf `;
          parts.push(textOperators(mark, encoded, setFont === font ? '' : setFont, missing));
          font = setFont;
          break;
        }
        case 'image':
          parts.push(this.pictures.draw(sheet, mark));
          break;
      }
    }
    if (layer !== null) parts.push('EMC');
    return parts.join('\n');
  }

  private symbol(sheet: Sheet, mark: Extract<Mark, { mark: 'symbol' }>, missing: MissingCharacters): string {
    const definition = sheet.symbols[mark.symbol];
    if (definition === undefined) throw new Error(`Bug: sheet ${sheet.id} has no symbol ${mark.symbol}`);
    let name = this.forms.get(definition);
    if (name === undefined) {
      name = `X${this.forms.size + 1}`;
      this.forms.set(definition, name);
      const form = this.document.ref({
        Type: 'XObject',
        Subtype: 'Form',
        BBox: boundsOf(definition.marks),
        Resources: { Font: this.fontResources, Properties: this.layerResources, XObject: this.formResources },
      });
      this.formResources[name] = form;
      form.end(this.content(sheet, definition.marks, missing));
    }
    const turn = (mark.rotateDeg * Math.PI) / 180;
    const [cos, sin] = [Math.cos(turn) * mark.scale, Math.sin(turn) * mark.scale].map((value) => decimal(value, 6));
    const minusSin = decimal(-Math.sin(turn) * mark.scale, 6);
    return `q ${cos} ${sin} ${minusSin} ${cos} ${mm(mark.at.x)} ${mm(mark.at.y)} cm /${name} Do Q`;
  }

  private layer(name: string): string {
    let key = this.layers.get(name);
    if (key === undefined) {
      key = `L${this.layers.size + 1}`;
      this.layers.set(name, key);
      // A String object is text to pdfkit; a plain string would be a name.
      this.layerResources[key] = this.document.ref({ Type: 'OCG', Name: Object(name) as unknown });
    }
    return key;
  }

  private operatorsOf(style: Style): StyleOperators {
    let known = this.operators.get(style);
    if (known === undefined) this.operators.set(style, (known = styleOperators(style)));
    return known;
  }

  /** Lists the layers in the catalog, in order of name, so that viewers can switch them. */
  finish(): void {
    const names = [...this.layers.keys()].sort();
    const groups = names.map((name) => this.layerResources[this.layers.get(name)!]!);
    for (const group of groups) group.end();
    if (groups.length > 0) this.document._root.data['OCProperties'] = { OCGs: groups, D: { Order: groups } };
  }
}

interface StyleOperators {
  /** Color, weight and pattern for lines and areas. */
  readonly set: string;
  /** Color for text. */
  readonly text: string;
  readonly paintClosed: string;
  readonly paintOpen: string;
}

function styleOperators(style: Style): StyleOperators {
  const { stroke, fill, lineWeightMm } = style;
  const pen = stroke === null ? '' : `${color(stroke)} RG ${mm(lineWeightMm)} w [${dashesMm(style).map(mm).join(' ')}] 0 d`;
  const ink = fill === null ? '' : `${color(fill)} rg`;
  return {
    set: [pen, ink].filter((part) => part !== '').join(' '),
    text: `${color(fill ?? stroke ?? '#000000')} rg`,
    paintClosed: stroke === null ? (fill === null ? 'n' : 'f') : fill === null ? 'S' : 'B',
    paintOpen: stroke === null ? 'n' : 'S',
  };
}

/** `#rrggbb` as three shares. */
function color(hex: string): string {
  return [1, 3, 5].map((at) => decimal(Number.parseInt(hex.slice(at, at + 2), 16) / 255, 4)).join(' ');
}

function linePath(points: readonly PaperPoint[]): string {
  let path = '';
  for (let i = 0; i < points.length; i += 1) path += `${mm(points[i]!.x)} ${mm(points[i]!.y)} ${i === 0 ? 'm' : 'l'} `;
  return path;
}

/** Upright rectangles have an operator of their own. */
function closedPath(points: readonly PaperPoint[]): string {
  const [a, b, c, d] = points;
  const isRectangle = points.length === 4 && a!.y === b!.y && b!.x === c!.x && c!.y === d!.y && d!.x === a!.x;
  return isRectangle ? `${mm(a!.x)} ${mm(a!.y)} ${mm(c!.x - a!.x)} ${mm(c!.y - a!.y)} re ` : `${linePath(points)}h `;
}

function arcPath({ centre, radius, fromDeg, toDeg }: Extract<Mark, { mark: 'arc' }>): string {
  const { start, curves } = curvesOfArc(centre, radius, fromDeg, toDeg);
  const path = curves.map(([a, b, end]) => `${mm(a.x)} ${mm(a.y)} ${mm(b.x)} ${mm(b.y)} ${mm(end.x)} ${mm(end.y)} c `);
  return `${mm(start.x)} ${mm(start.y)} m ${path.join('')}`;
}

type TextMark = Extract<Mark, { mark: 'text' }>;

/** Text is set upright in a space whose y runs down, hence the negative last term. */
function textOperators(mark: TextMark, font: EncodedFont, setFont: string, missing: MissingCharacters): string {
  const { at, text, sizeMm, anchor, weight, rotateDeg } = mark;
  const backMm = anchor === 'start' ? 0 : textWidthMm(text, sizeMm, weight) * (anchor === 'middle' ? 0.5 : 1);
  const glyphs = font.glyphsOf(text);
  let matrix: string;
  if (rotateDeg === 0) matrix = `1 0 0 -1 ${mm(at.x - backMm)} ${mm(at.y)}`;
  else {
    const turn = (rotateDeg * Math.PI) / 180;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const start = `${mm(at.x - backMm * cos)} ${mm(at.y - backMm * sin)}`;
    matrix = `${decimal(cos, 6)} ${decimal(sin, 6)} ${decimal(sin, 6)} ${decimal(-cos, 6)} ${start}`;
  }
  const shown = `BT ${setFont}${matrix} Tm (${glyphs}) Tj ET`;
  return missing.lookAt(text) ? `/Span <</ActualText <FEFF${utf16(text)}>>> BDC ${shown} EMC` : shown;
}

function utf16(text: string): string {
  let hex = '';
  for (let i = 0; i < text.length; i += 1) hex += text.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0');
  return hex;
}

/**
 * Remembers the glyph of each character, so that text is encoded by look-up: two bytes each, written as they are,
 * since hexadecimal would double what has to be compressed.
 */
class EncodedFont {
  readonly id: string;
  private readonly font: PdfFont;
  private readonly known: (string | undefined)[] = [];

  constructor(font: PdfFont) {
    this.font = font;
    this.id = font.id;
  }

  glyphsOf(text: string): string {
    let bytes = '';
    for (let i = 0; i < text.length; i += 1) {
      const codePoint = text.codePointAt(i)!;
      if (codePoint > 0xffff) i += 1;
      bytes += this.known[codePoint] ?? this.take(codePoint);
    }
    return bytes;
  }

  private take(codePoint: number): string {
    const hex = fontHas(codePoint) ? (this.font.encode(String.fromCodePoint(codePoint), FEATURES)[0][0] ?? '0000') : '0000';
    const glyph = Number.parseInt(hex, 16);
    const bytes = escapedByte(glyph >> 8) + escapedByte(glyph & 0xff);
    this.known[codePoint] = bytes;
    return bytes;
  }
}

/** A byte within a literal string: brackets and the backslash are escaped, and line ends, which readers would change. */
function escapedByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === '(' || character === ')' || character === '\\') return `\\${character}`;
  if (character === '\n') return '\\n';
  return character === '\r' ? '\\r' : character;
}

/** A box around marks, wide enough for line weights and texts. */
function boundsOf(marks: readonly Mark[]): readonly [number, number, number, number] {
  let reach = 1;
  for (const mark of marks) {
    const points = mark.mark === 'line' ? mark.points : mark.mark === 'arc' ? [mark.centre] : [mark.at];
    const extra =
      mark.mark === 'arc' ? mark.radius : mark.mark === 'text' ? textWidthMm(mark.text, mark.sizeMm, mark.weight) + mark.sizeMm : 1;
    for (const { x, y } of points) reach = Math.max(reach, Math.abs(x) + extra, Math.abs(y) + extra);
  }
  const edge = Math.ceil(reach);
  return [-edge, -edge, edge, edge];
}

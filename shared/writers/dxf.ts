/**
 * A sheet as DXF of AutoCAD 2000 (AC1015), the version that all programs read. Model space holds true millimetres
 * of the hall, y up: a floor plan lies over the architect's own. Tables and labels, which have no scale, hold paper millimetres.
 */
import { textWidthMm } from '../sheets/textMetrics.ts';
import type { LineType, Mark, PaperPoint, Sheet, Style, WriteNote } from '../sheets/drawing.ts';
import { colorIndex } from './dxfColors.ts';
import { DxfTags } from './dxfTags.ts';
import { dxfName, dxfText } from './dxfText.ts';
import { FONT_FAMILY } from './fontFiles.ts';
import { dashesMm } from './lineTypes.ts';
import { DxfTables } from './dxfTables.ts';

export interface DxfResult {
  readonly text: string;
  readonly notes: readonly WriteNote[];
}

export function writeDxf(sheet: Sheet): DxfResult {
  const writer = new DxfWriter(sheet);
  const text = writer.document();
  const notes: WriteNote[] = [
    { sheet: sheet.id, message: `Text names the font ${FONT_FAMILY}, which DXF cannot hold; without it programs show another` },
    { sheet: sheet.id, message: 'Colors are the nearest of the color index of DXF 2000, and line weights the nearest that it allows' },
  ];
  if (writer.masks > 0)
    notes.push({ sheet: sheet.id, message: `${writer.masks} patches that clear a line behind a text lie on layer A-ANNO-MASK` });
  if (writer.pictures > 0)
    notes.push({
      sheet: sheet.id,
      message: `${writer.pictures} ${writer.pictures === 1 ? 'picture' : 'pictures'} under the plan left out: DXF holds lines, not pictures`,
    });
  return { text, notes };
}

/** Line weights that DXF allows, in hundredths of a millimetre. */
const WEIGHTS = [0, 5, 9, 13, 15, 18, 20, 25, 30, 35, 40, 50, 53, 60, 70, 80, 90, 100, 106, 120, 140, 158, 200, 211] as const;
const LINE_TYPE_NAMES: Readonly<Record<LineType, string>> = {
  solid: 'CONTINUOUS',
  dashed: 'DASHED',
  dotted: 'DOTTED',
  'dash-dot': 'DASHDOT',
};
const ALIGNMENT = { start: 0, middle: 1, end: 2 } as const;
/** Height of capitals over the em, which DXF calls the height of text. */
const CAPITALS = 0.7275;
const MASK_LAYER = 'A-ANNO-MASK';

class DxfWriter {
  masks = 0;
  pictures = 0;
  private readonly sheet: Sheet;
  private readonly tags = new DxfTags();
  private readonly factor: number;
  private readonly origin: PaperPoint;
  /** Names of blocks by symbol; two that DXF would spell alike are told apart by a number. */
  private readonly blockNames = new Map<string, string>();

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.factor = sheet.scale ?? 1;
    // Without a hall the sheet's lower left corner is the origin.
    this.origin = sheet.origin ?? { x: 0, y: sheet.paper.heightMm };
    const taken = new Set<string>();
    for (const symbol of Object.keys(sheet.symbols).sort()) {
      let name = dxfName(symbol);
      for (let number = 2; taken.has(name.toUpperCase()); number += 1) name = `${dxfName(symbol)}_${number}`;
      taken.add(name.toUpperCase());
      this.blockNames.set(symbol, name);
    }
  }

  document(): string {
    const { sheet, tags } = this;
    const tables = new DxfTables(tags, {
      layers: this.layers(),
      lineTypes: (['dashed', 'dotted', 'dash-dot'] as const).map((lineType) => ({
        name: LINE_TYPE_NAMES[lineType],
        dashesMm: dashesMm({ lineType, lineWeightMm: 0.25 }).map((length) => length * this.factor),
      })),
      blocks: [...this.blockNames].map(([symbol, name]) => ({ name, symbol })),
      fontFamily: FONT_FAMILY,
    });
    const entities = new DxfTags();
    for (const mark of sheet.marks) this.entity(entities, mark, tables.modelSpace, this.origin);
    const blocks = new DxfTags();
    for (const { name, symbol, record } of tables.blocks) {
      tables.openBlock(blocks, name, record);
      for (const mark of sheet.symbols[symbol]?.marks ?? []) this.entity(blocks, mark, record, { x: 0, y: 0 });
      tables.closeBlock(blocks, record);
    }
    return tables.assemble(blocks, entities, this.extent());
  }

  /** Corners of the paper in model space. */
  private extent(): { low: PaperPoint; high: PaperPoint } {
    const { widthMm, heightMm } = this.sheet.paper;
    return { low: this.model({ x: 0, y: heightMm }, this.origin), high: this.model({ x: widthMm, y: 0 }, this.origin) };
  }

  /** Layers of the styles that marks use, each with the look of its first style. */
  private layers(): { name: string; color: number; lineType: string; weight: number }[] {
    const found = new Map<string, Style>();
    const look = (marks: readonly Mark[]): void => {
      for (const mark of marks) {
        if (mark.mark === 'symbol') look(this.sheet.symbols[mark.symbol]?.marks ?? []);
        else if (!found.has(this.style(mark.style).layer)) found.set(this.style(mark.style).layer, this.style(mark.style));
      }
    };
    look(this.sheet.marks);
    return [...found.keys()].sort().map((layer) => {
      const style = found.get(layer)!;
      return {
        name: dxfName(layer),
        color: colorIndex(style.stroke ?? style.fill ?? '#000000'),
        lineType: LINE_TYPE_NAMES[style.lineType],
        weight: weightOf(style),
      };
    });
  }

  private style(index: number): Style {
    const style = this.sheet.styles[index];
    if (style === undefined) throw new Error(`Bug: sheet ${this.sheet.id} has no style ${index}`);
    return style;
  }

  /** Paper's millimetres, y down, to the model's, y up. This is the one place where y turns. */
  private model({ x, y }: PaperPoint, origin: PaperPoint): PaperPoint {
    return { x: (x - origin.x) * this.factor, y: -(y - origin.y) * this.factor };
  }

  private entity(tags: DxfTags, mark: Mark, owner: string, origin: PaperPoint): void {
    switch (mark.mark) {
      case 'line':
        this.line(tags, mark, owner, origin);
        return;
      case 'arc': {
        const style = this.style(mark.style);
        const centre = this.model(mark.centre, origin);
        const isCircle = mark.toDeg - mark.fromDeg >= 360;
        this.head(tags, isCircle ? 'CIRCLE' : 'ARC', owner, style, style.stroke ?? style.fill);
        tags
          .tag(100, 'AcDbCircle')
          .point(centre.x, centre.y)
          .tag(40, mark.radius * this.factor);
        // Clockwise with y down is counter-clockwise with y up, from the mirrored end to the mirrored start.
        if (!isCircle) tags.tag(100, 'AcDbArc').tag(50, positive(-mark.toDeg)).tag(51, positive(-mark.fromDeg));
        return;
      }
      case 'text':
        this.text(tags, mark, owner, origin);
        return;
      case 'image':
        this.pictures += 1;
        return;
      case 'symbol': {
        const at = this.model(mark.at, origin);
        const first = this.sheet.symbols[mark.symbol]?.marks.find((one) => one.mark !== 'symbol');
        const layer = first === undefined ? '0' : dxfName(this.style(first.style).layer);
        tags.tag(0, 'INSERT').tag(5, this.tags.handle()).tag(330, owner).tag(100, 'AcDbEntity').tag(8, layer);
        tags
          .tag(100, 'AcDbBlockReference')
          .tag(2, this.blockNames.get(mark.symbol) ?? '')
          .point(at.x, at.y);
        tags.tag(41, mark.scale).tag(42, mark.scale).tag(43, mark.scale).tag(50, positive(-mark.rotateDeg));
        return;
      }
    }
  }

  /** What all entities begin with. */
  private head(tags: DxfTags, type: string, owner: string, style: Style, color: string | null): void {
    tags.tag(0, type).tag(5, this.tags.handle()).tag(330, owner).tag(100, 'AcDbEntity').tag(8, dxfName(style.layer));
    tags
      .tag(6, LINE_TYPE_NAMES[style.lineType])
      .tag(62, colorIndex(color ?? '#000000'))
      .tag(370, weightOf(style));
  }

  private line(tags: DxfTags, mark: Extract<Mark, { mark: 'line' }>, owner: string, origin: PaperPoint): void {
    const style = this.style(mark.style);
    const points = mark.points.map((point) => this.model(point, origin));
    if (mark.closed && style.fill !== null && isInk(style)) this.hatch(tags, points, owner, style, style.fill);
    if (style.layer === MASK_LAYER) this.masks += 1;
    if (style.stroke === null && style.layer !== MASK_LAYER) return;
    this.head(tags, 'LWPOLYLINE', owner, style, style.stroke ?? style.fill);
    tags
      .tag(100, 'AcDbPolyline')
      .tag(90, points.length)
      .tag(70, mark.closed ? 1 : 0);
    for (const { x, y } of points) tags.tag(10, x).tag(20, y);
  }

  /** A solid fill along one polygon. */
  private hatch(tags: DxfTags, points: readonly PaperPoint[], owner: string, style: Style, fill: string): void {
    this.head(tags, 'HATCH', owner, style, fill);
    tags.tag(100, 'AcDbHatch').point(0, 0).tag(210, 0).tag(220, 0).tag(230, 1).tag(2, 'SOLID').tag(70, 1).tag(71, 0).tag(91, 1);
    tags.tag(92, 3).tag(72, 0).tag(73, 1).tag(93, points.length);
    for (const { x, y } of points) tags.tag(10, x).tag(20, y);
    tags.tag(97, 0).tag(75, 1).tag(76, 1).tag(98, 0);
  }

  private text(tags: DxfTags, mark: Extract<Mark, { mark: 'text' }>, owner: string, origin: PaperPoint): void {
    const style = this.style(mark.style);
    const at = this.model(mark.at, origin);
    const turn = (mark.rotateDeg * Math.PI) / 180;
    const backMm = textWidthMm(mark.text, mark.sizeMm, mark.weight) * { start: 0, middle: 0.5, end: 1 }[mark.anchor];
    const start = this.model({ x: mark.at.x - backMm * Math.cos(turn), y: mark.at.y - backMm * Math.sin(turn) }, origin);
    this.head(tags, 'TEXT', owner, style, style.fill ?? style.stroke);
    tags
      .tag(100, 'AcDbText')
      .point(start.x, start.y)
      .tag(40, mark.sizeMm * CAPITALS * this.factor)
      .tag(1, dxfText(mark.text));
    tags
      .tag(50, positive(-mark.rotateDeg))
      .tag(7, mark.weight === 'semibold' ? 'SEMIBOLD' : 'REGULAR')
      .tag(72, ALIGNMENT[mark.anchor]);
    if (mark.anchor !== 'start') tags.point(at.x, at.y, 11);
    tags.tag(100, 'AcDbText');
  }
}

/** Pale and white fills are paper on paper: a drawing program would hide what lies behind them. */
function isInk({ fill }: Style): boolean {
  if (fill === null) return false;
  return [1, 3, 5].some((at) => Number.parseInt(fill.slice(at, at + 2), 16) < 0xc0);
}

function weightOf({ lineWeightMm }: Style): number {
  const hundredths = lineWeightMm * 100;
  return WEIGHTS.reduce((best, weight) => (Math.abs(weight - hundredths) < Math.abs(best - hundredths) ? weight : best));
}

/** An angle from 0 up to 360. */
function positive(degrees: number): number {
  return ((degrees % 360) + 360) % 360;
}

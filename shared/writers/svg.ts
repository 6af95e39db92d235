/** A sheet as SVG in millimetres: layers as groups, symbols as uses, text as text. */
import type { Mark, PaperPoint, Sheet, Style, WriteNote } from '../sheets/drawing.ts';
import { dashesMm } from './lineTypes.ts';
import { decimal } from './number.ts';
import { CSS_WEIGHT, FONT_FAMILY, type FontFiles } from './fontFiles.ts';
import { MissingCharacters } from './missingCharacters.ts';
import { toBase64 } from './base64.ts';
import { xmlText } from './xml.ts';

export interface SvgResult {
  readonly text: string;
  readonly notes: readonly WriteNote[];
}

/** With fonts they are embedded; without, the file names the family and says so in a note. */
export function writeSvg(sheet: Sheet, fonts: FontFiles | null): SvgResult {
  const { widthMm, heightMm } = sheet.paper;
  const writer = new SvgWriter(sheet);
  // Drawn before the style sheet is written, which holds only what the marks use.
  const body = [...writer.layers(sheet.marks)];
  const symbols = Object.keys(sheet.symbols)
    .sort()
    .map((name) => `<g id="${writer.symbolId(name)}">${sheet.symbols[name]!.marks.map((mark) => writer.mark(mark)).join('')}</g>\n`);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${mm(widthMm)}mm" height="${mm(heightMm)}mm" viewBox="0 0 ${mm(widthMm)} ${mm(heightMm)}" xml:space="preserve">\n`,
    `<title>${xmlText(sheet.title)}</title>\n`,
    `<style>\n${fontFaces(writer, fonts)}${writer.styleSheet()}</style>\n`,
    symbols.length === 0 ? '' : `<defs>\n${symbols.join('')}</defs>\n`,
    `<rect width="${mm(widthMm)}" height="${mm(heightMm)}" fill="#ffffff"/>\n`,
    ...body,
    '</svg>\n',
  ];
  const notes = writer.missing.notes(sheet.id, 'viewers take them from another font, so widths may differ');
  if (fonts === null)
    notes.push({ sheet: sheet.id, message: `The font is not embedded; install ${FONT_FAMILY} to see the sheet as laid out` });
  return { text: lines.join(''), notes };
}

/** Thousandths of a millimetre. */
function mm(value: number): string {
  return decimal(value, 3);
}

function fontFaces(writer: SvgWriter, fonts: FontFiles | null): string {
  if (fonts === null) return '';
  return [...writer.weights]
    .sort()
    .map(
      (weight) =>
        `@font-face{font-family:"${FONT_FAMILY}";font-weight:${CSS_WEIGHT[weight]};src:url("data:font/ttf;base64,${toBase64(fonts[weight])}") format("truetype")}\n`,
    )
    .join('');
}

class SvgWriter {
  readonly missing = new MissingCharacters();
  readonly weights = new Set<'regular' | 'semibold'>();
  private readonly used = new Set<number>();
  private hasImages = false;
  private readonly sheet: Sheet;
  private readonly symbolNames: readonly string[];

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.symbolNames = Object.keys(sheet.symbols).sort();
  }

  symbolId(name: string): string {
    return `symbol-${this.symbolNames.indexOf(name) + 1}`;
  }

  /** Marks in order; neighbours on one layer share a group, since order is what lies above what. */
  *layers(marks: readonly Mark[]): Generator<string> {
    let layer: string | null = null;
    for (const mark of marks) {
      const own = this.layerOf(mark);
      if (own !== layer) {
        yield `${layer === null ? '' : '</g>\n'}<g data-layer="${xmlText(own)}">\n`;
        layer = own;
      }
      yield `${this.mark(mark)}\n`;
    }
    if (layer !== null) yield '</g>\n';
  }

  /** A symbol lies on the layer of its first mark. */
  private layerOf(mark: Mark): string {
    const inner = mark.mark === 'symbol' ? this.sheet.symbols[mark.symbol]?.marks[0] : mark;
    return inner === undefined || inner.mark === 'symbol' ? '0' : this.style(inner.style).layer;
  }

  private style(index: number): Style {
    const style = this.sheet.styles[index];
    if (style === undefined) throw new Error(`Bug: sheet ${this.sheet.id} has no style ${index}`);
    return style;
  }

  mark(mark: Mark): string {
    const owner = mark.owner === undefined ? '' : ` data-id="${xmlText(mark.owner)}"`;
    switch (mark.mark) {
      case 'line':
        return `<path class="${this.use(mark.style)}"${owner} d="${pathOf(mark.points)}${mark.closed ? 'Z' : ''}"/>`;
      case 'arc':
        return this.arc(mark, owner);
      case 'text': {
        this.missing.lookAt(mark.text);
        this.weights.add(mark.weight);
        const anchor = mark.anchor === 'start' ? '' : ` text-anchor="${mark.anchor}"`;
        const turn = mark.rotateDeg === 0 ? '' : ` transform="rotate(${decimal(mark.rotateDeg, 3)} ${mm(mark.at.x)} ${mm(mark.at.y)})"`;
        const weight = mark.weight === 'regular' ? '' : ` font-weight="${CSS_WEIGHT[mark.weight]}"`;
        return `<text class="${this.use(mark.style)}"${owner} x="${mm(mark.at.x)}" y="${mm(mark.at.y)}" font-size="${mm(mark.sizeMm)}"${weight}${anchor}${turn}>${xmlText(mark.text)}</text>`;
      }
      case 'image':
        return this.image(mark, owner);
      case 'symbol': {
        const scale = mark.scale === 1 ? '' : ` scale(${decimal(mark.scale, 6)})`;
        const turn = mark.rotateDeg === 0 ? '' : ` rotate(${decimal(mark.rotateDeg, 3)})`;
        return `<use href="#${this.symbolId(mark.symbol)}"${owner} transform="translate(${mm(mark.at.x)} ${mm(mark.at.y)})${turn}${scale}"/>`;
      }
    }
  }

  /** Cut by a view of its own, in which a pixel is as large as it is on the paper. */
  private image({ image, at, right, down, opacityPct, clip }: Extract<Mark, { mark: 'image' }>, owner: string): string {
    const picture = this.sheet.images[image];
    if (picture === undefined) throw new Error(`Bug: sheet ${this.sheet.id} has no image ${image}`);
    const { format, bytes, widthPx, heightPx } = picture;
    this.hasImages = true;
    const box = `${mm(clip.x)} ${mm(clip.y)} ${mm(clip.widthMm)} ${mm(clip.heightMm)}`;
    const view = `x="${mm(clip.x)}" y="${mm(clip.y)}" width="${mm(clip.widthMm)}" height="${mm(clip.heightMm)}" viewBox="${box}"`;
    const ways = [right.x / widthPx, right.y / widthPx, down.x / heightPx, down.y / heightPx].map((value) => decimal(value, 9));
    const place = `width="${widthPx}" height="${heightPx}" preserveAspectRatio="none" transform="matrix(${ways.join(' ')} ${mm(at.x)} ${mm(at.y)})"`;
    const source = `data:image/${format};base64,${toBase64(bytes)}`;
    return `<svg${owner} ${view} overflow="hidden"><image ${place} opacity="${decimal(opacityPct / 100, 2)}" href="${source}"/></svg>`;
  }

  private arc({ centre, radius, fromDeg, toDeg, style }: Extract<Mark, { mark: 'arc' }>, owner: string): string {
    if (toDeg - fromDeg >= 360) {
      return `<circle class="${this.use(style)}"${owner} cx="${mm(centre.x)}" cy="${mm(centre.y)}" r="${mm(radius)}"/>`;
    }
    const [from, to] = [onCircle(centre, radius, fromDeg), onCircle(centre, radius, toDeg)];
    const large = toDeg - fromDeg > 180 ? 1 : 0;
    return `<path class="${this.use(style)}"${owner} d="M${mm(from.x)} ${mm(from.y)}A${mm(radius)} ${mm(radius)} 0 ${large} 1 ${mm(to.x)} ${mm(to.y)}"/>`;
  }

  private use(style: number): string {
    this.used.add(style);
    return `s${style}`;
  }

  /** Rules of the styles that the marks use. Text shows its fill, or its stroke where it has no fill. */
  styleSheet(): string {
    const rules = [...this.used]
      .sort((a, b) => a - b)
      .map((index) => {
        const style = this.style(index);
        const dashes = dashesMm(style);
        const stroke = style.stroke === null ? 'none' : `${style.stroke};stroke-width:${mm(style.lineWeightMm)}`;
        const dash = dashes.length === 0 ? '' : `;stroke-dasharray:${dashes.map(mm).join(' ')}`;
        const textFill = style.fill === null && style.stroke !== null ? `text.s${index}{fill:${style.stroke};stroke:none}\n` : '';
        return `.s${index}{fill:${style.fill ?? 'none'};stroke:${stroke}${dash}}\n${textFill}`;
      });
    // The weight stands on the root, to be inherited: a rule for texts would outweigh the attribute of those in semibold.
    const text = `svg{font-weight:400}\ntext{font-family:"${FONT_FAMILY}",sans-serif;font-feature-settings:"tnum" 1;font-kerning:none;white-space:pre}\n`;
    // White paper of a picture lets through what lies under it.
    const pictures = this.hasImages ? 'image{mix-blend-mode:multiply}\n' : '';
    return `path{stroke-linejoin:round}\n${text}${pictures}${rules.join('')}`;
  }
}

function pathOf(points: readonly PaperPoint[]): string {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${mm(x)} ${mm(y)}`).join('');
}

function onCircle(centre: PaperPoint, radius: number, degrees: number): PaperPoint {
  const angle = (degrees * Math.PI) / 180;
  return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
}

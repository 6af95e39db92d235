/** Texts of a page: what is written and how far it reaches, glyph by glyph as the font says. */

/** How text is set from now on. */
export interface TextLook {
  readonly size: number;
  /** -1: set upside down by a size below zero. */
  readonly direction: 1 | -1;
  /** Of a glyph's width in the font's units. */
  readonly widthScale: number;
  /** Glyphs that are drawings of their own. */
  readonly isDrawn: boolean;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly stretch: number;
  readonly rise: number;
  readonly leading: number;
  /** As PDF counts: 0 filled, 1 outlined, 2 both, 3 not seen; 4 more where it clips too. */
  readonly mode: number;
}

const USUAL_SCALE = 0.001;

export const PLAIN_TEXT: TextLook = {
  size: 0,
  direction: 1,
  widthScale: USUAL_SCALE,
  isDrawn: false,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  rise: 0,
  leading: 0,
  mode: 0,
};

export interface ShownText {
  readonly text: string;
  /** From its start to the end of its last glyph that is seen. */
  readonly width: number;
  /** From its start to where the next text begins. */
  readonly advance: number;
}

/** What a font says that pdfjs has read; one that is not there is taken as a usual one. */
export function lookOfFont(font: unknown, size: number): Partial<TextLook> {
  const known = typeof font === 'object' && font !== null ? (font as { fontMatrix?: unknown; isType3Font?: unknown }) : {};
  const scale: unknown = Array.isArray(known.fontMatrix) ? known.fontMatrix[0] : null;
  return {
    size: Math.abs(size),
    direction: size < 0 ? -1 : 1,
    widthScale: typeof scale === 'number' && scale !== 0 ? scale : USUAL_SCALE,
    isDrawn: known.isType3Font === true,
  };
}

/** Thousandths of the size that a gap must have to be a space. */
const SPACE = 200;

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

export function shownText(items: readonly unknown[], look: TextLook): ShownText {
  const { size, direction, widthScale, charSpacing, wordSpacing, stretch } = look;
  let text = '';
  let at = 0;
  let seenTo = 0;
  for (const item of items) {
    if (typeof item === 'number') {
      at -= (item * size) / 1000;
      if (item < -SPACE && text !== '' && !text.endsWith(' ')) text += ' ';
      continue;
    }
    if (!isGlyph(item)) continue;
    text += item.unicode;
    at += item.width * size * widthScale;
    if (item.unicode.trim() !== '') seenTo = at;
    at += (charSpacing + (item.isSpace ? wordSpacing : 0)) * direction;
  }
  return { text: text.trimEnd(), width: seenTo * stretch, advance: at * stretch * direction };
}

function isGlyph(item: unknown): item is Glyph {
  return typeof item === 'object' && item !== null && 'unicode' in item && typeof item.unicode === 'string' && 'width' in item;
}

/**
 * A dimension that comes without its picture, drawn from its points: the dimension line with its ticks, the two lines that lead to
 * what is measured, the figure; a radius or diameter as its line. Programs that draw lengths by their own rules often leave the picture out.
 */
import { numberOf, textOf, type DxfEntity } from './document.ts';

export interface DrawnDimension {
  /** x and y in turn, each an open line. */
  readonly lines: readonly (readonly number[])[];
  readonly text: string;
  /** Middle of the text's base line. */
  readonly textX: number;
  readonly textY: number;
  readonly textHeight: number;
  /** Counterclockwise; never upside down. */
  readonly textDeg: number;
}

const KIND = 7;
const [ROTATED, ALIGNED, DIAMETER, RADIUS] = [0, 1, 3, 4];
/** Share of the length that the figure is high at most: what a file says of it is often meant for another scale. */
const TEXT_SHARE = 1 / 12;

/** Null: a kind that is more than a length (an angle, an ordinate), or one without its points. */
export function dimensionPaths(entity: DxfEntity, textHeight: number | null): DrawnDimension | null {
  const n = (code: number): number => numberOf(entity, code, Number.NaN);
  switch (n(70) & KIND) {
    case ROTATED:
    case ALIGNED: {
      const isAligned = (n(70) & KIND) === ALIGNED;
      const angle = isAligned ? Math.atan2(n(24) - n(23), n(14) - n(13)) : (numberOf(entity, 50, 0) * Math.PI) / 180;
      return linear(entity, angle, textHeight);
    }
    case DIAMETER:
    case RADIUS:
      return ofLine(entity, [n(10), n(20), n(15), n(25)], textHeight);
    default:
      return null;
  }
}

/** Both measured places, brought onto the dimension line along its normal. */
function linear(entity: DxfEntity, angle: number, textHeight: number | null): DrawnDimension | null {
  const n = (code: number): number => numberOf(entity, code, Number.NaN);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const onLine = (x: number, y: number): readonly [number, number] => {
    const along = (x - n(10)) * cos + (y - n(20)) * sin;
    return [n(10) + along * cos, n(20) + along * sin];
  };
  const [from, to] = [onLine(n(13), n(23)), onLine(n(14), n(24))];
  const drawn = ofLine(entity, [...from, ...to], textHeight);
  if (drawn === null) return null;
  return { ...drawn, lines: [...drawn.lines, [n(13), n(23), ...from], [n(14), n(24), ...to]] };
}

function ofLine(entity: DxfEntity, line: readonly number[], textHeight: number | null): DrawnDimension | null {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line;
  const long = Math.hypot(x2 - x1, y2 - y1);
  if (!(long > 0) || !Number.isFinite(long)) return null;
  const height = Math.min(textHeight ?? Infinity, long * TEXT_SHARE);
  const angle = Math.atan2(y2 - y1, x2 - x1);
  // Ticks across the line, at half a right angle.
  const [tickX, tickY] = [(height / 2) * Math.cos(angle + Math.PI / 4), (height / 2) * Math.sin(angle + Math.PI / 4)];
  const ticks = [
    [x1 - tickX, y1 - tickY, x1 + tickX, y1 + tickY],
    [x2 - tickX, y2 - tickY, x2 + tickX, y2 + tickY],
  ];
  const degrees = (angle * 180) / Math.PI;
  const upright = degrees > 90 ? degrees - 180 : degrees <= -90 ? degrees + 180 : degrees;
  return {
    lines: [line, ...ticks],
    text: figureOf(entity, long),
    textX: numberOf(entity, 11, (x1 + x2) / 2),
    textY: numberOf(entity, 21, (y1 + y2) / 2),
    textHeight: height,
    textDeg: upright,
  };
}

/** What its author wrote, with the measure for `<>`; the measure alone where nothing was written; nothing where a blank was. */
function figureOf(entity: DxfEntity, long: number): string {
  const measure = String(Math.round(numberOf(entity, 42, long) * 1000) / 1000);
  const written = textOf(entity, 1) ?? '';
  return written === '' ? measure : written.replaceAll('<>', measure).trim();
}

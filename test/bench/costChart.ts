/** Cost against size as a chart on a sheet, both axes logarithmic, so that the planner's own writers make the picture. */
import type { Mark, PaperPoint, Sheet, Style } from '../../shared/sheets/drawing.ts';
import type { CostFit, CostPoint } from './costFit.ts';

export interface CostSeries {
  /** As `takeoff, ms`. */
  readonly name: string;
  readonly points: readonly CostPoint[];
  readonly fit: CostFit;
}

const [LEFT, TOP, RIGHT, BOTTOM] = [28, 24, 200, 120];
const INK = '#1f2933';
const COLORS = ['#0072b2', '#d55e00', '#009e73'] as const;
const [FRAME, GRID, TEXT, FIRST_SERIES] = [0, 1, 2, 3];

export function costChart(title: string, caption: string, series: readonly CostSeries[]): Sheet {
  const all = series.flatMap(({ points }) => points);
  const [fromX, toX] = decadesAround(all.map(({ size }) => size));
  const [fromY, toY] = decadesAround(all.map(({ cost }) => cost));
  const at = (size: number, cost: number): PaperPoint => ({
    x: LEFT + ((Math.log10(size) - fromX) / (toX - fromX)) * (RIGHT - LEFT),
    y: BOTTOM - ((Math.log10(cost) - fromY) / (toY - fromY)) * (BOTTOM - TOP),
  });
  const marks: Mark[] = [
    text(title, { x: LEFT, y: 11 }, 4.5, 'start', 'semibold'),
    text(caption, { x: LEFT, y: 17 }, 2.8, 'start'),
    text('links', { x: (LEFT + RIGHT) / 2, y: BOTTOM + 12 }, 3, 'middle'),
  ];
  for (let decade = fromX; decade <= toX; decade += 1) {
    const { x } = at(10 ** decade, 10 ** fromY);
    marks.push(
      line(
        [
          { x, y: TOP },
          { x, y: BOTTOM },
        ],
        GRID,
      ),
      text(powerText(decade), { x, y: BOTTOM + 6 }, 3, 'middle'),
    );
  }
  for (let decade = fromY; decade <= toY; decade += 1) {
    const { y } = at(10 ** fromX, 10 ** decade);
    marks.push(
      line(
        [
          { x: LEFT, y },
          { x: RIGHT, y },
        ],
        GRID,
      ),
      text(powerText(decade), { x: LEFT - 2, y: y + 1 }, 3, 'end'),
    );
  }
  marks.push({
    ...line([at(10 ** fromX, 10 ** fromY), at(10 ** fromX, 10 ** toY), at(10 ** toX, 10 ** toY), at(10 ** toX, 10 ** fromY)], FRAME),
    closed: true,
  });
  series.forEach(({ name, points, fit }, index) => {
    const style = FIRST_SERIES + 2 * index;
    const ends = [Math.min(...points.map(({ size }) => size)), Math.max(...points.map(({ size }) => size))];
    marks.push(
      line(
        ends.map((size) => at(size, fit.constant * size ** fit.exponent)),
        style,
      ),
    );
    for (const { size, cost } of points) {
      marks.push({ mark: 'arc', centre: at(size, cost), radius: 1.1, fromDeg: 0, toDeg: 360, style: style + 1 });
    }
    const y = 130 + 7 + index * 6;
    marks.push(
      line(
        [
          { x: LEFT, y: y - 1 },
          { x: LEFT + 10, y: y - 1 },
        ],
        style,
      ),
      text(`${name}: ${fitText(fit)}`, { x: LEFT + 13, y }, 3, 'start'),
    );
  });
  return {
    id: 'cost',
    title,
    paper: { name: 'A4', widthMm: 215, heightMm: 130 + 12 + series.length * 6 },
    scale: null,
    origin: null,
    styles: [style(INK, 0.25), style('#d5dbe1', 0.13), style(null, 0, INK), ...series.flatMap((_, index) => seriesStyles(index))],
    symbols: {},
    images: {},
    marks,
  };
}

/** `3.1 × 10⁻³ × n^0.97, R² 0.998` */
export function fitText({ exponent, constant, r2 }: CostFit): string {
  return `${constant.toPrecision(3)} × n^${exponent.toFixed(2)}, R² ${r2.toFixed(3)}`;
}

function seriesStyles(index: number): Style[] {
  const color = COLORS[index % COLORS.length] ?? INK;
  return [style(color, 0.35), style(color, 0.25, color)];
}

function style(stroke: string | null, lineWeightMm: number, fill: string | null = null): Style {
  return { layer: 'G-ANNO', stroke, fill, lineWeightMm, lineType: 'solid' };
}

function line(points: readonly PaperPoint[], of: number): Extract<Mark, { mark: 'line' }> {
  return { mark: 'line', points, closed: false, style: of };
}

function text(
  words: string,
  at: PaperPoint,
  sizeMm: number,
  anchor: 'start' | 'middle' | 'end',
  weight: 'regular' | 'semibold' = 'regular',
): Mark {
  return { mark: 'text', at, text: words, sizeMm, anchor, weight, rotateDeg: 0, style: TEXT };
}

function decadesAround(values: readonly number[]): [from: number, to: number] {
  return [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
}

function powerText(decade: number): string {
  return decade >= 0 && decade < 4 ? String(10 ** decade) : `10^${decade}`;
}

/** Cost by number of lengths as a curve: its points are picked by click, and by the list beside it. */
import type { CurveFigures } from '../../shared/lengths/lengthPlan.ts';
import styles from './LengthsDialog.module.css';

interface LengthCurveProps {
  /** By number of lengths, ascending; each costs less than the one before. */
  readonly points: readonly CurveFigures[];
  readonly picked: number | null;
  readonly costText: (cost: number) => string;
  readonly onPick: (lengths: number) => void;
}

const [WIDTH, HEIGHT] = [560, 132];
const [LEFT, RIGHT, TOP, BOTTOM] = [76, 16, 14, 30];

/** The list of choices says the same in words, so that readers of the page need not read the drawing. */
export function LengthCurve({ points, picked, costText, onPick }: LengthCurveProps) {
  const costs = points.map(({ cost }) => cost);
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  const lastCount = points.at(-1)?.lengthsMm.length ?? 1;
  const firstCount = points[0]?.lengthsMm.length ?? 1;
  if (points.length < 2) return null;
  const x = (count: number): number => LEFT + ((count - firstCount) / (lastCount - firstCount)) * (WIDTH - LEFT - RIGHT);
  const y = (cost: number): number => TOP + (1 - (cost - least) / (most - least)) * (HEIGHT - TOP - BOTTOM);
  const base = HEIGHT - BOTTOM;
  return (
    <svg className={styles.curve} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" data-testid="length-curve">
      <line className={styles.axis} x1={LEFT} y1={base} x2={WIDTH - RIGHT} y2={base} />
      {[most, least].map((cost) => (
        <text key={cost} className={styles.tick} x={LEFT - 10} y={y(cost) + 4} textAnchor="end">
          {costText(cost)}
        </text>
      ))}
      <polyline className={styles.line} points={points.map(({ lengthsMm, cost }) => `${x(lengthsMm.length)},${y(cost)}`).join(' ')} />
      {points.map(({ lengthsMm: { length }, cost }) => (
        <g key={length} className={length === picked ? styles.pickedPoint : styles.point} onClick={() => onPick(length)}>
          <rect x={x(length) - 14} y={0} width={28} height={HEIGHT} />
          <circle cx={x(length)} cy={y(cost)} r={length === picked ? 6 : 4.5} />
          <text className={styles.tick} x={x(length)} y={HEIGHT - 10} textAnchor="middle">
            {length}
          </text>
        </g>
      ))}
    </svg>
  );
}

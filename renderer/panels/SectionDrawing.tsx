/** The drawing of a section: walls and bed of the pathway, circles to scale, the number of each group on it. */
import { memo, useMemo, useState, type PointerEvent } from 'react';
import type { TraySection } from '../../shared/engine/traySection.ts';
import { countText } from '../ui/quantities.ts';
import { circleAt, drawGroups } from './sectionPaths.ts';
import styles from './TraySectionView.module.css';

interface SectionDrawingProps {
  readonly section: TraySection;
  /** Group that stands out; null: none. */
  readonly lit: number | null;
  readonly colors: number;
  /** How often they come again in another manner. */
  readonly turns: number;
  readonly onPoint: (group: number | null) => void;
  /** Id of a cable. */
  readonly onPick: (cable: string) => void;
}

/** Wall of the pathway, in the drawing. */
const WALL_MM = 4;
/** A pile that takes less of the width than this is shown nearer, beside the whole pathway. */
const CLOSE_UP_BELOW = 0.55;
const CLOSE_UP_MARGIN_MM = 6;

/** Pointing and picking stand on the drawing itself: each group is reached by keyboard in the legend below. */
export const SectionDrawing = memo(function SectionDrawing({ section, lit, colors, turns, onPoint, onPick }: SectionDrawingProps) {
  const { widthMm, depthMm, circles, groups } = section;
  const pileMm = circles.reduce((most, { yMm, rMm }) => Math.max(most, yMm + rMm), 0);
  const heightMm = Math.max(depthMm, pileMm) + WALL_MM;
  const topMm = heightMm - WALL_MM;
  const drawings = useMemo(() => drawGroups(section, topMm), [section, topMm]);
  /** Place of the cable under the pointer. */
  const [pointed, setPointed] = useState<number | null>(null);
  const y = (mm: number): number => topMm - mm;
  /** Position of a circle within its group. */
  const within = (place: number): number => place - circles.findIndex(({ group }) => group === circles[place]?.group);
  const pileWideMm = circles.reduce((most, { xMm, rMm }) => Math.max(most, xMm + rMm), 0);
  const isNear = pileWideMm < CLOSE_UP_BELOW * widthMm;
  const whole = `${-WALL_MM} 0 ${widthMm + 2 * WALL_MM} ${heightMm}`;
  const nearMm = { wide: pileWideMm + WALL_MM + CLOSE_UP_MARGIN_MM, high: pileMm + WALL_MM + CLOSE_UP_MARGIN_MM };
  const near = `${-WALL_MM} ${heightMm - nearMm.high} ${nearMm.wide} ${nearMm.high}`;
  const textMm = (isNear ? nearMm.wide : widthMm) / 26;
  const walls = `M${-WALL_MM / 2} ${y(depthMm)}V${y(-WALL_MM / 2)}H${widthMm + WALL_MM / 2}V${y(depthMm)}`;
  return (
    <>
      {isNear ? (
        <svg className={styles.whole} viewBox={whole} aria-hidden>
          <path className={styles.wall} d={walls} />
          <rect className={styles.pile} x={0} y={y(pileMm)} width={pileWideMm} height={pileMm} />
        </svg>
      ) : null}
      <svg
        className={styles.drawing}
        viewBox={isNear ? near : whole}
        role="img"
        aria-label={`Section, ${countText(circles.length, 'cable')} in ${countText(groups.length, 'group')}`}
        onPointerMove={(event) => {
          const place = placeUnder(event, section, topMm);
          setPointed(place);
          onPoint(place === null ? null : (circles[place]?.group ?? null));
        }}
        onPointerLeave={() => {
          setPointed(null);
          onPoint(null);
        }}
        onClick={(event) => {
          const place = placeUnder(event, section, topMm);
          const circle = place === null ? undefined : circles[place];
          if (place === null || circle === undefined) return;
          const cable = groups[circle.group]?.cables[within(place)];
          if (cable !== undefined) onPick(cable);
        }}
      >
        {pointed === null ? null : <title>{nameAt(section, circles[pointed]?.group ?? 0, within(pointed))}</title>}
        <path className={styles.wall} d={walls} />
        {drawings.map(({ outline }, at) => (
          <path
            key={groups[at]?.loom ?? groups[at]?.name}
            className={styles.cable}
            data-color={at % colors}
            data-turn={Math.floor(at / colors) % turns}
            data-dim={lit !== null && lit !== at}
            d={outline}
          />
        ))}
        {drawings.map(({ xMm, yMm, spanMm }, at) =>
          spanMm < textMm ? null : (
            <text key={groups[at]?.loom ?? groups[at]?.name} className={styles.number} x={xMm} y={yMm} fontSize={textMm}>
              {at + 1}
            </text>
          ),
        )}
      </svg>
    </>
  );
});

/** The cable under the pointer, by its place. */
function placeUnder(
  event: Pick<PointerEvent<SVGSVGElement>, 'currentTarget' | 'clientX' | 'clientY'>,
  section: TraySection,
  topMm: number,
): number | null {
  const matrix = event.currentTarget.getScreenCTM();
  if (matrix === null) return null;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  return circleAt(section, x, topMm - y);
}

function nameAt({ groups }: TraySection, group: number, place: number): string {
  const { name = '', names = [] } = groups[group] ?? {};
  return `${names[place] ?? ''}, ${name}`;
}

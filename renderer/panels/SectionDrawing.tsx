/** The drawing of a section: walls and bed of the pathway, circles to scale, the number of each group on it. */
import { countText } from '../ui/quantities.ts';
import { memo } from 'react';
import type { TraySection } from '../../shared/engine/traySection.ts';
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
  const firstOf = groups.map((_, group) => circles.findIndex((circle) => circle.group === group));
  const y = (mm: number): number => heightMm - WALL_MM - mm;
  const placeOf = (target: EventTarget): number | null => {
    const place = target instanceof Element ? target.getAttribute('data-place') : null;
    return place === null ? null : Number(place);
  };
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
          const place = placeOf(event.target);
          onPoint(place === null ? null : (circles[place]?.group ?? null));
        }}
        onPointerLeave={() => onPoint(null)}
        onClick={(event) => {
          const place = placeOf(event.target);
          const circle = place === null ? undefined : circles[place];
          if (place === null || circle === undefined) return;
          const cable = groups[circle.group]?.cables[place - (firstOf[circle.group] ?? 0)];
          if (cable !== undefined) onPick(cable);
        }}
      >
        <path className={styles.wall} d={walls} />
        {circles.map(({ xMm, yMm, rMm, group }, place) => (
          <circle
            key={place}
            className={styles.cable}
            data-place={place}
            data-color={group % colors}
            data-turn={Math.floor(group / colors) % turns}
            data-dim={lit !== null && lit !== group}
            cx={xMm}
            cy={y(yMm)}
            r={rMm * 0.94}
          >
            <title>{nameAt(section, group, place - (firstOf[group] ?? 0))}</title>
          </circle>
        ))}
        {groups.map((group, at) => {
          const own = circles.filter((circle) => circle.group === at);
          const spanMm = Math.max(...own.map(({ xMm }) => xMm)) - Math.min(...own.map(({ xMm }) => xMm));
          const [xMm, yMm] = [
            own.reduce((sum, one) => sum + one.xMm, 0) / own.length,
            own.reduce((sum, one) => sum + one.yMm, 0) / own.length,
          ];
          return spanMm < textMm ? null : (
            <text key={group.loom ?? group.name} className={styles.number} x={xMm} y={y(yMm)} fontSize={textMm}>
              {at + 1}
            </text>
          );
        })}
      </svg>
    </>
  );
});

function nameAt({ groups }: TraySection, group: number, place: number): string {
  const { name = '', names = [] } = groups[group] ?? {};
  return `${names[place] ?? ''}, ${name}`;
}

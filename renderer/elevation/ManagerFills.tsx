/** Bars beside the rails: how full the vertical managers are. The inspector says the same in words. */
import { useExplanation } from '../panels/useExplanation.ts';
import type { CabinetFrame, ElevationLayout, FaceFrame } from './elevationLayout.ts';
import { managerBars } from './managerBars.ts';
import styles from './ElevationDrawing.module.css';

const TEXT_DOWN_PX = 15;

interface ManagerFillsProps {
  readonly layout: ElevationLayout;
  readonly frame: CabinetFrame;
  readonly face: FaceFrame;
}

export function ManagerFills({ layout, frame, face }: ManagerFillsProps) {
  const load = useExplanation('cabinet', frame.cabinet.id);
  if (load === null) return null;
  const bars = managerBars(layout, frame, face, load.parts, load.partLimits);
  return (
    <g data-managers={frame.cabinet.id}>
      {bars.map(({ box, fillPx, tone, percent, title }) => (
        <g key={`${box.x}`} className={styles.manager} data-tone={tone} data-known={fillPx !== null}>
          <title>{title}</title>
          <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={2} className={styles.managerRoom} />
          {fillPx === null ? null : (
            <rect
              x={box.x}
              y={box.y + box.height - Math.max(1, fillPx)}
              width={box.width}
              height={Math.max(1, fillPx)}
              rx={2}
              className={styles.managerFill}
            />
          )}
          <text x={box.x + box.width / 2} y={layout.floorY + TEXT_DOWN_PX} textAnchor="middle" className={styles.managerText}>
            {percent}
          </text>
        </g>
      ))}
    </g>
  );
}

/** A device as it is seen from one side, with its ports and their state, as fine as the scale allows. */
import { memo } from 'react';
import type { DeviceType, Side } from '../../shared/catalog/types.ts';
import type { DevicePorts } from '../../shared/engine/protocol.ts';
import type { DeviceRole } from '../../shared/plan/types.ts';
import { tierPlace } from '../theme/tokens.ts';
import { portBoxes, type PortBox, type Rectangle } from './elevationLayout.ts';
import { portLook } from './portState.ts';
import styles from './ElevationDrawing.module.css';

interface DeviceFaceProps {
  readonly type: DeviceType;
  readonly name: string;
  readonly role: DeviceRole;
  readonly face: Side;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly pxPerMm: number;
  /** Undefined: not known yet. */
  readonly told: DevicePorts | undefined;
  /** Ports marked to be connected. */
  readonly marked: ReadonlySet<number>;
  /** The selected cable. */
  readonly cable: string | null;
  readonly state: 'plain' | 'selected' | 'moving' | 'refused';
}

/** Room that the name of a type takes, by its letters at 12 px. */
const LETTER_PX = 6.6;
/** Smaller ports are specks without a frame. */
const LEAST_FRAMED_PX = 4;

export const DeviceFace = memo(function DeviceFace({
  type,
  name,
  role,
  face,
  x,
  y,
  width,
  height,
  pxPerMm,
  told,
  marked,
  cable,
  state,
}: DeviceFaceProps) {
  const boxes = portBoxes(type, face, { x, y, width, height }, pxPerMm);
  const nameWidth = type.name.length * LETTER_PX;
  const isUpright = height > 3 * width;
  const isNamed = !isUpright && type.fitting !== 'blanking' && boxes.length === 0 && height >= 15 && nameWidth < width - 8;
  return (
    <g className={styles.device} data-role={role} data-fitting={type.fitting} data-face={face} data-state={state}>
      <rect x={x + 0.5} y={y + 0.5} width={Math.max(1, width - 1)} height={Math.max(1, height - 1)} rx={1} className={styles.body} />
      {isNamed ? (
        <text x={x + width / 2} y={y + height / 2 + 4} textAnchor="middle" className={styles.caption}>
          {type.name}
        </text>
      ) : null}
      {isUpright && width >= 13 ? (
        <text transform={`translate(${x + width / 2 + 4} ${y + height - 6}) rotate(-90)`} className={styles.caption}>
          {name}
        </text>
      ) : null}
      {type.fitting === 'cable-manager' ? <path d={fingersOf({ x, y, width, height })} className={styles.fingers} /> : null}
      {boxes.map((box) => (
        <PortMark key={box.ports[0]} box={box} told={told} isMarked={box.ports.some((port) => marked.has(port))} cable={cable} />
      ))}
    </g>
  );
});

const FINGER_PX = 12;

/** Strokes across the longer side of a cable manager. */
function fingersOf({ x, y, width, height }: Rectangle): string {
  const isFlat = width >= height;
  const count = Math.floor((isFlat ? width : height) / FINGER_PX);
  const strokes = Array.from({ length: Math.max(0, count - 1) }, (_, i) =>
    isFlat
      ? `M${x + (i + 1) * FINGER_PX} ${y + 2}v${Math.max(0, height - 4)}`
      : `M${x + 2} ${y + (i + 1) * FINGER_PX}h${Math.max(0, width - 4)}`,
  );
  return strokes.join('');
}

interface PortMarkProps extends Pick<DeviceFaceProps, 'told' | 'cable'> {
  readonly box: PortBox;
  readonly isMarked: boolean;
}

function PortMark({ box, told, isMarked, cable }: PortMarkProps) {
  const { x, y, width, height, ports, name } = box;
  const { tone, share, tier, cables } = portLook(told, ports);
  const isLit = isMarked || (cable !== null && cables.includes(cable));
  if (width < LEAST_FRAMED_PX || height < LEAST_FRAMED_PX)
    return <rect x={x} y={y} width={width} height={height} className={styles.speck} data-tone={tone} />;
  return (
    <g className={styles.port} data-tone={tone} data-lit={isLit}>
      <rect x={x + 0.5} y={y + 0.5} width={width - 1} height={height - 1} className={styles.socket} />
      {tier === null ? null : (
        <rect
          x={x + 1}
          y={y + 1}
          width={Math.max(1, (width - 2) * share)}
          height={Math.max(1, height - 2)}
          fill={`var(--rw-tier-${tierPlace(tier)})`}
        />
      )}
      {tone === 'fault' ? <path d={`M${x} ${y}l${width} ${height}m0 ${-height}l${-width} ${height}`} className={styles.cross} /> : null}
      {isLit ? <rect x={x - 1.5} y={y - 1.5} width={width + 3} height={height + 3} rx={1} className={styles.ring} /> : null}
      {name === null ? null : (
        <text x={x + width / 2} y={y + height / 2 + 4} textAnchor="middle" className={styles.portName}>
          {name}
        </text>
      )}
    </g>
  );
}

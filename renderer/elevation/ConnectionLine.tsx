/** The port pointed at, and the cable that is being connected, over everything. */
import { useElevation, usePlanner } from '../state/plannerContext.ts';
import { useConnectingWay } from './useConnectingWay.ts';
import { portMiddle } from './elevationLayout.ts';
import type { PortAt } from './elevationStore.ts';
import styles from './ElevationDrawing.module.css';

const RING_PX = 8;

export function ConnectionLine() {
  const { elevation } = usePlanner();
  const pointed = useElevation((state) => state.pointed);
  const connecting = useElevation((state) => state.connecting);
  const layout = elevation.layout();
  const placeOf = (at: PortAt | null) => (at === null ? null : portMiddle(layout, at.device, at.port));
  const ring = placeOf(pointed);
  const from = placeOf(connecting?.from ?? null);
  const to = connecting === null ? null : (placeOf(connecting.to) ?? connecting.at);
  const tooLong = useConnectingWay();
  const isRefused = connecting !== null && (connecting.problem !== null || (connecting.to !== null && tooLong !== null));
  const tone = connecting === null ? 'plain' : isRefused ? 'refused' : connecting.to !== null ? 'fits' : 'loose';
  return (
    <g className={styles.over} aria-hidden data-tone={tone}>
      {from === null ? null : <circle cx={from.x} cy={from.y} r={5} className={styles.end} />}
      {from === null || to === null ? null : <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} className={styles.line} />}
      {ring === null ? null : (
        <rect x={ring.x - RING_PX} y={ring.y - RING_PX} width={RING_PX * 2} height={RING_PX * 2} rx={3} className={styles.pointer} />
      )}
    </g>
  );
}

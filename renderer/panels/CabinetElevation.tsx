/** Front and rear of one cabinet to scale, U1 at the bottom. Click a device to select it; double-click opens the elevation. */
import { Button } from '@mantine/core';
import { IconServer } from '@tabler/icons-react';
import { showElevation } from '../elevation/elevationActions.ts';
import { usePlanner } from '../state/plannerContext.ts';
import type { Device, Plan } from '../../shared/plan/types.ts';
import { must } from '../../shared/assert.ts';
import { handOf, hasHand } from '../../shared/plan/mountPlace.ts';
import { placeText } from '../elevation/deviceNames.ts';
import type { DeviceType, Side } from '../../shared/catalog/types.ts';
import { useShownPlan } from './useShownPlan.ts';
import styles from './CabinetElevation.module.css';

const U_PX = 6;
const FACE_PX = 104;
const SCALE_PX = 26;
const CAPTION_PX = 18;
const FRAME_PX = 4;
/** Room beside the rails. */
const BESIDE_PX = 5;

interface Mounted {
  readonly device: Device;
  readonly type: DeviceType;
}

function mountedIn(plan: Plan, cabinet: string): readonly Mounted[] {
  return [...plan.devices.values()]
    .filter((device) => device.cabinet === cabinet)
    .map((device) => ({ device, type: must(plan.catalog.deviceTypes.get(device.type), 'device type') }));
}

/** Left and width of a device on a side of which the rails take the middle. */
function acrossPx({ device, type }: Mounted, side: Side): { readonly left: number; readonly width: number } {
  const [railsLeft, rails] = [FRAME_PX + BESIDE_PX, FACE_PX - 2 * (FRAME_PX + BESIDE_PX)];
  const hand = handOf(device, type);
  if (hand === null) return { left: railsLeft, width: rails };
  const isLeft = (hand === 'left') === (device.face === side);
  if (type.mount === 'half-width') return { left: isLeft ? railsLeft : railsLeft + rails / 2, width: rails / 2 };
  return { left: isLeft ? FRAME_PX : railsLeft + rails, width: BESIDE_PX };
}

export function CabinetElevation({ id, rackUnits }: { readonly id: string; readonly rackUnits: number }) {
  const plan = useShownPlan();
  const devices = mountedIn(plan, id);
  const height = rackUnits * U_PX + 2 * FRAME_PX + CAPTION_PX;
  const width = SCALE_PX + 2 * FACE_PX + 12;
  const marks = Array.from({ length: Math.floor(rackUnits / 10) }, (_, index) => (index + 1) * 10);
  const planner = usePlanner();
  return (
    <div className={styles.box} onDoubleClick={() => showElevation(planner)}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className={styles.drawing}
        role="group"
        aria-label="Elevation of the cabinet, front and rear"
      >
        {[1, ...marks].map((unit) => (
          <text key={unit} x={SCALE_PX - 6} y={unitTop(rackUnits, unit) + U_PX - 1} className={styles.unit} textAnchor="end">
            {unit}
          </text>
        ))}
        <Face side="front" x={SCALE_PX} rackUnits={rackUnits} devices={devices} />
        <Face side="rear" x={SCALE_PX + FACE_PX + 12} rackUnits={rackUnits} devices={devices} />
      </svg>
      <Button variant="default" fullWidth leftSection={<IconServer size={14} aria-hidden />} onClick={() => showElevation(planner)}>
        Open the elevation
      </Button>
    </div>
  );
}

function unitTop(rackUnits: number, unit: number): number {
  return CAPTION_PX + FRAME_PX + (rackUnits - unit) * U_PX;
}

function Face({
  side,
  x,
  rackUnits,
  devices,
}: {
  readonly side: Side;
  readonly x: number;
  readonly rackUnits: number;
  readonly devices: readonly Mounted[];
}) {
  const { session } = usePlanner();
  return (
    <g>
      <text x={x + FACE_PX / 2} y={12} className={styles.caption} textAnchor="middle">
        {side === 'front' ? 'Front' : 'Rear'}
      </text>
      <rect x={x + 0.5} y={CAPTION_PX + 0.5} width={FACE_PX - 1} height={rackUnits * U_PX + 2 * FRAME_PX - 1} className={styles.frame} />
      {devices.map((one) => {
        const { device, type } = one;
        const { heightU } = type;
        const { left, width } = acrossPx(one, side);
        const y = unitTop(rackUnits, device.positionU + heightU - 1);
        const faces = device.face === side;
        const high = heightU * U_PX;
        return (
          <g
            key={device.id}
            className={styles.device}
            data-role={device.role}
            data-faces={faces}
            onClick={() => session.select([{ kind: 'device', id: device.id }])}
          >
            <title>{`${device.name}, ${placeText(device, type)}`}</title>
            <rect x={x + left + 0.5} y={y + 0.5} width={width - 1} height={high - 1} rx={1} />
            {faces && high >= 16 && !hasHand(type) ? (
              <text x={x + FACE_PX / 2} y={y + high / 2 + 4} textAnchor="middle" className={styles.name}>
                {device.name.length > 13 ? `…${device.name.slice(-12)}` : device.name}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

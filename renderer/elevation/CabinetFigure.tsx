/** One cabinet of the elevation: its sides, the numbers of its units, the names of its devices. */
import { unitsUsed } from '../../shared/checks/mountProblem.ts';
import { RAILS_MM } from '../../shared/plan/mountPlace.ts';
import { RACK_UNIT_MM } from '../../shared/plan/units.ts';
import { useElevation, usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { isSelected, selectedIds } from '../state/sessionStore.ts';
import { numberText } from '../../shared/quantities.ts';
import { DeviceFace } from './DeviceFace.tsx';
import { deviceBox, devicesSeen, faceSeen, unitTopY, type CabinetFrame, type ElevationLayout, type FaceFrame } from './elevationLayout.ts';
import { freeRuns } from './freeRuns.ts';
import { ManagerFills } from './ManagerFills.tsx';
import { namesOf, placeText } from './deviceNames.ts';
import styles from './ElevationDrawing.module.css';

/** Numbers of units stand no closer than this. */
const UNIT_TEXT_PX = 12;

const NO_PORTS: ReadonlySet<number> = new Set();

interface CabinetProps {
  readonly layout: ElevationLayout;
  readonly frame: CabinetFrame;
}

export function CabinetFigure({ layout, frame }: CabinetProps) {
  const { cabinet, model, faces, devices } = frame;
  const isChosen = useSession(({ selection }) => isSelected(selection, { kind: 'cabinet', id: cabinet.id }));
  const usedU = unitsUsed(devices);
  const isBare = layout.columns.units === 0;
  return (
    <g>
      <text x={frame.x} y={20} className={styles.heading} data-selected={isChosen}>
        {cabinet.name}
      </text>
      <text x={frame.x} y={37} className={styles.caption}>
        {isBare ? '' : `${model.name} · `}
        {numberText(usedU)} of {numberText(model.rackUnits)} U{isBare ? '' : ' used'}
      </text>
      {faces.map((face) => (
        <Side key={face.side} layout={layout} frame={frame} face={face} isChosen={isChosen} />
      ))}
      {isBare ? null : <Units layout={layout} frame={frame} />}
      <Names layout={layout} frame={frame} />
    </g>
  );
}

function Side({ layout, frame, face, isChosen }: CabinetProps & { readonly face: FaceFrame; readonly isChosen: boolean }) {
  const { model, topY } = frame;
  const { pxPerMm, floorY } = layout;
  const width = model.widthMm * pxPerMm;
  const railsX = face.x + (width - RAILS_MM * pxPerMm) / 2;
  const top = unitTopY(layout, frame, model.rackUnits);
  const unitPx = RACK_UNIT_MM * pxPerMm;
  const lines = Array.from({ length: model.rackUnits - 1 }, (_, i) => `M${railsX} ${top + (i + 1) * unitPx}h${RAILS_MM * pxPerMm}`).join(
    '',
  );
  return (
    <g aria-hidden>
      <text x={face.x + width / 2} y={54} textAnchor="middle" className={styles.caption}>
        {face.side === 'front' ? 'Front' : 'Rear'}
      </text>
      <rect x={face.x} y={topY} width={width} height={floorY - topY} rx={2} className={styles.cabinet} data-selected={isChosen} />
      <rect x={railsX} y={top} width={RAILS_MM * pxPerMm} height={unitPx * model.rackUnits} className={styles.rails} />
      <path d={lines} className={styles.unitLines} />
      {layout.columns.units === 0 ? null : <ManagerFills layout={layout} frame={frame} face={face} />}
      <FreeUnits layout={layout} frame={frame} face={face} />
      <Devices layout={layout} frame={frame} face={face} />
    </g>
  );
}

/** While a device is in the hand: where it could go. */
function FreeUnits({ layout, frame, face }: CabinetProps & { readonly face: FaceFrame }) {
  const moving = useSession(({ preview }) => preview?.moving ?? null);
  const { pxPerMm } = layout;
  if (moving === null || moving.size === 0) return null;
  const hand = layout.cabinets.flatMap(({ devices }) => devices.filter(({ device }) => moving.has(device.id)));
  const runs = freeRuns(frame, face.side, hand, moving);
  return (
    <>
      {runs.map(({ fromU, toU }) => (
        <rect
          key={fromU}
          x={face.x + 2}
          y={unitTopY(layout, frame, toU)}
          width={frame.model.widthMm * pxPerMm - 4}
          height={(toU - fromU + 1) * RACK_UNIT_MM * pxPerMm}
          className={styles.free}
        />
      ))}
    </>
  );
}

function Devices({ layout, frame, face }: CabinetProps & { readonly face: FaceFrame }) {
  const ports = useElevation((state) => state.ports);
  const marked = useElevation((state) => state.marked);
  const selection = useSession((state) => state.selection);
  const moving = useSession(({ preview }) => preview?.moving ?? null);
  const problem = useSession(({ preview }) => preview?.problem ?? null);
  const selected = new Set(selectedIds(selection, 'device'));
  const [cable = null] = selectedIds(selection, 'cable');
  const seen = devicesSeen(frame, face.side);
  // What is in the hand lies over the rest.
  const ordered = [
    ...seen.filter(({ device }) => moving?.has(device.id) !== true),
    ...seen.filter(({ device }) => moving?.has(device.id) === true),
  ];
  return (
    <>
      {ordered.map((one) => {
        const box = deviceBox(layout, frame, face, one);
        const isMoving = moving?.has(one.device.id) === true;
        return (
          <DeviceFace
            key={one.device.id}
            type={one.type}
            name={one.device.name}
            role={one.device.role}
            face={faceSeen(one.device, face.side)}
            x={box.x}
            y={box.y}
            width={box.width}
            height={box.height}
            pxPerMm={layout.pxPerMm}
            told={ports.get(one.device.id)}
            marked={marked.length === 0 ? NO_PORTS : new Set(marked.flatMap(({ device, port }) => (device === one.device.id ? port : [])))}
            cable={cable}
            state={isMoving ? (problem === null ? 'moving' : 'refused') : selected.has(one.device.id) ? 'selected' : 'plain'}
          />
        );
      })}
    </>
  );
}

function Units({ layout, frame }: CabinetProps) {
  const unitPx = RACK_UNIT_MM * layout.pxPerMm;
  const every = unitPx >= UNIT_TEXT_PX ? 1 : unitPx * 5 >= UNIT_TEXT_PX ? 5 : 10;
  const units = Array.from({ length: frame.model.rackUnits }, (_, i) => i + 1).filter((unit) => unit === 1 || unit % every === 0);
  return (
    <g aria-hidden>
      {units.map((unit) => (
        <text
          key={unit}
          x={frame.namesX + layout.columns.units - 6}
          y={unitTopY(layout, frame, unit) + unitPx / 2 + 4}
          textAnchor="end"
          className={styles.unit}
        >
          {unit}
        </text>
      ))}
    </g>
  );
}

/** Names beside the sides, where no port lies under them. They are what the keyboard and screen readers meet. */
function Names({ layout, frame }: CabinetProps) {
  const { elevation } = usePlanner();
  const selection = useSession((state) => state.selection);
  const plan = usePlan((state) => state.plan);
  return (
    <>
      {namesOf(layout, frame).map(({ device, type, x, width, y, height, text }) => {
        const isChosen = isSelected(selection, { kind: 'device', id: device.id });
        return (
          <g
            key={device.id}
            role="button"
            tabIndex={0}
            className={styles.name}
            data-device={device.id}
            aria-pressed={isChosen}
            aria-label={`${device.name}, ${type.name}, ${frame.cabinet.name} ${placeText(device, type)}`}
            onFocus={() => {
              if (plan.devices.has(device.id)) elevation.focusDevice(device.id);
            }}
          >
            <rect x={x} y={y} width={width} height={height} rx={2} />
            {text === null ? null : (
              <text x={x + 4} y={y + height / 2 + 4}>
                {text}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** A hall by number: height, floor, tiles, power, its place in the campus, and its walls corner by corner. */
import { Button } from '@mantine/core';
import { setHall, setHallOutline } from '../../shared/commands/halls.ts';
import { tileName } from '../../shared/geometry/tileNames.ts';
import { doubledArea } from '../../shared/plan/outlineArea.ts';
import type { Hall } from '../../shared/plan/types.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { thingsOf } from '../state/sessionStore.ts';
import { Figure, Figures } from '../ui/Figures.tsx';
import { LengthField } from '../ui/LengthField.tsx';
import { MeasureField } from '../ui/MeasureField.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { parseAngle } from '../ui/parseLength.ts';
import { numberText } from '../../shared/quantities.ts';
import { distanceText, floorAreaText } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { DeliveryPaths } from './DeliveryPaths.tsx';
import { runnerOf } from './edits.ts';
import { OutlineTable } from './OutlineTable.tsx';
import { PanelHeading } from './PanelHeading.tsx';
import { useShownPlan } from './useShownPlan.ts';
import styles from './Inspector.module.css';

const floorKinds = [
  { value: 'slab', label: 'Slab' },
  { value: 'raised', label: 'Raised' },
] as const;

const tileNamings = [
  { value: 'letters-across', label: 'From west to east' },
  { value: 'letters-down', label: 'From north to south' },
] as const;

const tileDigits = [
  { value: '1', label: '1, 2, 3' },
  { value: '2', label: '01, 02, 03' },
  { value: '3', label: '001, 002, 003' },
] as const;

export function HallInspector({ id }: { readonly id: string }) {
  const planner = usePlanner();
  const hall = useShownPlan().halls.get(id);
  const isLocked = useSession((state) => state.locks.building);
  const units = useSession((state) => state.units);
  if (hall === undefined) return null;
  const run = runnerOf(planner, thingsOf('hall', [id]));
  const perimeter = hall.outline.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = hall.outline[(i + 1) % hall.outline.length]!;
    return sum + Math.hypot(nextX - x, nextY - y);
  }, 0);
  return (
    <>
      <PanelHeading title={hall.name} subtitle="Hall" />
      <div className={styles.fields}>
        <TextField label="Name" value={hall.name} onCommit={(name) => run(setHall, { id, set: { name } })} />
        <LengthField
          label="Clear height"
          value={hall.clearHeightMm}
          onCommit={(clearHeightMm) => run(setHall, { id, set: { clearHeightMm } })}
        />
        <MeasureField
          label="Power budget"
          value={hall.powerBudgetW}
          measure="power"
          onCommit={(powerBudgetW) => run(setHall, { id, set: { powerBudgetW } })}
        />
      </div>
      <Figures>
        <Figure name="Area" value={floorAreaText(doubledArea(hall.outline) / 2, units)} />
        <Figure name="Walls" value={distanceText(perimeter, units)} />
      </Figures>
      <FloorFields hall={hall} />
      <TileFields hall={hall} />
      <DeliveryPaths hall={hall} />
      <Section title="Walls" aside={`${numberText(hall.outline.length)} corners`}>
        {isLocked ? (
          <p className={styles.note}>
            Locked in the drawing.{' '}
            <Button size="compact-xs" variant="default" onClick={() => planner.session.setLock('building', false)}>
              Unlock to drag walls
            </Button>
          </p>
        ) : (
          <p className={styles.note}>
            Drag a corner or the handle of a wall. Alt+drag on a wall puts a corner there, Alt+click on a corner takes it out.
          </p>
        )}
        <OutlineTable outline={hall.outline} onChange={(outline) => run(setHallOutline, { id, outline })} />
      </Section>
      <FrameFields hall={hall} />
    </>
  );
}

function FloorFields({ hall: { id, floor } }: { readonly hall: Hall }) {
  const run = runnerOf(usePlanner(), thingsOf('hall', [id]));
  const set = (change: Partial<Hall['floor']>) => run(setHall, { id, set: { floor: { ...floor, ...change } } });
  const mass = (label: string, field: 'pointLoadG' | 'rollingLoadG') => (
    <MeasureField label={label} value={floor[field]} measure="mass" onCommit={(grams) => set({ [field]: grams })} />
  );
  return (
    <Section title="Floor">
      <div className={styles.fields}>
        <SelectField
          label="Kind"
          value={floor.kind}
          options={floorKinds}
          onChange={(value) => {
            const kind = floorKinds.find((one) => one.value === value)?.value;
            if (kind !== undefined) set({ kind });
          }}
        />
        {mass('Point load', 'pointLoadG')}
        {mass('Rolling load', 'rollingLoadG')}
        <MeasureField label="Area load" value={floor.areaLoadPa} measure="pressure" onCommit={(areaLoadPa) => set({ areaLoadPa })} />
      </div>
    </Section>
  );
}

function TileFields({ hall: { id, tile } }: { readonly hall: Hall }) {
  const { session, ...planner } = usePlanner();
  const run = runnerOf({ session, ...planner }, thingsOf('hall', [id]));
  const isAiming = useSession((state) => state.tool === 'tileOrigin');
  const field = (label: string, name: 'sizeMm' | 'originXMm' | 'originYMm') => (
    <LengthField label={label} value={tile[name]} onCommit={(mm) => run(setHall, { id, set: { tile: { ...tile, [name]: mm } } })} />
  );
  return (
    <Section title="Tiles">
      <div className={styles.fields}>
        {field('Size', 'sizeMm')}
        {field('Origin x', 'originXMm')}
        {field('Origin y', 'originYMm')}
        <SelectField
          label="Letters"
          value={tile.naming ?? 'letters-across'}
          options={tileNamings}
          onChange={(value) => {
            const naming = tileNamings.find((one) => one.value === value)?.value;
            if (naming !== undefined) run(setHall, { id, set: { tile: { ...tile, naming } } });
          }}
        />
        <SelectField
          label="Numbers"
          value={String(tile.digits ?? 2)}
          options={tileDigits}
          onChange={(digits) => void run(setHall, { id, set: { tile: { ...tile, digits: Number(digits) } } })}
        />
      </div>
      <p className={styles.note}>
        Tile {tileName(tile, tile.originXMm, tile.originYMm)} begins at the origin.{' '}
        <Button
          size="compact-xs"
          variant={isAiming ? 'filled' : 'default'}
          aria-pressed={isAiming}
          onClick={() => session.setTool(isAiming ? 'select' : 'tileOrigin')}
        >
          Set it by a click
        </Button>
      </p>
    </Section>
  );
}

function FrameFields({ hall: { id, frame } }: { readonly hall: Hall }) {
  const run = runnerOf(usePlanner(), thingsOf('hall', [id]));
  const set = (change: Partial<Hall['frame']>) => run(setHall, { id, set: { frame: { ...frame, ...change } } });
  return (
    <Section title="Place in the campus" startsOpen={false}>
      <div className={styles.fields}>
        <LengthField label="x" value={frame.xMm} onCommit={(xMm) => set({ xMm })} />
        <LengthField label="y" value={frame.yMm} onCommit={(yMm) => set({ yMm })} />
        <LengthField label="Floor level" value={frame.zMm} onCommit={(zMm) => set({ zMm })} />
        <NumberField
          label="Turned"
          value={frame.rotationDeg}
          unit="°"
          step={1}
          format={(degrees) => String(degrees)}
          parse={parseAngle}
          onCommit={({ kind, value }) => set({ rotationDeg: wrapped(kind === 'absolute' ? value : frame.rotationDeg + value) })}
        />
      </div>
    </Section>
  );
}

function wrapped(degrees: number): number {
  return ((degrees % 360) + 360) % 360;
}

/** Doors, one or many: wall and offset, clear size, leaves, swing, and whether crates come in through them. */
import { setDoors } from '../../shared/commands/doors.ts';
import { wallsOf, wallOf } from '../../shared/geometry/walls.ts';
import type { Door } from '../../shared/plan/types.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { thingsOf } from '../state/sessionStore.ts';
import { Figure, Figures } from '../ui/Figures.tsx';
import { LengthField } from '../ui/LengthField.tsx';
import { sizeText } from '../../shared/quantities.ts';
import { countText } from '../ui/quantities.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { common } from './common.ts';
import { DoorFields } from './doorFields.tsx';
import { runnerOf } from './edits.ts';
import { PanelHeading } from './PanelHeading.tsx';
import { useShownPlan } from './useShownPlan.ts';
import styles from './Inspector.module.css';

export function DoorInspector({ ids }: { readonly ids: readonly string[] }) {
  const plan = useShownPlan();
  const run = runnerOf(usePlanner(), thingsOf('door', ids));
  const doors = ids.flatMap((id) => plan.doors.get(id) ?? []);
  const [only] = doors;
  if (only === undefined) return null;
  const delivery = common(doors, (door) => String(door.delivery));
  return (
    <>
      <PanelHeading
        title={doors.length === 1 ? only.name : countText(doors.length, 'door')}
        subtitle={delivery === 'true' ? 'Door for deliveries' : 'Door'}
      />
      <div className={styles.fields}>
        {doors.length === 1 ? <PlaceFields door={only} /> : null}
        <DoorFields
          value={{
            clearWidthMm: common(doors, (door) => door.clearWidthMm),
            clearHeightMm: common(doors, (door) => door.clearHeightMm),
            leaves: common(doors, (door) => door.leaves),
            swing: common(doors, (door) => door.swing),
            delivery: delivery === 'mixed' ? 'mixed' : delivery === 'true',
          }}
          onChange={(set) => run(setDoors, { ids, set })}
        />
      </div>
      {doors.length === 1 ? <BesideDoor door={only} /> : null}
    </>
  );
}

function PlaceFields({ door }: { readonly door: Door }) {
  const planner = usePlanner();
  const units = useSession((state) => state.units);
  const hall = useShownPlan().halls.get(door.hall);
  const ids = [door.id];
  const run = runnerOf(planner, thingsOf('door', ids));
  const walls = wallsOf(hall?.outline ?? []).map(({ edge, lengthMm }) => ({
    value: String(edge),
    label: `${edge + 1}, ${sizeText(Math.round(lengthMm), units)}`,
  }));
  return (
    <>
      <TextField label="Name" value={door.name} onCommit={(name) => run(setDoors, { ids, set: { name } })} />
      <SelectField
        label="Wall"
        value={String(door.edge)}
        options={walls}
        onChange={(edge) => run(setDoors, { ids, set: { edge: Number(edge) } })}
      />
      <LengthField label="Offset" value={door.offsetMm} onCommit={(offsetMm) => run(setDoors, { ids, set: { offsetMm } })} />
    </>
  );
}

/** What is left of the wall after the door. */
function BesideDoor({ door }: { readonly door: Door }) {
  const units = useSession((state) => state.units);
  const outline = useShownPlan().halls.get(door.hall)?.outline;
  const wall = outline === undefined ? null : wallOf(outline, door.edge);
  if (wall === null) return null;
  return (
    <Figures>
      <Figure name="Wall before it" value={sizeText(door.offsetMm, units)} />
      <Figure name="Wall after it" value={sizeText(Math.round(wall.lengthMm - door.offsetMm - door.clearWidthMm), units)} />
    </Figures>
  );
}

/** A hall's ways in for crates: name, clear size and corners by number; more are drawn. */
import { Button } from '@mantine/core';
import { removeDeliveryPath, setDeliveryPath } from '../../shared/commands/deliveryPaths.ts';
import type { DeliveryPath } from '../../shared/plan/deliveryPaths.ts';
import type { Hall } from '../../shared/plan/types.ts';
import { lengthText } from '../../shared/quantities.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { thingsOf } from '../state/sessionStore.ts';
import { LengthField } from '../ui/LengthField.tsx';
import { OptionalLengthField } from '../ui/OptionalLengthField.tsx';
import { Section } from '../ui/Section.tsx';
import { TextField } from '../ui/TextField.tsx';
import { DeliveryCorners } from './DeliveryCorners.tsx';
import { runnerOf } from './edits.ts';
import styles from './Inspector.module.css';

export function DeliveryPaths({ hall }: { readonly hall: Hall }) {
  const { session } = usePlanner();
  const isDrawing = useSession((state) => state.tool === 'deliveryPath');
  const paths = hall.deliveryPaths ?? [];
  return (
    <Section title="Delivery paths" aside={paths.length === 0 ? 'none' : String(paths.length)}>
      {paths.map((path, place) => (
        <PathFields key={place} hall={hall.id} path={path} place={place} />
      ))}
      <p className={styles.note}>
        {paths.length === 0 ? 'From the dock to where cabinets are unpacked; crates, doors and corners are checked along it. ' : ''}
        <Button
          size="compact-xs"
          variant={isDrawing ? 'filled' : 'default'}
          aria-pressed={isDrawing}
          onClick={() => session.setTool(isDrawing ? 'select' : 'deliveryPath')}
        >
          Draw a delivery path
        </Button>
      </p>
    </Section>
  );
}

interface PathFieldsProps {
  readonly hall: string;
  readonly path: DeliveryPath;
  readonly place: number;
}

function PathFields({ hall, path, place }: PathFieldsProps) {
  const planner = usePlanner();
  const units = useSession((state) => state.units);
  const run = runnerOf(planner, thingsOf('hall', [hall]));
  const set = (change: Partial<DeliveryPath>) => run(setDeliveryPath, { hall, place, set: change });
  const lengthMm = path.points.slice(1).reduce((sum, [x, y], i) => {
    const [fromX, fromY] = path.points[i]!;
    return sum + Math.hypot(x - fromX, y - fromY);
  }, 0);
  return (
    <>
      <div className={styles.fields}>
        <TextField label={`Path ${place + 1}`} value={path.name} onCommit={(name) => set({ name })} />
        <LengthField label="Way width" value={path.clearWidthMm} onCommit={(clearWidthMm) => set({ clearWidthMm })} />
        <OptionalLengthField label="Way height" value={path.clearHeightMm} onCommit={(clearHeightMm) => set({ clearHeightMm })} />
      </div>
      <DeliveryCorners path={path.name} points={path.points} onChange={(points) => set({ points })} />
      <p className={styles.note}>
        {lengthText(lengthMm, units)} with {path.points.length - 2} corners.{' '}
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`Delete ${path.name}`}
          onClick={() => run(removeDeliveryPath, { hall, place })}
        >
          Delete
        </Button>
      </p>
    </>
  );
}

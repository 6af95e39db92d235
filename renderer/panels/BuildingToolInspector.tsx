/** What the hall, door and obstacle tools draw next, set while they are in the hand. */
import { usePlanner, useSession } from '../state/plannerContext.ts';
import type { OutlineShape } from '../state/toolSettings.ts';
import { CheckField } from '../ui/CheckField.tsx';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { sizeText } from '../../shared/quantities.ts';
import { DoorFields } from './doorFields.tsx';
import { obstacleKind, obstacleKinds } from './obstacleKinds.ts';
import styles from './Inspector.module.css';

const shapes: readonly { readonly value: OutlineShape; readonly label: string }[] = [
  { value: 'polygon', label: 'Corners' },
  { value: 'rectangle', label: 'Rectangle' },
];

function ShapeField({ value, onChange }: { readonly value: OutlineShape; readonly onChange: (shape: OutlineShape) => void }) {
  return (
    <SelectField
      label="Shape"
      value={value}
      options={shapes}
      onChange={(text) => onChange(text === 'rectangle' ? 'rectangle' : 'polygon')}
    />
  );
}

function OrthoField() {
  const { session } = usePlanner();
  const ortho = useSession((state) => state.ortho);
  return <CheckField label="One axis (F8)" checked={ortho} onChange={(on) => session.setState({ ortho: on })} />;
}

export function HallToolInspector() {
  const { session } = usePlanner();
  const shape = useSession((state) => state.hallShape);
  return (
    <Section title="New hall">
      <div className={styles.fields}>
        <ShapeField value={shape} onChange={(hallShape) => session.setState({ hallShape })} />
        <OrthoField />
      </div>
      <p className={styles.note}>
        Click the corners of the inner walls, or drag a rectangle. Type a length and press Enter for an exact wall, or 12000 x 8000 after
        the first corner for an exact hall. Enter or a click on the first corner closes it, Backspace takes a corner back.
      </p>
    </Section>
  );
}

export function ObstacleToolInspector() {
  const { session } = usePlanner();
  const obstacle = useSession((state) => state.obstacle);
  return (
    <Section title="New obstacle">
      <div className={styles.fields}>
        <SelectField
          label="Kind"
          value={obstacle.kind}
          options={obstacleKinds}
          onChange={(value) => {
            const kind = obstacleKind(value);
            if (kind !== null) session.setState({ obstacle: { ...obstacle, kind } });
          }}
        />
        <ShapeField value={obstacle.shape} onChange={(shape) => session.setState({ obstacle: { ...obstacle, shape } })} />
        <OrthoField />
      </div>
      <p className={styles.note}>
        Drag from corner to corner, or click one and type 400 x 400. Corners of walls and of other obstacles pull; hold Ctrl to be free of
        them.
      </p>
    </Section>
  );
}

export function DoorToolInspector() {
  const { session } = usePlanner();
  const units = useSession((state) => state.units);
  const door = useSession((state) => state.door);
  return (
    <Section title="New door">
      <div className={styles.fields}>
        <DoorFields
          value={door}
          onChange={(change) => {
            const next = { ...door, ...change };
            for (const size of [next.clearWidthMm, next.clearHeightMm])
              if (size <= 0) return `${sizeText(size, units)} is not a size; write a length above zero`;
            session.setState({ door: next });
            return null;
          }}
        />
      </div>
      <p className={styles.note}>
        Click a wall to put it there; drag a door to move it. Type a length to set it off from the wall’s first corner; Page Down goes to
        the next wall.
      </p>
    </Section>
  );
}

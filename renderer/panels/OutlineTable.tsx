/** An outline corner by corner: places, and the length of the wall from each corner to the next. */
import { ActionIcon } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { insertedCorner, movedCorner, withoutCorner, withWallLength } from '../../shared/geometry/outlineEdits.ts';
import { wallOf } from '../../shared/geometry/walls.ts';
import { must } from '../../shared/assert.ts';
import type { PointMm } from '../../shared/plan/types.ts';
import { useSession } from '../state/plannerContext.ts';
import { LengthCell } from '../ui/LengthField.tsx';
import { sizeUnit } from '../ui/quantities.ts';
import styles from './OutlineTable.module.css';

interface OutlineTableProps {
  readonly outline: readonly PointMm[];
  /** Returns why it was refused, or null. */
  readonly onChange: (outline: readonly PointMm[]) => string | null;
}

const FEWEST_CORNERS = 3;

export function OutlineTable({ outline, onChange }: OutlineTableProps) {
  const unit = sizeUnit(useSession((state) => state.units));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <span className={styles.unseen}>Corner</span>
          </th>
          <th scope="col">x ({unit})</th>
          <th scope="col">y ({unit})</th>
          <th scope="col">wall ({unit})</th>
          <th scope="col">
            <span className={styles.unseen}>Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {outline.map((_point, corner) => (
          // Corners have no names but their places in order.
          <CornerRow key={`${corner}/${outline.length}`} corner={corner} outline={outline} onChange={onChange} />
        ))}
      </tbody>
    </table>
  );
}

function CornerRow({ corner, outline, onChange }: OutlineTableProps & { readonly corner: number }) {
  const [xMm, yMm] = must(outline[corner], 'corner');
  const wall = must(wallOf(outline, corner), 'wall');
  const name = `corner ${corner + 1}`;
  const middle: PointMm = [(wall.from.xMm + wall.to.xMm) / 2, (wall.from.yMm + wall.to.yMm) / 2];
  return (
    <tr>
      <th scope="row">{corner + 1}</th>
      <td>
        <LengthCell label={`x of ${name}`} value={xMm} onCommit={(mm) => onChange(movedCorner(outline, corner, [mm, yMm]))} />
      </td>
      <td>
        <LengthCell label={`y of ${name}`} value={yMm} onCommit={(mm) => onChange(movedCorner(outline, corner, [xMm, mm]))} />
      </td>
      <td>
        <LengthCell
          label={`Length of wall ${corner + 1}`}
          value={Math.round(wall.lengthMm)}
          onCommit={(mm) => (mm > 0 ? onChange(withWallLength(outline, corner, mm)) : 'a wall has a length above zero')}
        />
      </td>
      <td className={styles.buttons}>
        <ActionIcon
          size={22}
          variant="subtle"
          color="gray"
          aria-label={`Add a corner to wall ${corner + 1}`}
          title="Add a corner in the middle of this wall"
          onClick={() => onChange(insertedCorner(outline, corner, middle))}
        >
          <IconPlus size={13} aria-hidden />
        </ActionIcon>
        <ActionIcon
          size={22}
          variant="subtle"
          color="gray"
          aria-label={`Delete ${name}`}
          title={outline.length <= FEWEST_CORNERS ? 'An outline has three corners at least' : 'Delete this corner'}
          disabled={outline.length <= FEWEST_CORNERS}
          onClick={() => onChange(withoutCorner(outline, corner))}
        >
          <IconX size={13} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
}

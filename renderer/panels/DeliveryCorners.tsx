/** The corners of a delivery path by number, from the dock to where crates are unpacked. */
import { ActionIcon } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { PointMm } from '../../shared/plan/types.ts';
import { useSession } from '../state/plannerContext.ts';
import { LengthCell } from '../ui/LengthField.tsx';
import { sizeUnit } from '../ui/quantities.ts';
import styles from './OutlineTable.module.css';

interface DeliveryCornersProps {
  readonly path: string;
  readonly points: readonly PointMm[];
  /** Returns why it was refused, or null. */
  readonly onChange: (points: readonly PointMm[]) => string | null;
}

const FEWEST = 2;

export function DeliveryCorners({ path, points, onChange }: DeliveryCornersProps) {
  const unit = sizeUnit(useSession((state) => state.units));
  return (
    <table className={styles.table} aria-label={`Corners of ${path}`}>
      <thead>
        <tr>
          <th scope="col">
            <span className={styles.unseen}>Corner</span>
          </th>
          <th scope="col">x ({unit})</th>
          <th scope="col">y ({unit})</th>
          <th scope="col">
            <span className={styles.unseen}>Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map(([xMm, yMm], i) => {
          const name = `corner ${i + 1} of ${path}`;
          const next = points[i + 1];
          return (
            // Corners have no names but their places in order.
            <tr key={`${i}/${points.length}`}>
              <th scope="row">{i + 1}</th>
              <td>
                <LengthCell label={`x of ${name}`} value={xMm} onCommit={(mm) => onChange(points.with(i, [mm, yMm]))} />
              </td>
              <td>
                <LengthCell label={`y of ${name}`} value={yMm} onCommit={(mm) => onChange(points.with(i, [xMm, mm]))} />
              </td>
              <td className={styles.buttons}>
                {next === undefined ? null : (
                  <ActionIcon
                    size={22}
                    variant="subtle"
                    color="gray"
                    aria-label={`Add a corner after ${name}`}
                    title="Add a corner in the middle of this leg"
                    onClick={() => onChange(points.toSpliced(i + 1, 0, middleOf([xMm, yMm], next)))}
                  >
                    <IconPlus size={13} aria-hidden />
                  </ActionIcon>
                )}
                <ActionIcon
                  size={22}
                  variant="subtle"
                  color="gray"
                  aria-label={`Delete ${name}`}
                  title={points.length <= FEWEST ? 'A path has two ends' : 'Delete this corner'}
                  disabled={points.length <= FEWEST}
                  onClick={() => onChange(points.toSpliced(i, 1))}
                >
                  <IconX size={13} aria-hidden />
                </ActionIcon>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function middleOf([x1, y1]: PointMm, [x2, y2]: PointMm): PointMm {
  return [Math.round((x1 + x2) / 2), Math.round((y1 + y2) / 2)];
}

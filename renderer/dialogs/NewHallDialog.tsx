/** A hall by numbers: width and depth or its corners, clear height, floor, tiles. Shown to scale before it is made. */
import { randomBytes } from '../ui/randomBytes.ts';
import { useMemo, useState } from 'react';
import { Button, Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { doubledArea } from '../../shared/plan/outlineArea.ts';
import { newId } from '../../shared/plan/ids.ts';
import type { PointMm } from '../../shared/plan/types.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { hallOnScreen, makeHall } from '../tools/hallActions.ts';
import { floorAreaText, countText, sizeUnit } from '../ui/quantities.ts';
import { closeDialog, useDialogOpen } from './dialogStore.ts';
import { firstTyped, readHall, type TypedHall } from './newHallFields.ts';
import styles from './dialogs.module.css';
import own from './NewHallDialog.module.css';

export function NewHallDialog() {
  return (
    <Modal opened={useDialogOpen('hall')} onClose={closeDialog} title="New hall" size={560}>
      <NewHallForm />
    </Modal>
  );
}

function NewHallForm() {
  const planner = usePlanner();
  const units = useSession((state) => state.units);
  const plan = usePlan((state) => state.plan);
  const like = useMemo(() => hallOnScreen(planner), [planner]);
  const id = useMemo(() => newId('halls', plan, randomBytes), [plan]);
  const [typed, setTyped] = useState<TypedHall>(() => firstTyped(plan, like, units));
  const read = useMemo(() => readHall(plan, id, typed, like, units), [plan, id, typed, like, units]);
  const unit = sizeUnit(units);
  const field = (key: Exclude<keyof TypedHall, 'shape' | 'floor' | 'corners'>, label: string, autofocus = false) => (
    <TextInput
      label={label}
      value={typed[key]}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setTyped({ ...typed, [key]: event.currentTarget.value })}
      {...(autofocus ? { 'data-autofocus': true } : {})}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!read.ok) return;
        closeDialog();
        makeHall(planner, read.value);
      }}
    >
      <div className={own.columns}>
        <div className={styles.parameters}>
          <div className={styles.wide}>{field('name', 'Name')}</div>
          <SegmentedControl
            className={styles.wide}
            aria-label="Shape"
            value={typed.shape}
            data={[
              { value: 'size', label: 'Width × depth' },
              { value: 'corners', label: 'Corners' },
            ]}
            onChange={(shape) => setTyped({ ...typed, shape: shape === 'corners' ? 'corners' : 'size' })}
          />
          {typed.shape === 'size' ? (
            <>
              {field('width', `Width (${unit})`, true)}
              {field('depth', `Depth (${unit})`)}
            </>
          ) : (
            <Textarea
              className={styles.wide}
              label={`Corners, x and y (${unit}), one a line`}
              value={typed.corners}
              autosize
              minRows={4}
              maxRows={10}
              spellCheck={false}
              onChange={(event) => setTyped({ ...typed, corners: event.currentTarget.value })}
            />
          )}
          {field('clearHeight', `Clear height (${unit})`)}
          {field('tileSize', `Tile size (${unit})`)}
          {field('tileX', `Tile origin x (${unit})`)}
          {field('tileY', `Tile origin y (${unit})`)}
          <SegmentedControl
            className={styles.wide}
            aria-label="Floor"
            value={typed.floor}
            data={[
              { value: 'slab', label: 'Slab' },
              { value: 'raised', label: 'Raised floor' },
            ]}
            onChange={(floor) => setTyped({ ...typed, floor: floor === 'raised' ? 'raised' : 'slab' })}
          />
        </div>
        <div className={own.preview}>{read.ok ? <Outline outline={read.value.outline} /> : null}</div>
      </div>
      <p className={read.ok ? styles.remedy : styles.problem} role="status">
        {read.ok
          ? `${floorAreaText(doubledArea(read.value.outline) / 2, units)}, ${countText(read.value.outline.length, 'wall')}`
          : read.error}
      </p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit" disabled={!read.ok}>
          Make the hall
        </Button>
      </div>
    </form>
  );
}

/** The walls, to fit. */
function Outline({ outline }: { readonly outline: readonly PointMm[] }) {
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, depth] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const margin = Math.max(width, depth) * 0.02;
  return (
    <svg className={own.outline} viewBox={`${left - margin} ${top - margin} ${width + 2 * margin} ${depth + 2 * margin}`} aria-hidden>
      <polygon points={outline.map((point) => point.join(',')).join(' ')} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

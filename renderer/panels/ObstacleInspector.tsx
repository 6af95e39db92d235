/** Columns, keep-outs, equipment, ramps, what hangs, and load zones: kind, place and size by number, corners, and repeating one over a grid. */
import { Button } from '@mantine/core';
import { moveThings } from '../../shared/commands/move.ts';
import { setObstacles } from '../../shared/commands/obstacles.ts';
import { boxAround, type Box } from '../../shared/geometry/shapes.ts';
import { doubledArea } from '../../shared/plan/outlineArea.ts';
import type { Obstacle, PointMm } from '../../shared/plan/types.ts';
import { findAction } from '../actions/actionTable.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { thingsOf } from '../state/sessionStore.ts';
import { Figure, Figures } from '../ui/Figures.tsx';
import { LengthField } from '../ui/LengthField.tsx';
import { numberText } from '../../shared/quantities.ts';
import { floorAreaText, countText } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { common } from './common.ts';
import { ObstacleFigures } from './ObstacleFigures.tsx';
import { runnerOf } from './edits.ts';
import { obstacleKind, obstacleKinds } from './obstacleKinds.ts';
import { OutlineTable } from './OutlineTable.tsx';
import { PanelHeading } from './PanelHeading.tsx';
import { useShownPlan } from './useShownPlan.ts';
import styles from './Inspector.module.css';

export function ObstacleInspector({ ids }: { readonly ids: readonly string[] }) {
  const plan = useShownPlan();
  const run = runnerOf(usePlanner(), thingsOf('obstacle', ids));
  const obstacles = ids.flatMap((id) => plan.obstacles.get(id) ?? []);
  const [only] = obstacles;
  if (only === undefined) return null;
  const kind = common(obstacles, (obstacle) => obstacle.kind);
  const isOne = obstacles.length === 1;
  return (
    <>
      <PanelHeading
        title={isOne ? only.name : countText(obstacles.length, 'obstacle')}
        subtitle={kind === 'mixed' ? 'Several kinds' : obstacleKinds.find(({ value }) => value === kind)?.label}
      />
      <div className={styles.fields}>
        {isOne ? <TextField label="Name" value={only.name} onCommit={(name) => run(setObstacles, { ids, set: { name } })} /> : null}
        <SelectField
          label="Kind"
          value={kind === 'mixed' ? null : kind}
          options={obstacleKinds}
          placeholder="mixed"
          onChange={(value) => {
            const known = obstacleKind(value);
            if (known !== null) run(setObstacles, { ids, set: { kind: known } });
          }}
        />
        <PlaceFields obstacles={obstacles} />
      </div>
      <ObstacleFigures obstacles={obstacles} />
      {isOne ? <OneObstacle obstacle={only} /> : null}
    </>
  );
}

function boxOf({ outline }: Obstacle): Box {
  return boxAround(outline.map(([xMm, yMm]) => ({ xMm, yMm })));
}

function PlaceFields({ obstacles }: { readonly obstacles: readonly Obstacle[] }) {
  const ids = obstacles.map(({ id }) => id);
  const run = runnerOf(usePlanner(), thingsOf('obstacle', ids));
  const [first] = obstacles;
  const x = common(obstacles, (one) => boxOf(one).minXMm);
  const y = common(obstacles, (one) => boxOf(one).minYMm);
  return (
    <>
      <LengthField
        label="x"
        value={x}
        onCommit={(mm) => (x === 'mixed' ? DIFFERENT : run(moveThings, { obstacles: ids, dxMm: mm - x, dyMm: 0 }))}
      />
      <LengthField
        label="y"
        value={y}
        onCommit={(mm) => (y === 'mixed' ? DIFFERENT : run(moveThings, { obstacles: ids, dxMm: 0, dyMm: mm - y }))}
      />
      {obstacles.length === 1 && first !== undefined ? <SizeFields obstacle={first} /> : null}
    </>
  );
}

const DIFFERENT = 'these stand at different places; select one, or move them together';

function SizeFields({ obstacle }: { readonly obstacle: Obstacle }) {
  const run = runnerOf(usePlanner(), thingsOf('obstacle', [obstacle.id]));
  const box = boxOf(obstacle);
  const [width, depth] = [box.maxXMm - box.minXMm, box.maxYMm - box.minYMm];
  const set = (outline: readonly PointMm[]) => run(setObstacles, { ids: [obstacle.id], set: { outline } });
  const scaled = (from: number, at: number, to: number, was: number): number => Math.round(from + ((at - from) * to) / was);
  return (
    <>
      <LengthField
        label="Width"
        value={width}
        onCommit={(mm) => (mm > 0 ? set(obstacle.outline.map(([x, y]) => [scaled(box.minXMm, x, mm, width), y])) : NO_SIZE)}
      />
      <LengthField
        label="Depth"
        value={depth}
        onCommit={(mm) => (mm > 0 ? set(obstacle.outline.map(([x, y]) => [x, scaled(box.minYMm, y, mm, depth)])) : NO_SIZE)}
      />
    </>
  );
}

const NO_SIZE = 'a size is above zero; write a length such as 400';

function OneObstacle({ obstacle }: { readonly obstacle: Obstacle }) {
  const planner = usePlanner();
  const run = runnerOf(planner, thingsOf('obstacle', [obstacle.id]));
  const units = useSession((state) => state.units);
  const { id, outline } = obstacle;
  return (
    <>
      <Figures>
        <Figure name="Area" value={floorAreaText(doubledArea(outline) / 2, units)} />
      </Figures>
      <p className={styles.note}>
        <Button size="compact-xs" variant="default" onClick={() => findAction('arrange.array')?.run(planner)}>
          Repeat over a grid…
        </Button>
      </p>
      <Section title="Corners" aside={numberText(outline.length)} startsOpen={false}>
        <OutlineTable outline={outline} onChange={(next) => run(setObstacles, { ids: [id], set: { outline: next } })} />
      </Section>
    </>
  );
}

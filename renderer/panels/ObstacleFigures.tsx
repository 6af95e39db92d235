/** The figures that the kinds of obstacle have beside their place: heights of what hangs, slope of ramps, load of zones. */
import { setObstacles } from '../../shared/commands/obstacles.ts';
import { hangs, hasHeights } from '../../shared/plan/obstacleKinds.ts';
import type { Obstacle } from '../../shared/plan/types.ts';
import { fail, ok } from '../../shared/result.ts';
import { numberText } from '../../shared/quantities.ts';
import { usePlanner } from '../state/plannerContext.ts';
import { thingsOf } from '../state/sessionStore.ts';
import { MeasureField } from '../ui/MeasureField.tsx';
import { OptionalField } from '../ui/OptionalField.tsx';
import { OptionalLengthField } from '../ui/OptionalLengthField.tsx';
import { common } from './common.ts';
import { runnerOf } from './edits.ts';
import styles from './Inspector.module.css';

export function ObstacleFigures({ obstacles }: { readonly obstacles: readonly Obstacle[] }) {
  const ids = obstacles.map(({ id }) => id);
  const run = runnerOf(usePlanner(), thingsOf('obstacle', ids));
  const kind = common(obstacles, (obstacle) => obstacle.kind);
  if (kind === 'mixed' || (!hasHeights(kind) && kind !== 'ramp' && kind !== 'load-zone')) return null;
  const set = (change: Partial<Obstacle>) => run(setObstacles, { ids, set: change });
  const length = (label: string, field: 'undersideMm' | 'topMm' | 'freeBelowMm' | 'clearWidthMm', placeholder?: string) => {
    const value = common(obstacles, (one) => one[field] ?? null);
    return (
      <OptionalLengthField
        label={label}
        value={value}
        {...(placeholder === undefined ? {} : { placeholder })}
        onCommit={(mm) => set({ [field]: mm ?? undefined })}
      />
    );
  };
  const slope = common(obstacles, (one) => one.slopePct ?? null);
  const load = common(obstacles, (one) => one.areaLoadPa ?? null);
  return (
    <div className={styles.fields}>
      {hasHeights(kind) ? length('Underside', 'undersideMm', hangs(kind) ? undefined : 'on the floor') : null}
      {hasHeights(kind) ? length('Top', 'topMm', hangs(kind) ? 'at the ceiling' : undefined) : null}
      {hangs(kind) ? length('Kept free below', 'freeBelowMm', 'nothing') : null}
      {kind === 'ramp' ? (
        <OptionalField
          label="Slope"
          value={slope}
          format={(percent) => `${numberText(percent, 1)} %`}
          parse={parseSlope}
          onCommit={(slopePct) => set({ slopePct: slopePct ?? undefined })}
        />
      ) : null}
      {kind === 'ramp' ? length('Clear width', 'clearWidthMm') : null}
      {kind === 'load-zone' ? (
        <MeasureField
          label="Area load"
          value={load === 'mixed' ? null : load}
          measure="pressure"
          onCommit={(areaLoadPa) => set({ areaLoadPa: areaLoadPa ?? undefined })}
        />
      ) : null}
    </div>
  );
}

/** `8 %`, `8.3`, `1:12`. */
function parseSlope(text: string) {
  const share = /^(\d+(?:[.,]\d+)?)\s*(?::|in)\s*(\d+(?:[.,]\d+)?)$/.exec(text);
  const percent = /^(\d+(?:[.,]\d+)?)\s*%?$/.exec(text);
  const read = (digits = ''): number => Number(digits.replace(',', '.'));
  const value = share === null ? (percent === null ? NaN : read(percent[1])) : (100 * read(share[1])) / read(share[2]);
  if (Number.isFinite(value) && value <= 100) return ok(Math.round(value * 100) / 100);
  return fail({ code: 'input.not-a-slope', message: `"${text}" is not a slope`, remedy: 'write 8 % or 1:12' });
}

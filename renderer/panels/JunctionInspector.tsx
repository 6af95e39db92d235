/** A junction of pathways: its place by number, what meets there, and taking it out of a straight run. */
import { segmentsAt } from '../../shared/commands/junctions.ts';
import { levelsAt } from '../../shared/commands/risers.ts';
import { layRiser } from '../tools/riserActions.ts';
import type { Junction } from '../../shared/plan/types.ts';
import { findAction } from '../actions/actionTable.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { parseLength } from '../ui/parseLength.ts';
import { sizeText, sizeValueText } from '../../shared/quantities.ts';
import { countText, sizeUnit } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { common } from './common.ts';
import { useEdits } from './edits.ts';
import { PanelHeading } from './PanelHeading.tsx';
import { useShownPlan } from './useShownPlan.ts';
import styles from './Inspector.module.css';

export function JunctionInspector({ ids }: { readonly ids: readonly string[] }) {
  const planner = usePlanner();
  const { session } = planner;
  const plan = useShownPlan();
  const units = useSession((state) => state.units);
  const edits = useEdits();
  const junctions = ids.flatMap((id) => plan.junctions.get(id) ?? []);
  const [only] = junctions;
  if (only === undefined) return null;
  const met = junctions.length === 1 ? segmentsAt(plan, only.id) : [];
  const levels = junctions.length === 1 ? levelsAt(plan, only.id) : [];
  const gaps = levels.slice(1).map((highMm, i) => [levels[i]!, highMm] as const);
  const straighten = findAction('edit.straighten');
  const join = findAction('edit.join');
  const place = (label: string, axis: keyof Junction & ('xMm' | 'yMm')) => (
    <NumberField
      label={label}
      value={common(junctions, (junction) => junction[axis])}
      unit={sizeUnit(units)}
      format={(value) => sizeValueText(value, units)}
      parse={(text) => parseLength(text, units)}
      step={10}
      onCommit={(typed) => edits.setJunctionPlace(ids, axis, typed)}
    />
  );
  return (
    <>
      <PanelHeading
        title={junctions.length === 1 ? 'Junction' : countText(junctions.length, 'junction')}
        subtitle={junctions.length === 1 ? `${countText(met.length, 'tray')} meet here` : 'Drag one onto another to merge them.'}
      />
      <div className={styles.fields}>
        {place('x', 'xMm')}
        {place('y', 'yMm')}
      </div>
      {met.length === 0 ? null : (
        <Section title="Trays" aside={String(met.length)}>
          <ul className={styles.list}>
            {met.map((segment) => (
              <li key={segment.id}>
                <button type="button" className={styles.item} onClick={() => session.select([{ kind: 'segment', id: segment.id }])}>
                  <span className={styles.itemName}>{segment.name}</span>
                  <span className={styles.itemAside}>{sizeText(segment.elevationMm, units)} above the floor</span>
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ul className={styles.list}>
        {gaps.map(([lowMm, highMm]) => (
          <li key={lowMm}>
            <button type="button" className={styles.item} onClick={() => layRiser(planner, only.id, lowMm, highMm)}>
              <span className={styles.itemName}>Lay a riser</span>
              <span className={styles.itemAside}>
                {sizeText(lowMm, units)} to {sizeText(highMm, units)}
              </span>
            </button>
          </li>
        ))}
        {junctions.length !== 2 ? null : (
          <li>
            <button type="button" className={styles.item} onClick={() => join?.run(planner)}>
              <span className={styles.itemName}>Merge</span>
              <span className={styles.itemAside}>the second into the first</span>
            </button>
          </li>
        )}
        <li>
          <button type="button" className={styles.item} onClick={() => straighten?.run(planner)}>
            <span className={styles.itemName}>Straighten</span>
            <span className={styles.itemAside}>one tray in place of two</span>
          </button>
        </li>
      </ul>
    </>
  );
}

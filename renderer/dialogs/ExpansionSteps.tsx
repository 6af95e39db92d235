/** The steps of an expansion in their order: what a crew does, where, how long, and how much of the fabric is up meanwhile. */
import type { ExpansionStep } from '../../shared/expansion/expansion.ts';
import { placesText } from '../../shared/expansion/stepTexts.ts';
import { usePlan } from '../state/plannerContext.ts';
import { STEP_TITLES, stepRow } from './expansionRows.ts';
import styles from './ExpandDialog.module.css';

const MOST_PLACES = 6;

export function ExpansionSteps({ steps }: { readonly steps: readonly ExpansionStep[] }) {
  const hasHalls = usePlan((state) => state.plan.halls.size > 1);
  return (
    <div className={styles.scroll} role="region" aria-label="Steps" tabIndex={0}>
      <table className={styles.steps}>
        <thead>
          <tr>
            {STEP_TITLES.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => {
            const [number, title, links, cables, up, hours, everywhere] = stepRow(step, hasHalls);
            return (
              <tr key={number} data-kind={step.kind}>
                <td>{number}</td>
                <th scope="row">{title}</th>
                <td>{links}</td>
                <td>{cables}</td>
                <td>{up}</td>
                <td>{hours}</td>
                <td title={everywhere}>{placesText(step.places, hasHalls, MOST_PLACES)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

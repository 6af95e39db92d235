/** The steps of an expansion in their order: what a crew does, where, how long, and how much of the fabric is up meanwhile. */
import type { ExpansionStep } from '../../shared/expansion/expansion.ts';
import { placesText, stepTitle } from '../../shared/expansion/stepTexts.ts';
import { numberText } from '../../shared/quantities.ts';
import { usePlan } from '../state/plannerContext.ts';
import { percentText } from '../ui/quantities.ts';
import styles from './ExpandDialog.module.css';

const MOST_PLACES = 6;

export function ExpansionSteps({ steps }: { readonly steps: readonly ExpansionStep[] }) {
  const hasHalls = usePlan((state) => state.plan.halls.size > 1);
  return (
    <div className={styles.scroll} role="region" aria-label="Steps" tabIndex={0}>
      <table className={styles.steps}>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">What is done</th>
            <th scope="col">Links</th>
            <th scope="col">Cables</th>
            <th scope="col">Up</th>
            <th scope="col">Hours</th>
            <th scope="col">Where</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.number} data-kind={step.kind}>
              <td>{step.number}</td>
              <th scope="row">{stepTitle(step)}</th>
              <td>{numberText(step.links.length)}</td>
              <td>{numberText(step.cables)}</td>
              <td>{percentText(step.upPct)}</td>
              <td>{step.hours === null ? '' : numberText(step.hours.likely, 1)}</td>
              <td title={placesText(step.places, hasHalls, step.places.length)}>{placesText(step.places, hasHalls, MOST_PLACES)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

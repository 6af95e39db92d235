/** What the marks of a comparison mean on the plan, and how many there are. */
import { useComparing, usePlan } from '../state/plannerContext.ts';
import { sideName } from './sideText.ts';
import { ChangeSign } from './ChangeSign.tsx';
import { kindCounts } from './changeRows.ts';
import type { ChangeKind } from '../../shared/diff/planDiff.ts';
import { numberText } from '../../shared/quantities.ts';
import { DrawingLegend, LegendLine } from '../ui/DrawingLegend.tsx';
import { countText } from '../ui/quantities.ts';

const MEANINGS: Readonly<Record<ChangeKind, string>> = {
  added: 'added',
  removed: 'removed',
  moved: 'moved, from dotted to dashed',
  changed: 'changed in place',
};

export function ChangeLegend() {
  const against = useComparing((state) => state.against);
  const from = useComparing((state) => state.from);
  const compared = useComparing((state) => state.compared);
  const plan = usePlan((state) => state.plan);
  if (against === null || compared === null || compared.changes.length === 0) return null;
  const counts = kindCounts(compared.changes);
  return (
    <DrawingLegend
      label="Marks of the comparison"
      title={`In ${sideName(plan, against)}${from.kind === 'own' ? '' : `, against ${sideName(plan, from)}`}`}
    >
      {(Object.keys(MEANINGS) as ChangeKind[])
        .filter((kind) => counts[kind] > 0)
        .map((kind) => (
          <LegendLine key={kind} sign={<ChangeSign kind={kind} />}>
            {numberText(counts[kind])} {MEANINGS[kind]}
          </LegendLine>
        ))}
      {compared.figures.reroutedCables === 0 ? null : (
        <LegendLine sign={<ChangeSign kind="moved" />}>{countText(compared.figures.reroutedCables, 'cable')} rerouted</LegendLine>
      )}
    </DrawingLegend>
  );
}

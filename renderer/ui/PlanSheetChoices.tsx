/** Whether floor plans on paper show the drawings that lie under the plan, and the open notes; nothing where there are none. */
import { Checkbox } from '@mantine/core';
import { usePlan } from '../state/plannerContext.ts';
import { sheetChoice, useSheetChoice } from '../state/sheetChoice.ts';

export function PlanSheetChoices({ className }: { readonly className?: string | undefined }) {
  const choice = useSheetChoice((state) => state);
  const hasDrawings = usePlan(({ plan }) => [...plan.underlays.values()].some(({ visible }) => visible));
  const hasNotes = usePlan(({ plan }) => [...plan.notes.values()].some(({ state }) => state === 'open'));
  return (
    <>
      {hasDrawings ? (
        <Checkbox
          className={className}
          size="xs"
          label="Drawings under the plan"
          checked={choice.drawings}
          onChange={(event) => sheetChoice.setState({ drawings: event.currentTarget.checked })}
        />
      ) : null}
      {hasNotes ? (
        <Checkbox
          className={className}
          size="xs"
          label="Open notes"
          checked={choice.notes}
          onChange={(event) => sheetChoice.setState({ notes: event.currentTarget.checked })}
        />
      ) : null}
    </>
  );
}

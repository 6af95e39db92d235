/** Whether floor plans on paper show the drawings that lie under the plan; nothing where none does. */
import { Checkbox } from '@mantine/core';
import { usePlan } from '../state/plannerContext.ts';
import { sheetChoice, useSheetChoice } from '../state/sheetChoice.ts';

export function DrawingsChoice({ className }: { readonly className?: string | undefined }) {
  const checked = useSheetChoice(({ drawings }) => drawings);
  const isShown = usePlan(({ plan }) => [...plan.underlays.values()].some(({ visible }) => visible));
  if (!isShown) return null;
  return (
    <Checkbox
      className={className}
      size="xs"
      label="Drawings under the plan"
      checked={checked}
      onChange={(event) => sheetChoice.setState({ drawings: event.currentTarget.checked })}
    />
  );
}

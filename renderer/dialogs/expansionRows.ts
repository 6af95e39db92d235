/** The steps of an expansion as rows of text: in the dialog, and where they are copied for the plan of work. */
import type { ExpansionStep } from '../../shared/expansion/expansion.ts';
import { placesText, stepTitle } from '../../shared/expansion/stepTexts.ts';
import { numberText } from '../../shared/quantities.ts';
import { percentText } from '../ui/quantities.ts';

export const STEP_TITLES = ['Step', 'What is done', 'Links', 'Cables', 'Fabric up', 'Hours', 'Where'] as const;

/** One step under those titles, with all places that it is done at. */
export function stepRow(step: ExpansionStep, hasHalls: boolean) {
  return [
    numberText(step.number),
    stepTitle(step),
    numberText(step.links.length),
    numberText(step.cables),
    percentText(step.upPct),
    step.hours === null ? '' : numberText(step.hours.likely, 1),
    placesText(step.places, hasHalls, step.places.length),
  ] as const;
}

/** Hours and crew days of two plans as rows, down to the formula of each task. */
import type { Figures, HourFigures, Pair, TaskWork } from '../../shared/diff/figures.ts';
import { numberText, type Units } from '../../shared/quantities.ts';
import { factorTexts, taskFormula } from '../drawer/taskFormula.ts';
import { countText, UNKNOWN } from '../ui/quantities.ts';
import { signedText, textRow, type FigureRow } from './figureRow.ts';

export function hourRows({ hours, tasks }: Figures, units: Units): FigureRow[] {
  return [
    hoursRow('hours', 'Hours', hours, ({ range }) => range.likely, [
      hoursRow('hours low', 'Low', hours, ({ range }) => range.low),
      hoursRow('hours high', 'High', hours, ({ range }) => range.high),
      ...tasks.map(({ task, name, hours: ofTask, work }) => ({
        ...textRow(
          `hours task ${task}`,
          name,
          { old: tenths(ofTask.old), new: tenths(ofTask.new) },
          shownDifference(ofTask.old, ofTask.new),
        ),
        derivation: { old: workTexts(work.old, units), new: workTexts(work.new, units) },
      })),
    ]),
    {
      ...hoursRow('days', 'Crew days', hours, ({ days }) => days),
      derivation: { old: daysTexts(hours.old), new: daysTexts(hours.new) },
    },
  ];
}

function hoursRow(
  id: string,
  name: string,
  { old, new: next }: Pair<HourFigures | null>,
  of: (hours: HourFigures) => number,
  parts: readonly FigureRow[] = [],
): FigureRow {
  const text = (hours: HourFigures | null): string =>
    hours === null ? UNKNOWN : `${hours.unknownCables > 0 ? 'at least ' : ''}${tenths(of(hours))}`;
  const isKnown = old !== null && next !== null && old.unknownCables + next.unknownCables === 0;
  return textRow(id, name, { old: text(old), new: text(next) }, isKnown ? shownDifference(of(old), of(next)) : UNKNOWN, parts);
}

/** The formula, what slows it, and where its minutes come from. */
function workTexts(work: TaskWork | null, units: Units): string[] {
  if (work === null) return ['The labor profile has no such task'];
  const { figures, rule, utilisation } = work;
  return [taskFormula(figures, rule, utilisation, units), ...factorTexts(figures, rule, units), figures.source];
}

/** `92.4 h ÷ (2 people × 8 h a day) = 5.8 days, under the profile Custom looms`. */
function daysTexts(hours: HourFigures | null): string[] {
  if (hours === null) return ['The plan has no labor profile'];
  const { range, days, crew, name } = hours;
  const people = countText(crew.people, 'person', 'people');
  const sum = `${tenths(range.likely)} h ÷ (${people} × ${numberText(crew.hoursPerDay, Number.isInteger(crew.hoursPerDay) ? 0 : 1)} h a day)`;
  return [`${sum} = ${tenths(days)} days, rounded up to a tenth; labor profile ${name}`];
}

function tenths(value: number): string {
  return numberText(value, 1);
}

/** Of the two as they are written, so that who takes one from the other gets what stands beside them. */
function shownDifference(old: number, next: number): string {
  return signedText(Number(next.toFixed(1)) - Number(old.toFixed(1)), tenths);
}

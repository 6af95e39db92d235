/** What differs between two runs of the rules. */
import { cableChange } from '../cabling/cableChange.ts';
import type { Survey } from '../survey/types.ts';
import type { CheckInput, EarlierRun, Finding, RunKey } from './types.ts';

const runOfFindings = new WeakMap<readonly Finding[], RunKey>();

/** Notes under which key the rules kept what they saw when they gave these findings. */
export function keepRun(findings: readonly Finding[], run: RunKey): void {
  runOfFindings.set(findings, run);
}

/** The run that gave these findings, with what differs now; null when nothing is known of it. */
export function earlierRun(input: CheckInput, before: CheckInput & { readonly findings: readonly Finding[] }): EarlierRun | null {
  const run = runOfFindings.get(before.findings);
  if (run === undefined) return null;
  return {
    run,
    input: before,
    cabinets: changedRows(input.survey, before.survey),
    cables: cableChange(input.cabling, before.cabling),
  };
}

function changedRows(survey: Survey, before: Survey): readonly number[] | null {
  if (survey.cabinetRow !== before.cabinetRow) return null;
  const rows: number[] = [];
  survey.cabinets.forEach((cabinet, row) => {
    const isSame =
      cabinet === before.cabinets[row] &&
      (survey.devices === before.devices || cabinet.devices.every((device) => survey.devices[device] === before.devices[device]));
    if (!isSame) rows.push(row);
  });
  return rows;
}

/** True when everything that a rule rests on is the very same object in both. */
export function haveSameGrounds(grounds: (input: CheckInput) => readonly unknown[], input: CheckInput, before: CheckInput): boolean {
  const old = grounds(before);
  return grounds(input).every((ground, position) => ground === old[position]);
}

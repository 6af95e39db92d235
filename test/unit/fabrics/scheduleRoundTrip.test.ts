/** What is exported as a cable schedule comes back as it was: into the same hall without links, the comparison of both plans is empty. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { compareFigures } from '../../../shared/diff/figures.ts';
import { diffPlans } from '../../../shared/diff/planDiff.ts';
import { underIdsOf } from '../../../shared/diff/underIds.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { cableSchedule } from '../../../shared/takeoff/schedule.ts';
import { templates } from '../../../shared/templates/templates.ts';
import { drawnFrom, judgeFile, scheduleFile, withoutLinks, type TripFormat } from '../../support/scheduleTrip.ts';

const catalog = loadCatalog();

function sample(name: string): Plan {
  const parsed = parsePlan(readFileSync(new URL(`../../../assets/samples/${name}.raceway`, import.meta.url)));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

function generated(name: string, settings: Readonly<Record<string, string>>): Plan {
  const made = templates.find((one) => one.name === name)?.generate(catalog, settings);
  if (made?.ok !== true) throw new Error(made?.error.message);
  return made.value;
}

/** With the places that the table cannot say: of devices at the second leg of a splitter, which the ID of a cable does not name. */
const plans: readonly (readonly [string, () => Plan, readonly string[]])[] = [
  ['the small sample', () => sample('eight-cabinets'), []],
  ['the large sample', () => sample('one-megawatt-hall'), []],
  ['a rail-optimised hall with cores', () => generated('rail-optimised', { preset: 'b200', su: '5' }), []],
  [
    'a hall of free parameters',
    () => generated('rail-optimised', { su: '2', nodesPerSu: '6', rails: '4', uplinksPerLeaf: '4', switchPorts: '32' }),
    [],
  ],
  ['a SuperPOD', () => generated('superpod', { preset: 'h100', su: '1' }), ['slots.storage-ufm2', 'slots.ufm2']],
  [
    'a campus',
    () => generated('campus', { halls: '2', preset: 'b200', su: '1' }),
    ['slots.h01-ufm2', 'slots.ufm2', 'slots.h02-ufm2', 'slots.ufm2'],
  ],
];

/** Things that the comparison finds, but for the rule of a fabric, which is a table now. */
function otherChanges(old: Plan, next: Plan): string[] {
  return diffPlans(old, underIdsOf(old, next)).flatMap(({ part, id, kind, fields }) =>
    kind === 'changed' && part === 'fabrics'
      ? fields.map(({ field }) => field).filter((field) => !field.startsWith('rule'))
      : [`${kind} ${part} ${id}`],
  );
}

describe.each<TripFormat>(['CSV', 'XLSX'])('a schedule as %s', (format) => {
  it.each(plans)('gives back %s', (_, make, unsaid) => {
    const plan = make();
    const bare = withoutLinks(plan);
    const answer = judgeFile(scheduleFile(plan, format), bare);
    const again = drawnFrom(answer, bare);
    const [before, after] = [derive(plan), derive(again)];
    expect([answer.links, answer.cables]).toEqual([before.takeoff.links.count, before.takeoff.cables.count]);
    expect(compareFigures(before, after)).toEqual(compareFigures(before, before));
    expect([...cableSchedule(after).rows]).toEqual([...cableSchedule(before).rows]);
    expect(otherChanges(plan, again)).toEqual(unsaid);
    const isSaid = answer.notes.some((note) => note.startsWith('Links at further legs of splitters are named by their devices'));
    expect(isSaid || unsaid.length === 0).toBe(true);
  });
});

/**
 * Names of looms, none of which stands twice: a tag is tied to one loom, and a build sheet is built from by name. Cabinets are called
 * alike in every hall, so the hall stands before a cabinet's name where the plan has another of that name, as it does on labels.
 */
import { must } from '../assert.ts';
import type { LoomDecision, Plan } from '../plan/types.ts';
import { loomName, loomSettings } from './loomSettings.ts';

/** What a loom's name is made of. */
export interface NamedEnds {
  /** Ids of the two cabinets. */
  readonly cabinets: readonly [string, string];
  readonly decision: LoomDecision | null;
}

/** A name for each, in order. What people named keeps its name, and later ones of the same name have `.2`, `.3` behind it. */
export function loomNames(plan: Plan, looms: readonly NamedEnds[]): string[] {
  const used = new Set<string>();
  const unlike = (name: string): string => {
    let own = name;
    for (let turn = 2; used.has(own); turn += 1) own = `${name}.${turn}`;
    used.add(own);
    return own;
  };
  const byHand = looms.map(({ decision }) => (decision === null || decision.name === null ? null : unlike(decision.name)));
  const { namePattern } = loomSettings(plan);
  const textsOf = cabinetTexts(plan);
  const numbers = new Map<string, number>();
  return looms.map(({ cabinets }, at) => {
    const { before, a, b } = textsOf(cabinets);
    const named = (number: number): string => `${before}${loomName(namePattern, a, b, number)}`;
    // Looms that differ by their number alone are counted together, also where a pattern names no cabinet.
    const counted = named(0);
    let number = (numbers.get(counted) ?? 0) + 1;
    const own = byHand[at] ?? null;
    while (own === null && used.has(named(number)) && named(number) !== named(number + 1)) number += 1;
    numbers.set(counted, number);
    return own ?? unlike(named(number));
  });
}

interface EndTexts {
  readonly before: string;
  readonly a: string;
  readonly b: string;
}

/** How the two cabinets of a loom are called: the hall once before a loom within one, else before each name that stands twice. */
function cabinetTexts({ cabinets, halls }: Plan): (ids: readonly [string, string]) => EndTexts {
  const counts = new Map<string, number>();
  for (const { name } of cabinets.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (ids) => {
    const ends = ids.map((id) => {
      const cabinet = must(cabinets.get(id), id);
      const hall = halls.size > 1 && counts.get(cabinet.name) !== 1 ? `${must(halls.get(cabinet.hall), 'hall').name}.` : '';
      return { hall, within: cabinet.hall, name: cabinet.name };
    });
    const [a, b] = [must(ends[0], 'end'), must(ends[1], 'end')];
    if (a.within === b.within) return { before: a.hall === '' ? b.hall : a.hall, a: a.name, b: b.name };
    return { before: '', a: `${a.hall}${a.name}`, b: `${b.hall}${b.name}` };
  };
}

/** Draws what a cable schedule says in one step: its fabrics, its links drawn by hand, and what was set on them. */
import { findFabricFault } from '../plan/soundness.ts';
import type { DrawnSchedule } from '../fabrics/schedule/judgeSchedule.ts';
import { fail } from '../result.ts';
import { changeOf } from './changeOf.ts';
import type { Command } from './command.ts';
import type { Entries } from './edit.ts';
import { findTaken } from './find.ts';
import { counted } from './wording.ts';

export interface DrawSchedule extends DrawnSchedule {
  /** Cable families and transceivers of all of it. */
  readonly parts: Pick<Entries, 'cableFamilies' | 'transceivers'>;
}

/** Adds fabrics and links between devices that are mounted already. */
export const drawSchedule: Command<DrawSchedule> = (plan, { fabrics, links, overrides, parts }) => {
  const idsOf = (things: readonly { readonly id: string }[]): string[] => things.map(({ id }) => id);
  const taken = findTaken(plan, 'fabrics', idsOf(fabrics)) ?? findTaken(plan, 'links', idsOf(links));
  if (taken !== null) return fail(taken);
  for (const fabric of fabrics) {
    const fault = findFabricFault(fabric);
    if (fault !== null) return fail({ ...fault, path: fault.path.join('.') });
  }
  const what = [
    fabrics.length === 0 ? [] : [counted(fabrics.length, 'fabric')],
    links.length === 0 ? [] : [counted(links.length, 'link')],
  ].flat();
  return changeOf(plan, `Draw ${what.join(' and ')} from a schedule`, { embed: parts, put: { fabrics, links, overrides } });
};

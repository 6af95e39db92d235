import { describe, expect, it } from 'vitest';
import { cloneCabinets, clipOfCabinets, cloneNames, type CloneCabinets } from '../../../shared/commands/cloneCabinets.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { idsForPaste } from '../../../shared/commands/paste.ts';
import { must } from '../../../shared/assert.ts';
import { newIds } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { SeededRandom } from '../../support/random.ts';

/** A01 and A02 of row A: a link within A01, one between the two, one to B01, and a label on the first. */
function plan(): Plan {
  return new PlanBuilder()
    .hall()
    .cabinet('A01', 1000, 1000, { row: 'A' })
    .cabinet('A02', 1600, 1000, { row: 'A' })
    .cabinet('B01', 1000, 5000, { row: 'B' })
    .device('A01-server', 'A01', 1)
    .device('A01-leaf', 'A01', 10, { type: 'test/switch' })
    .device('spine', 'A02', 10, { type: 'test/switch' })
    .device('far', 'B01', 1)
    .link('in', 'A01-server:p1', 'A01-leaf:1/1')
    .link('between', 'A01-server:p2', 'spine:1/1')
    .link('out', 'far:p1', 'A01-leaf:2/1')
    .build();
}

function argsFor(of: Plan, cabinets: readonly string[], namePattern: string): CloneCabinets {
  const random = new SeededRandom(5);
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => random.between(0, 255));
  const ids = idsForPaste(must(clipOfCabinets(of, cabinets), 'clip'), (table, count) => newIds(table, count, of, bytes));
  return { cabinets, namePattern, dxMm: 0, dyMm: 3000, ids };
}

describe('cloning cabinets', () => {
  it('takes devices and the cables among them along, under names by the pattern, in one step', () => {
    const of = plan();
    const run = runCommand(of, cloneCabinets, argsFor(of, ['A01', 'A02'], 'Z{nn}'));
    if (!run.ok) throw new Error(run.error.message);
    const { plan: next, step } = run.value;
    expect(step?.label).toBe('Clone 2 cabinets');
    const made = [...next.cabinets.values()].filter(({ id }) => !of.cabinets.has(id));
    expect(made.map(({ name, row, xMm, yMm }) => [name, row, xMm, yMm]).sort()).toEqual([
      ['Z01', 'A', 1000, 4000],
      ['Z02', 'A', 1600, 4000],
    ]);
    const nameOf = (id: string) => next.devices.get(id)!.name;
    const links = [...next.links.values()].filter(({ id }) => !of.links.has(id));
    // Named after its cabinet, a device is named after the clone; others count on.
    expect(links.map(({ a, b }) => [`${nameOf(a.device)}:${a.port}`, `${nameOf(b.device)}:${b.port}`]).sort()).toEqual([
      ['Z01-server:p1', 'Z01-leaf:1/1'],
      ['Z01-server:p2', 'spine 2:1/1'],
    ]);
  });

  it('finds free numbers, and refuses names that are taken or all the same', () => {
    const of = plan();
    const cabinets = ['A01', 'A02'].map((id) => of.cabinets.get(id)!);
    expect([...(cloneNames(of, cabinets, '{row}{nn}') as Map<string, string>).values()]).toEqual(['A03', 'A04']);
    expect(cloneNames(of, cabinets, 'Spare')).toBe('the names "Spare" would all be the same');
    expect([...(cloneNames(of, cabinets.slice(1), 'Spare') as Map<string, string>).values()]).toEqual(['Spare']);
    expect(cloneNames(of, cabinets.slice(1), 'B01')).toBe('B01 is taken');
    expect(cloneNames(of, cabinets, ' ')).toBe('the clones have no name');
  });
});

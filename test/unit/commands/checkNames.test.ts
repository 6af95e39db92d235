import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/commands/command.ts';
import { changeOf } from '../../../shared/commands/changeOf.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { moveThings } from '../../../shared/commands/move.ts';
import { renamePlan } from '../../../shared/commands/settings.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

const plan = new PlanBuilder()
  .hall()
  .cabinet('A01', 1000, 1000, { row: 'A' })
  .device('s1', 'A01', 10)
  .junction('j1', 1000, 3600)
  .junction('j2', 9000, 3600)
  .segment('tray', 'j1', 'j2')
  .build();

type NamedTable = 'halls' | 'cabinets' | 'devices' | 'segments';

const rename: Command<{ readonly table: NamedTable; readonly id: string; readonly name: string }> = (of, { table, id, name }) =>
  changeOf(of, 'Rename', { put: { [table]: [{ ...of[table].get(id)!, name }] } });

const named: readonly (readonly [NamedTable, string])[] = [
  ['halls', 'H'],
  ['cabinets', 'A01'],
  ['devices', 's1'],
  ['segments', 'tray'],
];

describe('names that commands give', () => {
  it.each(named)('of %s are refused when blank and trimmed otherwise', (table, id) => {
    for (const name of ['', '   ', '\u00a0\t']) {
      const refused = runCommand(plan, rename, { table, id, name });
      expect(refused.ok ? null : refused.error).toMatchObject({ code: 'command.blank-name', path: `${table}.${id}.name` });
    }
    const done = runCommand(plan, rename, { table, id, name: '  B 07 ' });
    expect(done.ok && done.value.plan[table].get(id)?.name).toBe('B 07');
  });

  it('of the plan itself too', () => {
    const refused = runCommand(plan, renamePlan, { name: '  ' });
    expect(refused.ok ? null : refused.error.code).toBe('command.blank-name');
    const done = runCommand(plan, renamePlan, { name: ' Hall of Halden ' });
    expect(done.ok && done.value.plan.name).toBe('Hall of Halden');
  });

  it('leave what a file brought, and let it be moved', () => {
    const cabinets = new Map(plan.cabinets).set('A01', { ...plan.cabinets.get('A01')!, name: '  ' });
    const read = parsePlan(new TextEncoder().encode(serializePlan({ ...plan, cabinets } satisfies Plan)));
    if (!read.ok) throw new Error(read.error.message);
    const moved = runCommand(read.value, moveThings, { cabinets: ['A01'], dxMm: 600, dyMm: 0 });
    expect(moved.ok && moved.value.plan.cabinets.get('A01')).toMatchObject({ name: '  ', xMm: 1600 });
  });
});

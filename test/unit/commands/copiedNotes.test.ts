import { describe, expect, it } from 'vitest';
import { addNotes } from '../../../shared/commands/notes/notes.ts';
import { duplicateThings, idsForCopies } from '../../../shared/commands/duplicate.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { placeNote } from '../../../shared/plan/notePlaces.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

function noted(): Plan {
  const note = { id: 'n', hall: 'H', mark: 'pin', text: 'check', state: 'open', discipline: 'power', points: [[3300, 2500]] } as const;
  const about = { kind: 'cabinet', id: 'A01', xMm: 3300, yMm: 2500 } as const;
  const run = runCommand(new PlanBuilder().hall().cabinet('A01', 3000, 2000).build(), addNotes, { notes: [{ ...note, about }] });
  if (!run.ok) throw new Error(run.error.message);
  return run.value.plan;
}

describe('copies of notes', () => {
  it('follow the copy of what they are about, or nothing where that is not copied, each in one named step', () => {
    const plan = noted();
    for (const [cabinets, label] of [
      [['A01'], 'Duplicate 2 things'],
      [[], 'Duplicate note 1'],
    ] as const) {
      const copies = idsForCopies(plan, { cabinets, notes: ['n'] }, (table, count) =>
        Array.from({ length: count }, (_, i) => `${table}-${i}`),
      );
      const run = runCommand(plan, duplicateThings, { ...copies, dxMm: 600, dyMm: 0 });
      if (!run.ok) throw new Error(run.error.message);
      const { plan: next, step } = run.value;
      expect(step?.label).toBe(label);
      const copy = next.notes.get('notes-0');
      expect(copy).toMatchObject({ number: 2, text: 'check' });
      expect(copy?.about?.id).toBe(cabinets.length === 0 ? undefined : 'cabinets-0');
      const [was, is] = [plan.notes.get('n'), copy].map((one) => (one === undefined ? undefined : placeNote(next, one).points[0]));
      expect([(is?.xMm ?? 0) - (was?.xMm ?? 0), (is?.yMm ?? 0) - (was?.yMm ?? 0)]).toEqual([600, 0]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { clipOf } from '../../../shared/commands/clip.ts';
import type { Command } from '../../../shared/commands/command.ts';
import { removeHall } from '../../../shared/commands/halls.ts';
import { redoStep, runCommand, undoStep } from '../../../shared/commands/history.ts';
import { moveThings } from '../../../shared/commands/move.ts';
import { addNotes, setNotes, shapeNote, tieNotes, type NewNote } from '../../../shared/commands/notes/notes.ts';
import { idsForPaste, pasteThings } from '../../../shared/commands/paste.ts';
import { removeThings } from '../../../shared/commands/remove.ts';
import { splitTrays } from '../../../shared/commands/splitTrays.ts';
import { turnCabinets } from '../../../shared/commands/turn.ts';
import { applyChanges } from '../../../shared/diff/picking.ts';
import { diffPlans } from '../../../shared/diff/planDiff.ts';
import { changeMarks } from '../../../shared/diff/changeMarks.ts';
import { placeNote, subjectPlace } from '../../../shared/plan/notePlaces.ts';
import type { NoteSubject } from '../../../shared/plan/notes.ts';
import { parsePlanText } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';

const bare = new PlanBuilder()
  .hall()
  .cabinet('A01', 3000, 2000)
  .cabinet('B01', 3000, 4500)
  .obstacle('col', rectangle(8000, 8000, 400, 400))
  .junction('j', 1000, 1000)
  .junction('k', 5000, 1000)
  .segment('t', 'j', 'k')
  .build();

function after<A>(plan: Plan, command: Command<A>, args: A): Plan {
  const run = runCommand(plan, command, args);
  if (!run.ok) throw new Error(run.error.message);
  const { plan: next, step } = run.value;
  if (step !== null) {
    expect(serializePlan(undoStep(next, step))).toBe(serializePlan(plan));
    expect(serializePlan(redoStep(plan, step))).toBe(serializePlan(next));
  }
  return next;
}

function about(plan: Plan, kind: NoteSubject['kind'], id: string): NoteSubject {
  return { kind, id, ...must(subjectPlace(plan, { kind, id }), id) };
}

const pin = (change: Partial<NewNote> = {}): NewNote => ({
  id: 'note-1',
  hall: 'H',
  text: 'Turn this one',
  state: 'open',
  discipline: 'cabinets',
  mark: 'pin',
  points: [[3100, 2100]],
  about: null,
  ...change,
});

describe('the words of notes', () => {
  it('may go over several lines, which stay one line of the file', () => {
    const text = 'Turn this one\n- feed from B\n- doors to the left';
    const written = after(bare, addNotes, { notes: [pin({ text })] });
    const file = serializePlan(written);
    expect(file.split('\n').filter((line) => line.includes('Turn this one'))).toHaveLength(1);
    const read = parsePlanText(file);
    expect(read.ok && read.value.notes.get('note-1')?.text).toBe(text);
    expect(diffPlans(bare, written)).toMatchObject([{ name: '1, Turn this one - feed from B - doors to the left' }]);
  });

  it('hold no other control characters', () => {
    const refused = runCommand(onCabinet, setNotes, { ids: ['note-1'], set: { text: 'a\tb' } });
    expect(refused.ok ? null : refused.error.message).toBe('must not hold control characters other than line breaks');
  });
});

const onCabinet = after(bare, addNotes, { notes: [pin({ about: about(bare, 'cabinet', 'A01') })] });

function placesOf(plan: Plan, id = 'note-1'): (readonly number[])[] {
  return placeNote(plan, must(plan.notes.get(id), id)).points.map(({ xMm, yMm }) => [xMm, yMm]);
}

describe('a frame around several things', () => {
  const frame = (change: Partial<NewNote> = {}): NewNote =>
    pin({
      mark: 'cloud',
      points: [
        [2700, 1700],
        [4500, 6000],
      ],
      ...change,
    });
  const framed = after(bare, addNotes, { notes: [frame()] });

  it('goes along where all of them move together, in the same step, and comes back with them', () => {
    expect(placesOf(after(framed, moveThings, { cabinets: ['A01', 'B01'], dxMm: 600, dyMm: -200 }))).toEqual([
      [3300, 1500],
      [5100, 5800],
    ]);
    expect(placesOf(after(framed, moveThings, { cabinets: ['A01'], dxMm: 600, dyMm: 0 }))).toEqual(placesOf(framed));
    expect(placesOf(after(framed, turnCabinets, { ids: ['A01', 'B01'], turn: { kind: 'by', degrees: 180 } }))).toEqual(placesOf(framed));
    expect(placesOf(after(framed, removeThings, { cabinets: ['A01', 'B01'] }))).toEqual(placesOf(framed));
    // In hand itself it comes along once.
    const both = after(framed, moveThings, { cabinets: ['A01', 'B01'], notes: ['note-1'], dxMm: 600, dyMm: 0 });
    expect(placesOf(both)[0]).toEqual([3300, 1700]);
  });

  it('goes with cabinets whatever else lies within, and with trays where nothing stands there', () => {
    const wide = after(bare, addNotes, {
      notes: [
        frame({
          points: [
            [500, 500],
            [9000, 9000],
          ],
        }),
      ],
    });
    expect(placesOf(after(wide, moveThings, { cabinets: ['A01', 'B01'], dxMm: 100, dyMm: 0 }))[0]).toEqual([600, 500]);
    expect(placesOf(after(wide, moveThings, { obstacles: ['col'], junctions: ['j', 'k'], dxMm: 100, dyMm: 0 }))[0]).toEqual([500, 500]);
    const run = new PlanBuilder().hall().junction('j', 1000, 1000).junction('k', 5000, 1000).junction('l', 9000, 1000);
    const trays = after(run.segment('t', 'j', 'k').segment('u', 'k', 'l').build(), addNotes, {
      notes: [
        frame({
          points: [
            [500, 500],
            [9500, 1500],
          ],
        }),
      ],
    });
    expect(placesOf(after(trays, moveThings, { junctions: ['j', 'k', 'l'], dxMm: 0, dyMm: 300 }))[0]).toEqual([500, 800]);
    expect(placesOf(after(trays, moveThings, { junctions: ['j', 'k'], dxMm: 0, dyMm: 300 }))[0]).toEqual([500, 500]);
    const cut = after(trays, splitTrays, { ids: ['t', 'u'], parts: 2, junctionIds: ['m', 'n'], segmentIds: ['t2', 'u2'] });
    expect(placesOf(cut)).toEqual(placesOf(trays));
  });

  it('stays where it was let go of the one thing in it, and where it is no frame', () => {
    const around = frame({
      points: [
        [2700, 1700],
        [4000, 3500],
      ],
    });
    const loose = after(bare, addNotes, { notes: [around] });
    expect(placesOf(after(loose, moveThings, { cabinets: ['A01'], dxMm: 600, dyMm: 0 }))).toEqual(placesOf(loose));
    const arrow = after(bare, addNotes, { notes: [frame({ mark: 'arrow' })] });
    expect(placesOf(after(arrow, moveThings, { cabinets: ['A01', 'B01'], dxMm: 600, dyMm: 0 }))).toEqual(placesOf(arrow));
  });
});

describe('notes', () => {
  it('are numbered, follow what they are about, and are written to the file', () => {
    const two = after(onCabinet, addNotes, {
      notes: [
        pin({
          id: 'note-2',
          mark: 'arrow',
          points: [
            [0, 0],
            [500, 500],
          ],
        }),
      ],
    });
    expect([...two.notes.values()].map(({ number }) => number)).toEqual([1, 2]);
    const moved = after(two, moveThings, { cabinets: ['A01'], dxMm: 400, dyMm: -200 });
    expect(placesOf(moved)).toEqual([[3500, 1900]]);
    expect(placesOf(moved, 'note-2')).toEqual(placesOf(two, 'note-2'));
    // Both in hand: the note comes along once.
    const both = after(two, moveThings, { cabinets: ['A01'], notes: ['note-1', 'note-2'], dxMm: 400, dyMm: -200 });
    expect([placesOf(both), placesOf(both, 'note-2')]).toEqual([
      [[3500, 1900]],
      [
        [400, -200],
        [900, 300],
      ],
    ]);
    const read = parsePlanText(serializePlan(moved));
    expect(read.ok && serializePlan(read.value)).toBe(serializePlan(moved));
    expect(serializePlan(bare)).not.toContain('notes');
    const strange = serializePlan(moved).replace('"Turn this one"', '"Turn this one","seenBy":["someone"]');
    const kept = parsePlanText(strange);
    expect(kept.ok && serializePlan(after(kept.value, setNotes, { ids: ['note-1'], set: { state: 'resolved' } }))).toContain(
      '"seenBy":["someone"]',
    );
  });

  it('are resolved and opened again, by names of their own in the undo list', () => {
    const label = (set: Parameters<typeof setNotes>[1]['set']): string => {
      const run = setNotes(onCabinet, { ids: ['note-1'], set });
      return run.ok ? run.value.label : run.error.message;
    };
    expect([label({ state: 'resolved' }), label({ state: 'open' }), label({ text: 'No' })]).toEqual([
      'Resolve note 1',
      'Open again note 1',
      'Change note 1',
    ]);
  });

  it('follow the middle of a cabinet, and stay where a tray is cut', () => {
    expect(subjectPlace(bare, { kind: 'cabinet', id: 'A01' })).not.toEqual({ xMm: 3000, yMm: 2000 });
    const turned = after(onCabinet, turnCabinets, { ids: ['A01'], turn: { kind: 'by', degrees: 90 } });
    expect(placesOf(turned)).toEqual(placesOf(onCabinet));
    const onTray = after(bare, addNotes, { notes: [pin({ about: about(bare, 'segment', 't'), points: [[3000, 900]] })] });
    const cut = after(onTray, splitTrays, { ids: ['t'], parts: 2, junctionIds: ['m'], segmentIds: ['t2'] });
    expect(placesOf(cut)).toEqual([[3000, 900]]);
    expect(placesOf(after(cut, moveThings, { junctions: ['j', 'k', 'm'], dxMm: 100, dyMm: 0 }))).toEqual([[3100, 900]]);
  });

  it('get another number where two variants gave the same', () => {
    const other = after(bare, addNotes, { notes: [pin({ id: 'note-9' })] });
    const changes = diffPlans(onCabinet, other);
    const added = changes.filter(({ part, kind }) => part === 'notes' && kind === 'added');
    const merged = applyChanges(onCabinet, other, added);
    expect([...merged.notes.values()].map(({ number }) => number)).toEqual([1, 2]);
    expect(applyChanges(onCabinet, other, changes).notes.get('note-9')?.number).toBe(1);
  });

  it('outlive what they are about where it lay last, and go with their hall', () => {
    const moved = after(onCabinet, moveThings, { cabinets: ['A01'], dxMm: 1000, dyMm: 0 });
    const gone = after(moved, removeThings, { cabinets: ['A01'] });
    expect(gone.notes.get('note-1')).toMatchObject({ about: null, points: [[4100, 2100]] });
    const onTray = after(bare, addNotes, { notes: [pin({ about: about(bare, 'segment', 't'), points: [[3000, 900]] })] });
    expect(placesOf(after(onTray, moveThings, { junctions: ['k'], dxMm: 1000, dyMm: 500 }))).toEqual([[3500, 1150]]);
    expect(after(onTray, removeThings, { segments: ['t'] }).notes.get('note-1')?.about).toBeNull();
    const empty = new PlanBuilder().hall().build();
    const alone = after(empty, addNotes, { notes: [pin()] });
    expect(after(alone, removeHall, { id: 'H' }).notes.size).toBe(0);
  });

  it('take another mark where they lie, and are tied and loosened without moving', () => {
    const moved = after(onCabinet, moveThings, { cabinets: ['A01'], dxMm: 1000, dyMm: 0 });
    const cloud = after(moved, shapeNote, {
      id: 'note-1',
      mark: 'cloud',
      points: [
        [3900, 1900],
        [4900, 3300],
      ],
    });
    expect(placesOf(cloud)).toEqual([
      [3900, 1900],
      [4900, 3300],
    ]);
    const loose = after(cloud, tieNotes, { ids: ['note-1'], about: null });
    expect(placesOf(loose)).toEqual(placesOf(cloud));
    const tied = after(loose, tieNotes, { ids: ['note-1'], about: { kind: 'obstacle', id: 'col' } });
    expect(placesOf(tied)).toEqual(placesOf(cloud));
    expect(placesOf(after(tied, moveThings, { obstacles: ['col'], dxMm: 10, dyMm: 20 }))).toEqual([
      [3910, 1920],
      [4910, 3320],
    ]);
  });

  it('are copied under the next numbers, tied to the copy where it comes along and to nothing where it does not', () => {
    const paste = (picked: Parameters<typeof clipOf>[1]): Plan => {
      const clip = must(clipOf(onCabinet, picked), 'clip');
      let next = 0;
      const ids = idsForPaste(clip, (table, count) => Array.from({ length: count }, () => `${table}-${(next += 1)}`));
      return after(onCabinet, pasteThings, { clip, hall: 'H', dxMm: 0, dyMm: 6000, ids });
    };
    const both = paste({ cabinets: ['A01'], notes: ['note-1'] });
    const copy = must(
      [...both.notes.values()].find(({ number }) => number === 2),
      'copy',
    );
    expect(both.cabinets.get(copy.about?.id ?? '')?.yMm).toBe(8000);
    expect(placesOf(both, copy.id)).toEqual([[3100, 8100]]);
    expect(paste({ notes: ['note-1'] }).notes.get('notes-1')).toMatchObject({ number: 2, about: null, points: [[3100, 8100]] });
    // Remarks about a thing are not made about its copies unasked.
    expect(paste({ cabinets: ['A01'] }).notes.size).toBe(1);
  });

  it('differ between plans by what they say and where they were drawn, not by what they follow', () => {
    const followed = after(onCabinet, moveThings, { cabinets: ['A01'], dxMm: 400, dyMm: 0 });
    expect(diffPlans(onCabinet, followed).map(({ key }) => key)).toEqual(['cabinets A01']);
    const moved = after(onCabinet, moveThings, { notes: ['note-1'], dxMm: 0, dyMm: 300 });
    const changes = diffPlans(onCabinet, moved);
    expect(changes).toMatchObject([{ name: '1, Turn this one', kind: 'moved', move: { dxMm: 0, dyMm: 300 } }]);
    expect(changeMarks(onCabinet, moved, changes)).toMatchObject([{ hall: 'H', kind: 'moved' }]);
  });

  it('are refused with marks that cannot be drawn, and about what is not there', () => {
    const refusal = (change: Partial<NewNote>): string => {
      const run = runCommand(bare, addNotes, { notes: [pin(change)] });
      return run.ok ? 'ran' : run.error.message;
    };
    expect(refusal({ points: [] })).toBe('a pin cannot have 0 points');
    expect(
      refusal({
        mark: 'cloud',
        points: [
          [0, 0],
          [0, 900],
        ],
      }),
    ).toBe('a cloud needs a width and a height');
    expect(
      refusal({
        mark: 'arrow',
        points: [
          [5, 5],
          [5, 5],
        ],
      }),
    ).toContain('all points in one place');
    expect(refusal({ about: { kind: 'cabinet', id: 'gone', xMm: 0, yMm: 0 } })).toContain('not there');
    const file = parsePlanText(serializePlan(onCabinet).replace('"points":[[3100,2100]]', '"points":[]'));
    expect(!file.ok && file.error.message).toContain('a pin cannot have 0 points');
  });
});

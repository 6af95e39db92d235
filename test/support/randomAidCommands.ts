/** Random commands about what is laid over the drawing. */
import { must } from '../../shared/assert.ts';
import { addDimensions, setDimensions } from '../../shared/commands/dimensions.ts';
import { clipOf } from '../../shared/commands/clip.ts';
import { runCommand } from '../../shared/commands/history.ts';
import { idsForPaste, pasteThings } from '../../shared/commands/paste.ts';
import { moveThings } from '../../shared/commands/move.ts';
import { addNotes, setNotes, shapeNote, tieNotes, type NewNote } from '../../shared/commands/notes/notes.ts';
import { removeViews, saveView } from '../../shared/commands/views.ts';
import { cableViews, type DimensionEnd } from '../../shared/plan/drawingAids.ts';
import { emptyPlan } from '../../shared/plan/emptyPlan.ts';
import { newId, newIds } from '../../shared/plan/ids.ts';
import { subjectHall, subjectPlace } from '../../shared/plan/notePlaces.ts';
import { noteDisciplines, noteMarks, type Note, type NoteSubject } from '../../shared/plan/notes.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { anyOf, bytesOf, pick, some, type Runner, type Seed } from './randomChoices.ts';

const endOf = (plan: Plan, n: number, m: number): DimensionEnd => {
  const corner = m % 4;
  if (n % 5 === 0) return { kind: 'place', xMm: n * 100, yMm: m * 100 };
  if (n % 5 === 1) return { kind: 'obstacle', id: anyOf(plan.obstacles.keys(), m), corner };
  if (n % 5 === 2) return { kind: 'junction', id: anyOf(plan.junctions.keys(), m) };
  if (n % 5 === 3) return { kind: 'hall', id: anyOf(plan.halls.keys(), m), corner };
  return { kind: 'cabinet', id: anyOf(plan.cabinets.keys(), m), corner };
};

const subjectOf = (plan: Plan, n: number, m: number): Pick<NoteSubject, 'kind' | 'id'> => {
  if (n % 4 === 0) return { kind: 'obstacle', id: anyOf(plan.obstacles.keys(), m) };
  if (n % 4 === 1) return { kind: 'segment', id: anyOf(plan.segments.keys(), m) };
  if (n % 4 === 2) return { kind: 'cable', id: anyOf(plan.links.keys(), m) };
  return { kind: 'cabinet', id: anyOf(plan.cabinets.keys(), m) };
};

const pointsOf = ({ a, b, c }: Seed): Note['points'] =>
  [[a * 10, b * 10] as const, [c * 10, a * 10] as const, [b, c] as const].slice(0, 1 + (a % 3));

const noteOf = (plan: Plan, seed: Seed): NewNote => {
  const about = seed.b % 3 === 0 ? null : subjectOf(plan, seed.a, seed.c);
  const place = about === null ? null : subjectPlace(plan, about);
  return {
    id: newId('notes', plan, bytesOf(seed)),
    hall: (about === null ? null : subjectHall(plan, about)) ?? anyOf(plan.halls.keys(), seed.c),
    text: seed.c % 2 === 0 ? '' : `Move this ${seed.a}`,
    state: 'open',
    discipline: noteDisciplines[seed.a % noteDisciplines.length]!,
    mark: noteMarks[seed.c % noteMarks.length]!,
    points: pointsOf(seed),
    about: about === null ? null : { ...about, ...(place ?? { xMm: 0, yMm: 0 }) },
  };
};

export const aidRunners: readonly Runner[] = [
  (plan, seed) => {
    const clip =
      clipOf(plan, {
        ...pick(plan, seed),
        doors: some(plan, 'doors', seed),
        dimensions: some(plan, 'dimensions', seed),
        notes: some(plan, 'notes', seed),
      }) ?? emptyPlan('Nothing');
    const ids = idsForPaste(clip, (table, count) => newIds(table, count, plan, bytesOf(seed)));
    return runCommand(plan, pasteThings, { clip, hall: anyOf(plan.halls.keys(), seed.b), dxMm: seed.a, dyMm: -seed.c, ids });
  },
  (plan, seed) =>
    runCommand(plan, addDimensions, {
      dimensions: [
        {
          id: newId('dimensions', plan, bytesOf(seed)),
          hall: anyOf(plan.halls.keys(), seed.c),
          a: endOf(plan, seed.a, seed.b),
          b: endOf(plan, seed.b, seed.c),
          axis: (['x', 'y', 'straight'] as const)[seed.c % 3]!,
          offsetMm: seed.a * 10,
          leastMm: seed.b % 2 === 0 ? null : 1200,
          mostMm: null,
        },
      ],
    }),
  (plan, seed) =>
    runCommand(plan, setDimensions, {
      ids: some(plan, 'dimensions', seed),
      set: seed.c % 2 === 0 ? { leastMm: seed.a * 10, mostMm: seed.b * 20 } : { axis: 'straight', offsetMm: -seed.a },
    }),
  (plan, seed) => runCommand(plan, addNotes, { notes: [noteOf(plan, seed)] }),
  (plan, seed) => {
    const ids = some(plan, 'notes', seed);
    if (seed.c % 3 === 0) return runCommand(plan, setNotes, { ids, set: { state: seed.a % 2 === 0 ? 'resolved' : 'open' } });
    if (seed.c % 3 === 1) return runCommand(plan, setNotes, { ids, set: { text: `Seen ${seed.b}`, discipline: 'power' } });
    return runCommand(plan, tieNotes, { ids, about: seed.a % 3 === 0 ? null : subjectOf(plan, seed.a, seed.b) });
  },
  (plan, seed) =>
    runCommand(plan, shapeNote, {
      id: anyOf(plan.notes.keys(), seed.a),
      mark: noteMarks[seed.b % noteMarks.length]!,
      points: pointsOf(seed),
    }),
  (plan, seed) => runCommand(plan, moveThings, { notes: some(plan, 'notes', seed), ...pick(plan, seed), dxMm: seed.b * 7, dyMm: -seed.c }),
  (plan, seed) => {
    if (seed.c % 4 === 0) return runCommand(plan, removeViews, { ids: some(plan, 'views', seed) });
    const known = seed.c % 4 === 1 ? plan.views.get(anyOf(plan.views.keys(), seed.a)) : undefined;
    const view = {
      id: newId('views', plan, bytesOf(seed)),
      hall: anyOf(plan.halls.keys(), seed.b),
      name: `View ${seed.a}`,
      centreXMm: seed.a,
      centreYMm: seed.b,
      widthMm: 1000 + seed.c,
      heightMm: 800,
      layers: ['cabinets'],
      isolated: seed.b % 2 === 0 ? null : ['cabinet nothing'],
      hiddenLevelsMm: [seed.a],
      cables: must(cableViews[seed.a % cableViews.length], 'way to draw'),
    };
    return runCommand(plan, saveView, { view: known === undefined ? view : { ...known, name: ` View ${seed.b} ` } });
  },
];

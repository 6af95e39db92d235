/** What is asked of a drawing's scale says no more than its file does. */
import { expect, test } from 'vitest';
import { scaleQuestion } from '../../../renderer/underlay/drawingTexts.ts';

const PLAN = { name: 'plan', kind: 'dxf', mmPerUnit: 1000, calibration: null } as const;
const SPAN = { fromX: 0, fromY: 0, toX: 1, toY: 0, distanceMm: 1000 };

test('the units of a DXF are asked for where it states them, else what is assumed is said', () => {
  expect(scaleQuestion(PLAN, 1000, '17.02 m')).toBe('By the units of plan this is 17.02 m. Is that right?');
  expect(scaleQuestion(PLAN, null, '17.02 m')).toBe(
    'The file of plan states no units; metres are assumed. By them this is 17.02 m. Is that right?',
  );
  expect(scaleQuestion({ ...PLAN, mmPerUnit: 1 }, null, '17.02 m')).toContain('states no units; millimetres are assumed');
});

test('once it is measured, and where there are no units to ask for, the present scale speaks', () => {
  const present = 'At its present scale this is 9 m.';
  expect(scaleQuestion({ ...PLAN, calibration: SPAN }, 1000, '9 m')).toBe(present);
  expect(scaleQuestion({ ...PLAN, calibration: SPAN }, null, '9 m')).toBe(present);
  expect(scaleQuestion({ ...PLAN, kind: 'png' }, undefined, '9 m')).toBe(present);
  // Not read yet.
  expect(scaleQuestion(PLAN, undefined, '9 m')).toBe(present);
});

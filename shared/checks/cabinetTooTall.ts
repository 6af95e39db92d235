import type { Check } from './types.ts';
import { middleOf } from '../geometry/polygons.ts';
import { hallContents } from './hallContents.ts';
import { millimetres } from './figures.ts';

/** A cabinet fits under the hall's clear height. */
export const cabinetTooTall: Check = {
  codes: ['cabinet.too-tall'],
  title: 'Cabinets fit under the clear height',
  *run({ plan, survey }) {
    for (const { hall, cabinets } of hallContents(plan, survey)) {
      for (const { cabinet, model, corners } of cabinets) {
        if (model.heightMm <= hall.clearHeightMm) continue;
        yield {
          code: 'cabinet.too-tall',
          severity: 'error',
          ids: [cabinet.id],
          place: { hall: hall.id, at: middleOf(corners) },
          message: `Cabinet ${cabinet.name} (${model.name}) is taller than ${hall.name} is clear`,
          required: `at most ${millimetres(hall.clearHeightMm)}`,
          actual: millimetres(model.heightMm),
          mend: 'Choose a lower cabinet model',
        };
      }
    }
  },
};

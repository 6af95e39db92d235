import type { Check } from './types.ts';
import { slotsOf } from '../fabrics/fabricRule.ts';
import { sortedById } from '../plan/sortedById.ts';
import { counted, named } from './figures.ts';

/** Every place of a fabric's rule has a device, and no device stands at a place that the rule does not have. */
export const fabricSlots: Check = {
  codes: ['fabric.slot-empty', 'fabric.slot-unknown'],
  title: 'Fabrics have a device at every place',
  rests: ({ plan }) => [plan.fabrics],
  *run({ plan }) {
    for (const fabric of sortedById(plan.fabrics)) {
      const slots = slotsOf(fabric.rule);
      const known = new Set(slots);
      const empty = slots.filter((slot) => !Object.hasOwn(fabric.slots, slot));
      const unknown = Object.keys(fabric.slots)
        .filter((slot) => !known.has(slot))
        .sort();
      if (empty.length > 0) {
        yield {
          code: 'fabric.slot-empty',
          severity: 'warning',
          ids: [fabric.id],
          place: null,
          message: `${counted(empty.length, 'place')} of fabric ${fabric.name} ha${empty.length === 1 ? 's' : 've'} no device, so ${empty.length === 1 ? 'its' : 'their'} links are missing: ${named(empty)}`,
          required: counted(slots.length, 'device'),
          actual: counted(slots.length - empty.length, 'device'),
          mend: 'Put devices at these places, or make the fabric smaller',
        };
      }
      if (unknown.length > 0) {
        yield {
          code: 'fabric.slot-unknown',
          severity: 'warning',
          ids: [fabric.id],
          place: null,
          message: `${counted(unknown.length, 'device')} of fabric ${fabric.name} stand${unknown.length === 1 ? 's' : ''} at places that its rule does not have: ${named(unknown)}`,
          required: 'places of the rule',
          actual: named(unknown),
          mend: 'Move these devices to places of the rule, or make the fabric larger',
        };
      }
    }
  },
};

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { namedCable } from '../../../shared/cabling/namedCable.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';

const parsed = parsePlan(readFileSync(new URL('../../../assets/samples/eight-cabinets.raceway', import.meta.url)));
const { cabling } = derive(must(parsed.ok ? parsed.value : null, 'sample'));
const id = cabling.cableId(3);

describe('naming a cable', () => {
  it('takes the id, the short form of the tables, and a hyphen for the dash', () => {
    const short = id.split('/').slice(2).join('/');
    for (const text of [id, short, id.replace('–', '-'), short.replace('–', '-')]) expect(namedCable(cabling, text), text).toBe(3);
  });

  it('finds nothing for a name that no cable has', () => {
    expect(namedCable(cabling, 'su9.node99:1-su9.leaf1:1')).toBeNull();
    expect(namedCable(cabling, '')).toBeNull();
  });
});

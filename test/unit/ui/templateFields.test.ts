import { describe, expect, it } from 'vitest';
import { engineValue, fieldsOf } from '../../../renderer/dialogs/templateFields.ts';
import { bundledTemplates } from '../../../renderer/worker/bundledTemplates.ts';

const hall = bundledTemplates.list().find(({ name }) => name === 'hall')!;

describe('fields of a template', () => {
  it('show and take lengths in the units of the screen', () => {
    const fieldOf = (key: string, units: 'metric' | 'imperial') => fieldsOf(hall, units).find((field) => field.key === key)!;
    expect(fieldOf('hall', 'metric').title).toBe('Hall, width × depth, mm');
    expect(fieldOf('hall', 'imperial').title).toBe('Hall, width × depth, ft in');
    expect([fieldOf('coldAisleMm', 'metric').default, fieldOf('coldAisleMm', 'imperial').default]).toEqual(['1\u2009800', `5' 10 7/8"`]);
    for (const { title, help } of fieldsOf(hall, 'imperial')) expect(`${title} ${help}`).not.toMatch(/\bmm\b/u);
  });

  it('give the engine whole millimetres, and say what cannot be read', () => {
    expect(engineValue('size', `80' x 60'`, 'imperial')).toEqual({ ok: true, value: '24384x18288' });
    expect(engineValue('size', '24000 x 18000', 'metric')).toEqual({ ok: true, value: '24000x18000' });
    expect(engineValue('length', `6' 0"`, 'imperial')).toEqual({ ok: true, value: '1829' });
    expect(engineValue('text', '80', 'imperial')).toEqual({ ok: true, value: '80' });
    expect(engineValue('size', 'as wide as it is', 'imperial').ok).toBe(false);
  });
});

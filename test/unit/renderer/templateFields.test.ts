import { describe, expect, it } from 'vitest';
import { fieldsOf, settingsFor } from '../../../renderer/dialogs/templateFields.ts';
import { must } from '../../../shared/assert.ts';
import { templates } from '../../../shared/templates/templates.ts';

const fields = (name: string) => {
  const { keys, summary } = must(
    templates.find((one) => one.name === name),
    name,
  );
  return fieldsOf({ name, summary, keys }, 'metric');
};

describe('what was typed for one template', () => {
  it('stands in the next one where that has it, and is there again afterwards', () => {
    const typed = { preset: 'h100', su: '3', fiber: 'singlemode', name: 'Pod' };
    expect(settingsFor(fields('rail-optimised'), typed)).toEqual(typed);
    expect(settingsFor(fields('superpod'), typed)).toEqual({ preset: 'h100', su: '3', name: 'Pod' });
    expect(settingsFor(fields('hall'), typed)).toEqual({ name: 'Pod' });
  });

  it('is left out where the next one has no such choice', () => {
    expect(settingsFor(fields('superpod'), { preset: 'b200', su: '2' })).toEqual({ su: '2' });
  });
});

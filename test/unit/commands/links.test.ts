import { describe, expect, it } from 'vitest';
import { setLinkParts } from '../../../shared/commands/links.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { COPPER_PARTS, PlanBuilder } from '../../support/planBuilder.ts';
import { COPPER } from '../../support/testCatalog.ts';

const plan = new PlanBuilder().hall().cabinet('A', 0, 0).device('s', 'A', 1).device('t', 'A', 5).link('l1', 's:p1', 't:p1').build();
const embed = { cableFamilies: [COPPER] };

describe('the parts of a link drawn by hand', () => {
  it('are changed in one step', () => {
    const ran = runCommand(plan, setLinkParts, { ids: ['l1'], parts: COPPER_PARTS, embed });
    if (!ran.ok) throw new Error(ran.error.message);
    expect(ran.value.plan.links.get('l1')?.parts).toEqual(COPPER_PARTS);
    expect(ran.value.step?.label).toBe('Change the parts of 1 link');
  });

  it('are refused for a link of a fabric, for one that is not there, and for parts that nobody knows', () => {
    const refused = (ids: string[], parts = COPPER_PARTS) => {
      const ran = runCommand(plan, setLinkParts, { ids, parts, embed });
      return ran.ok ? null : ran.error.code;
    };
    expect(refused(['f/node-leaf/a:1–b:1'])).toBe('command.rejected');
    expect(refused(['l2'])).toBe('command.not-found');
    expect(refused(['l1'], { ...COPPER_PARTS, transceiverA: 'nobody/knows' })).toBe('command.broken-reference');
  });
});

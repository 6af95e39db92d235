import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlanText } from '../../../shared/plan/parsePlan.ts';

const sample = readFileSync(new URL('../../../assets/samples/eight-cabinets.raceway', import.meta.url), 'utf8').trimEnd();

describe('a plan file that was cut off', () => {
  it('is told apart as cut off wherever that happened, in the middle of a long name too', () => {
    for (let length = 1; length < sample.length; length += 89) {
      const parsed = parsePlanText(sample.slice(0, length));
      expect(parsed.ok ? 'read' : parsed.error.code, `cut after ${length} characters`).toMatch(/^plan\.(truncated|not-a-plan)$/);
    }
    const inLongName = parsePlanText(`{"format":"raceway","version":1,"name":"${'x'.repeat(100_000)}`);
    expect(inLongName.ok ? 'read' : inLongName.error.code).toBe('plan.truncated');
  });
});

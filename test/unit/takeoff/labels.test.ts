import { describe, expect, it } from 'vitest';
import type { DeviceType } from '../../../shared/catalog/types.ts';
import { labelMaker, shortPortNames } from '../../../shared/takeoff/labels.ts';
import type { Derived } from '../../../shared/engine/engine.ts';
import { SERVER } from '../../support/testCatalog.ts';
import { cableCase } from './cableCase.ts';

function labelTexts({ plan, survey, cabling }: Derived, id: string): string[] {
  return labelMaker(plan, survey, cabling)
    .labelsOf(cabling.findCable(id)!)
    .map(({ text }) => text);
}

describe('cable labels', () => {
  it('name this end first, then the far end, as cabinet - unit : port', () => {
    expect(labelTexts(cableCase(), 'l1')).toEqual(['A01-12:1/A06-38:1.1', 'A06-38:1.1/A01-12:1']);
  });

  it('put the hall in front where a plan has several', () => {
    const derived = cableCase((plan) => plan.hall('H2', { name: 'Hall 2' }));
    expect(labelTexts(derived, 'l1')[0]).toBe('Hall 1.A01-12:1/Hall 1.A06-38:1.1');
  });

  it('tell a device mounted from the rear from one at the front of the same unit', () => {
    const derived = cableCase((plan) => plan.device('server2', 'c1', 12, { face: 'rear' }));
    expect(labelTexts(derived, 'l1')[0]).toBe('A01-12:1/A06-38:1.1');
    expect(labelTexts(derived, 'l2')[0]).toBe('A01-12R:2/A06-38:1.2');
  });

  it('give every leg of a splitter a label, and the single plug one that names both', () => {
    const derived = cableCase((plan) => plan.override('l1', { family: 'test/splitter' }));
    const { plan, survey, cabling } = derived;
    expect(labelMaker(plan, survey, cabling).labelsOf(cabling.findCable('l1')!)).toEqual([
      { end: 'A', leg: null, near: 'A01-12:1', far: 'A06-38:1.1', text: 'A01-12:1/A06-38:1.1' },
      { end: 'B', leg: 1, near: 'A06-38:1.1', far: 'A01-12:1', text: 'A06-38:1.1/A01-12:1' },
    ]);
  });

  it('print what a person wrote instead, at both ends', () => {
    expect(
      labelTexts(
        cableCase((plan) => plan.override('l1', { label: 'X-101' })),
        'l1',
      ),
    ).toEqual(['X-101', 'X-101']);
  });

  it('say so where the plan names a port that is not there', () => {
    expect(
      labelTexts(
        cableCase((plan) => plan.link('l1', 'server1:p9', 'switch1:1/1')),
        'l1',
      )[0],
    ).toBe('A01-12:?/A06-38:1.1');
  });

  it('shorten port names only as far as all ports of the device stay apart', () => {
    const block = SERVER.ports[0]!;
    const withBlocks = (...patterns: string[]): DeviceType => ({
      ...SERVER,
      ports: patterns.map((namePattern, index) => ({ ...block, id: `b${index}`, cages: 2, portsPerCage: 2, namePattern })),
    });
    expect(shortPortNames(withBlocks('OSFP {cage}/{port}'))).toEqual(['1.1', '1.2', '2.1', '2.2']);
    expect(shortPortNames(withBlocks('c{index}', 's{index}'))).toEqual(['c1', 'c2', 'c3', 'c4', 's1', 's2', 's3', 's4']);
  });
});

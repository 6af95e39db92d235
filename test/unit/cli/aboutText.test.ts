import { describe, expect, it } from 'vitest';
import { aboutText } from '../../../electron/cli/aboutText.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { panelHall } from '../../support/panelPlans.ts';

const derived = derive(panelHall().build());

describe('what a finding is about', () => {
  it('is named by cable, link, device and pathway where the message does not name it', () => {
    const ids = ['l1', 'l3', 't', 'pa', 'T1'];
    expect(aboutText(derived, { ids, message: 'Pathway T1 is full' })).toBe('s1:p1–w:1/1, s1:p2–w:3/1, t, pa');
    expect(aboutText(derived, { ids: ['T1'], message: 'Pathway T1 is full' })).toBeNull();
  });

  it('is counted beyond a line', () => {
    const ids = Array.from({ length: 11 }, (_, at) => `gone ${at}`);
    expect(aboutText(derived, { ids, message: '' })).toMatch(/^gone 0, .*, gone 7 and 3 more$/u);
  });
});

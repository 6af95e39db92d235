/** A link through panels as it is explained at a terminal. */
import { describe, expect, it } from 'vitest';
import { dossierText } from '../../../electron/cli/dossier.ts';
import { thingDossier } from '../../../electron/cli/thingDossier.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { panelHall } from '../../support/panelPlans.ts';

const derived = derive(panelHall().build());
const textOf = (id: string): string => {
  const dossier = thingDossier(derived, id);
  if (dossier === null) throw new Error(`nothing is called ${id}`);
  return dossierText(dossier);
};

describe('a cable through panels, explained', () => {
  it('shows its channel joint by joint, with what it uses up of the reach', () => {
    const text = textOf('l1#1');
    const way = text.slice(text.indexOf('Channel of'));
    expect(way.split('\n').map((line) => line.replace(/ {2,}/gu, '  ').trimEnd())).toEqual([
      'Channel of s1:p1–w:1/1  Longest',
      'the port of s1',
      '  s1:p1–w:1/1#1  3.050 m  Multimode jumper, type B',
      'panel pa',
      '  t  10.050 m  Trunk of four, type B, leg 1',
      'panel pb',
      '  s1:p1–w:1/1#3  3.050 m  Multimode jumper, type B',
      'the port of w',
      '',
      // 3.05 + 10.05 + 3.05 m.
      'Length  16.150 m  of 50.000 m of reach, ordered lengths at their longest',
      'Joints  4  no limit published',
      'Loss  1.45 dB  no limit published',
      expect.stringMatching(/^warning {2}nobody published/u) as string,
      '',
    ]);
    // The reach is of all cables together, not of this one.
    expect(text).not.toContain('longest that cable and optics allow');
    expect(textOf('l3')).toContain('longest that cable and optics allow');
  });

  it('is found by the name of the link that findings give, and a trunk shows every channel in it', () => {
    expect(textOf('s1:p1–w:1/1')).toBe(textOf('l1'));
    expect(textOf('s2:p1-w:2/1')).toContain('Channel of s2:p1–w:2/1');
    expect(textOf('t').match(/Channel of/gu)).toHaveLength(2);
  });
});

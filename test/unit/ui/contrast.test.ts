import { describe, expect, it } from 'vitest';
import { changeColors } from '../../../renderer/canvas/paintChanges.ts';
import { schemes, tierColor, tierPlace, type SchemeName } from '../../../renderer/theme/tokens.ts';
import { contrast } from '../../support/contrast.ts';

describe.each(['light', 'dark'] as const)('the %s scheme', (name: SchemeName) => {
  const { surface, canvas, tiers } = schemes[name];
  const grounds = { paper: surface.paper, panel: surface.panel, raised: surface.raised, hover: surface.hover };
  const texts = {
    text: surface.text,
    textSoft: surface.textSoft,
    textFaint: surface.textFaint,
    accentText: surface.accentText,
    error: surface.error,
    warning: surface.warning,
    good: surface.good,
  };

  it.each(Object.entries(texts))('keeps %s readable on every ground', (_text, color) => {
    for (const ground of Object.values(grounds)) expect(contrast(color, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps text readable on selected rows and on filled buttons', () => {
    expect(contrast(surface.text, surface.accentSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(surface.textSoft, surface.accentSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(surface.accentText, surface.accentSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(surface.onAccent, surface.accent)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps labels on the drawing readable on the floor and on cabinets', () => {
    for (const ground of [canvas.floor, canvas.background, canvas.cabinetFill, canvas.cabinetNetworkFill]) {
      expect(contrast(canvas.label, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(canvas.labelSoft, ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(canvas.ruler, canvas.rulerGround)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps marks of a comparison readable on the floor and on cabinets, and the sign in their badge too', () => {
    for (const color of Object.values(changeColors(name)))
      for (const ground of [canvas.floor, canvas.background, canvas.cabinetFill, canvas.cabinetNetworkFill, surface.paper])
        expect(contrast(color, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps every tier at least 3 : 1 against the floor', () => {
    for (const color of tiers) expect(contrast(color, canvas.floor)).toBeGreaterThanOrEqual(3);
  });
});

describe('colors of tiers', () => {
  it('go by name, the known ones all different', () => {
    const known = ['node-leaf', 'leaf-spine', 'ufm', 'spine-core', 'manual'].map((tier) => tierColor(tier, 'light'));
    expect(new Set(known).size).toBe(known.length);
  });

  it('never give an unknown name a known tier’s color', () => {
    for (const name of ['a', 'bb', 'leaf-leaf', 'storage-leaf']) expect(tierPlace(name)).toBeGreaterThanOrEqual(5);
  });
});

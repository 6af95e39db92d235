import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { explain } from '../../../shared/engine/explain.ts';
import { packSection } from '../../../shared/engine/packSection.ts';
import { traySection } from '../../../shared/engine/traySection.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';

const read = parsePlan(readFileSync(new URL('../../../assets/samples/one-megawatt-hall.raceway', import.meta.url)));
const derived = derive(must(read.ok ? read.value : null, 'sample'));

describe('a section of a pathway', () => {
  it('shows at the fullest place what the segment says of it, for every segment', () => {
    for (const { id } of derived.survey.network.segments) {
      const section = must(traySection(derived, id, null), id);
      const segment = explain(derived, id);
      if (segment?.kind !== 'segment') throw new Error(id);
      expect(section.circles).toHaveLength(segment.cablesAtFullest);
      expect(section.usedAreaMm2).toBeCloseTo(segment.usedAreaMm2, 6);
      expect(section.massGPerM).toBeCloseTo(segment.massGPerM, 6);
      expect(section.groups.reduce((sum, { cables }) => sum + cables.length, 0)).toBe(section.circles.length);
    }
  });

  it('by hand: where tray A-1 begins only the loomed cables of A01 lie, and looms are whole', () => {
    const section = must(traySection(derived, 'tray-A-01', 700), 'section');
    // Two nodes of eight ports each, in looms to the cabinets of their leaves.
    expect(section.groups.every(({ name }) => name.startsWith('A01-'))).toBe(true);
    expect(section.circles).toHaveLength(16);
    for (const { loom, cables } of section.groups) {
      const known = explain(derived, must(loom, 'loom'));
      expect(known?.kind === 'loom' && known.cables).toBe(cables.length);
    }
    expect(traySection(derived, 'nothing', null)).toBeNull();
    expect(must(traySection(derived, 'tray-A-01', 1e9), 'section').atMm).toBe(section.lengthMm);
  });

  it('packs cables side by side: none overlaps another, a wall or the bed, and none is lost', () => {
    const diameters = fc.array(fc.array(fc.integer({ min: 2, max: 12 }), { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 600 }), fc.integer({ min: 20, max: 150 }), diameters, (widthMm, depthMm, groups) => {
        const circles = packSection(widthMm, depthMm, groups);
        expect(circles.map(({ rMm }) => 2 * rMm)).toEqual(groups.flat());
        circles.forEach(({ xMm, yMm, rMm }, at) => {
          expect(xMm - rMm).toBeGreaterThanOrEqual(-1e-9);
          expect(xMm + rMm).toBeLessThanOrEqual(widthMm + 1e-9);
          expect(yMm - rMm).toBeGreaterThanOrEqual(-1e-9);
          for (const other of circles.slice(0, at)) {
            expect(Math.hypot(other.xMm - xMm, other.yMm - yMm)).toBeGreaterThanOrEqual(rMm + other.rMm - 1e-9);
          }
        });
      }),
      { numRuns: 60 },
    );
  });
});

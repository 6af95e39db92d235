import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleAt, drawGroups } from '../../../renderer/panels/sectionPaths.ts';
import { packSection } from '../../../shared/engine/packSection.ts';
import type { TraySection } from '../../../shared/engine/traySection.ts';

/** A section of these groups of diameters, packed as the engine packs them. */
function sectionOf(diameters: readonly (readonly number[])[]): TraySection {
  const circles = packSection(300, 100, diameters);
  return {
    segment: 'tray',
    kind: 'basket',
    atMm: 0,
    lengthMm: 1000,
    widthMm: 300,
    depthMm: 100,
    areaMm2: 30_000,
    usedAreaMm2: 1,
    massGPerM: 1,
    circles,
    groups: diameters.map((own, group) => ({
      loom: null,
      name: `group ${group}`,
      cables: own.map((_, place) => `cable ${group}.${place}`),
      names: own.map((_, place) => `name ${group}.${place}`),
      areaMm2: 1,
      massGPerM: 1,
    })),
  };
}

const groups = fc.array(fc.array(fc.integer({ min: 2, max: 12 }), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 });

describe('drawing a section', () => {
  it('draws a group as one outline with a circle for every cable', () => {
    const section = sectionOf([[4, 4, 4], [6]]);
    expect(drawGroups(section, 100).map(({ outline }) => outline.match(/M/g)?.length)).toEqual([3, 1]);
  });

  it('finds every cable by its middle, and none far from all', () => {
    fc.assert(
      fc.property(groups, (diameters) => {
        const section = sectionOf(diameters);
        for (const [place, { xMm, yMm }] of section.circles.entries()) expect(circleAt(section, xMm, yMm)).toBe(place);
        expect(circleAt(section, -50, -50)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });
});

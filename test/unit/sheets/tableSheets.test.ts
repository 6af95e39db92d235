import { describe, expect, it } from 'vitest';
import { derive } from '../../../shared/engine/engine.ts';
import { pullGroups } from '../../../shared/sheets/pullOrder.ts';
import { compareNames } from '../../../shared/plan/compareNames.ts';
import { cabinetRows } from '../../../shared/sheets/rows.ts';
import { sheetSet } from '../../../shared/sheets/sheetSet.ts';
import { shortRoute } from '../../../shared/sheets/shortRoute.ts';
import { textWidthMm } from '../../../shared/sheets/textMetrics.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { sheetsOf, textsOf } from '../../support/sheetFiles.ts';
import { smallHall } from '../../support/sheetPlans.ts';

describe('pull sheets', () => {
  const derived = derive(smallHall());
  const sheets = sheetsOf(derived, 'A4', 'pull');

  it('hold every cable once', () => {
    const { cabling } = derived;
    const names = new Set(Array.from({ length: cabling.cables.count }, (_, cable) => cabling.cableName(cable)));
    const drawn = sheets.flatMap((sheet) => textsOf(sheet).map(({ text }) => text)).filter((text) => names.has(text));
    expect(drawn).toHaveLength(cabling.cables.count);
    expect(new Set(drawn)).toEqual(names);
  });

  it('begin with the farthest cable of each cabinet', () => {
    const { survey, cabling } = derived;
    const groups = pullGroups(derived, cabinetRows(survey.halls, survey.cabinets));
    expect(groups[0]!.cabinet.cabinet.name).toBe('A01');
    for (const { cables } of groups) {
      const lengths = cables.map((cable) => cabling.cables.pathMm[cable]!);
      expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    }
  });

  it('say what to bring to the cabinet', () => {
    expect(sheets.flatMap((sheet) => textsOf(sheet).map(({ text }) => text))).toContainEqual(
      expect.stringMatching(/^Bring: \d+ × \d+ m Multimode jumper/),
    );
  });

  it('repeat the head on the pages of a long table', () => {
    const builder = new PlanBuilder().hall().cabinet('A', 0, 0).cabinet('B', 600, 0);
    for (let i = 0; i < 20; i += 1) builder.device(`a${i}`, 'A', 1 + i * 2).device(`b${i}`, 'B', 1 + i * 2);
    for (let i = 0; i < 80; i += 1)
      builder.link(`L${String(i).padStart(3, '0')}`, `a${i >> 2}:p${(i % 4) + 1}`, `b${i >> 2}:p${(i % 4) + 1}`);
    const pages = sheetsOf(builder.build(), 'A4', 'pull');
    expect(pages.length).toBeGreaterThan(1);
    for (const [i, page] of pages.entries()) {
      const words = textsOf(page).map(({ text }) => text);
      expect(words).toContain('Family');
      expect(words).toContainEqual(expect.stringContaining(`page ${i + 1} of ${pages.length}`));
    }
  });

  it('name a run of neighbouring segments as a range', () => {
    expect(shortRoute('Tray A-2 > Cross 1-A > Cross 1-B > Cross 1-C > Tray D-2')).toBe('Tray A-2 > Cross 1-A to C > Tray D-2');
    expect(shortRoute('inside the cabinet')).toBe('inside the cabinet');
  });
});

describe('label sheets', () => {
  const derived = derive(smallHall());
  const sheets = sheetsOf(derived, 'A4', 'labels');

  it('have a label for both ends of every cable, this end first', () => {
    const labels = sheets.flatMap((sheet) => textsOf(sheet).map(({ text }) => text)).filter((text) => /^[AB]\d\d-\d+R?:.*\//.test(text));
    expect(labels).toHaveLength(2 * derived.cabling.cables.count);
    const [first, second] = labels as [string, string];
    expect(second).toBe(first.split('/').reverse().join('/'));
  });

  it('stand upright, and state the size of a label', () => {
    expect(sheets[0]!.paper.heightMm).toBeGreaterThan(sheets[0]!.paper.widthMm);
    expect(textsOf(sheets[0]!).map(({ text }) => text)).toContainEqual(expect.stringContaining('46 × 12.7 mm'));
  });

  it('keep every text within its label', () => {
    const wide = new PlanBuilder()
      .hall()
      .cabinet('A', 0, 0, { name: 'A very long cabinet name indeed' })
      .cabinet('B', 600, 0, { name: 'Another one, as long as that' });
    wide.device('a', 'A', 1).device('b', 'B', 1).link('L1', 'a:p1', 'b:p1');
    for (const mark of textsOf(sheetsOf(wide.build(), 'A4', 'labels')[0]!)) {
      if (!/cabinet name|Another/.test(mark.text)) continue;
      expect(textWidthMm(mark.text, mark.sizeMm, mark.weight)).toBeLessThanOrEqual(46);
    }
  });
});

describe('a set of sheets', () => {
  it('knows its number before it draws, and numbers its sheets', () => {
    const set = sheetSet(derive(smallHall()), { paper: 'A3', only: ['plan', 'elevations', 'pull', 'labels'] });
    const sheets = [...set];
    expect(sheets).toHaveLength(set.count);
    expect(set.parts.reduce((sum, part) => sum + part.count, 0)).toBe(set.count);
    sheets.forEach((sheet, i) => expect(textsOf(sheet).map(({ text }) => text)).toContain(`${i + 1} of ${set.count}`));
    expect(new Set(sheets.map(({ id }) => id)).size).toBe(set.count);
  });

  it('is the same each time it is read', () => {
    const set = sheetSet(derive(smallHall()), { paper: 'A4', only: ['plan', 'labels'] });
    expect([...set]).toEqual([...set]);
  });

  it('is empty where there is nothing of a kind', () => {
    expect(sheetsOf(new PlanBuilder().hall().build(), 'A4', 'elevations', 'pull', 'labels')).toEqual([]);
  });
});

describe('names', () => {
  it('sort as people count', () => {
    expect(['A10', 'A2', 'A1', 'B1'].sort(compareNames)).toEqual(['A1', 'A2', 'A10', 'B1']);
  });
});

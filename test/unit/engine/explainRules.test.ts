import { describe, expect, it } from 'vitest';
import { thingDossier } from '../../../electron/cli/thingDossier.ts';
import { dossierText } from '../../../electron/cli/dossier.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { explain } from '../../../shared/engine/explain.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { CABINET, TEST_CATALOG } from '../../support/testCatalog.ts';
import { sizeFor } from '../../support/tightCabinets.ts';

/** Two ways between two cabinets, of which the longer is pinned for one of two links that are kept apart. */
function ring(): PlanBuilder {
  return new PlanBuilder()
    .hall()
    .cabinet('A', 1400, 3100, { model: 'test/wide-cabinet' })
    .cabinet('B', 11_400, 3100, { model: 'test/wide-cabinet' })
    .device('a', 'A', 1, { type: 'test/switch' })
    .device('b', 'B', 1, { type: 'test/switch' })
    .junction('nw', 2000, 3000)
    .junction('ne', 12_000, 3000)
    .junction('sw', 2000, 7000)
    .junction('se', 12_000, 7000)
    .segment('west', 'nw', 'sw')
    .segment('east', 'ne', 'se')
    .segment('short', 'nw', 'ne', { acceptsDrops: false, carries: ['fiber'] })
    .segment('long', 'sw', 'se', { acceptsDrops: false })
    .link('l1', 'a:1/1', 'b:1/1')
    .link('l2', 'a:2/1', 'b:2/1')
    .link('l3', 'a:3/1', 'b:3/1');
}

describe('rules in explanations', () => {
  const plan = ring()
    .routeRule('r', { kind: 'links', links: ['l1'] }, ['long'])
    .routeRule('f', { kind: 'family', family: 'test/jumper' }, [], ['east'])
    .keepApart('g', ['l1', 'l2'])
    .build();

  it('say of a cable which rule bent it, and how much shorter it would be without', () => {
    const derived = derive({ ...plan, routeRules: new Map([...plan.routeRules].filter(([id]) => id === 'r')) });
    const cable = explain(derived, 'l1');
    if (cable?.kind !== 'cable') throw new Error('no cable');
    expect(cable.route).toMatchObject({
      pinnedBy: { id: 'r', name: 'Rule r' },
      pins: ['long'],
      forbiddenBy: [],
      isRuledOut: false,
      apart: [{ group: { id: 'g' }, kind: 'apart', gapMm: 0, places: [] }],
    });
    expect((cable.derivation.pathMm ?? 0) - (cable.route?.freePathMm ?? 0)).toBeGreaterThan(3000);
    const text = dossierText(thingDossier(derived, 'l1')!);
    expect(text).toMatch(/Without rules .* path is \d+\.\d+ m longer/);
    expect(text).toContain('Rule r (r): long');
    expect(text).toMatch(/Kept apart .*Apart g \(g\): apart from .*, by the shortest ways/);
    const free = explain(derived, 'l3');
    expect(free?.kind === 'cable' && free.route).toBeNull();
  });

  it('say of a cable that makes room in a cabinet by how much it is longer, and put that down to no rule', () => {
    const model = { ...CABINET, managerArea: sizeFor(1) };
    const derived = derive(
      new PlanBuilder()
        .withCatalog({ cabinetModels: new Map([...TEST_CATALOG.cabinetModels, [model.id, model]]) })
        .hall()
        .cabinet('A', 1000, 3000)
        .device('a', 'A', 1)
        .device('b', 'A', 20)
        .link('l1', 'a:p1', 'b:p1')
        .link('l2', 'a:p2', 'b:p2')
        .link('l3', 'a:p3', 'a:p4')
        .routeRule('r', { kind: 'links', links: ['l3'] }, [], [])
        .build(),
    );
    // Of p1 and p2, 50 mm and 70 mm from the right manager and 450 mm and 430 mm from the left one, p2 loses less.
    const [stays, goes] = [explain(derived, 'l1'), explain(derived, 'l2')];
    if (stays?.kind !== 'cable' || goes?.kind !== 'cable') throw new Error('no cable');
    expect([stays.madeRoomMm, goes.madeRoomMm, goes.route]).toEqual([0, 720, null]);
    expect(dossierText(thingDossier(derived, 'l2')!)).toMatch(
      /Makes room +0\.720 m +of the path, as a shorter way leads through what is full/,
    );
    expect(dossierText(thingDossier(derived, 'l1')!)).not.toContain('Makes room');
  });

  it('say by how much cables kept apart run longer once one of them had to make room', () => {
    const derived = derive(ring().keepApart('g', ['l1', 'l2']).build());
    const { cabling } = derived;
    const pathMm = cabling.cables.pathMm.slice();
    pathMm[cabling.findCable('l2') ?? -1]! += 700;
    const moved = { ...derived, cabling: { ...cabling, cables: { ...cabling.cables, pathMm } } };
    const apartOf = (one: typeof derived): unknown => {
      const cable = explain(one, 'l1');
      return cable?.kind === 'cable' ? cable.route?.apart : null;
    };
    expect(apartOf(derived)).toMatchObject([{ kind: 'apart', gapMm: 0, madeRoomMm: 0 }]);
    expect(apartOf(moved)).toMatchObject([{ kind: 'apart', gapMm: 700, madeRoomMm: 700 }]);
    expect(dossierText(thingDossier(moved, 'l1')!)).toMatch(
      /Kept apart .*, at most 0\.70+ m longer in all than the shortest \(0\.70+ m to make room where it is full\)/,
    );
  });

  it('say of a pathway what it carries and which rules name it', () => {
    const derived = derive({
      ...plan,
      obstacles: new Map([['z', { id: 'z', hall: 'H', name: 'Exit', kind: 'keep-clear', outline: rectangle(5000, 2500, 900, 900) }]]),
    });
    const rulesOf = (id: string): unknown => {
      const segment = explain(derived, id);
      return segment?.kind === 'segment' ? segment.rules : null;
    };
    expect(rulesOf('short')).toEqual({ carries: ['fiber'], pinnedBy: [], forbiddenBy: [], zones: ['Exit'] });
    expect(rulesOf('long')).toEqual({ carries: null, pinnedBy: [{ id: 'r', name: 'Rule r' }], forbiddenBy: [], zones: [] });
    expect(rulesOf('east')).toEqual({ carries: null, pinnedBy: [], forbiddenBy: [{ id: 'f', name: 'Rule f' }], zones: [] });
    const text = dossierText(thingDossier(derived, 'short')!);
    expect(text).toMatch(/Carries +fiber/);
    expect(text).toMatch(/Keep-clear zone +Exit/);
  });

  it('say nothing where there are none', () => {
    const derived = derive(ring().segment('short', 'nw', 'ne', { acceptsDrops: false }).build());
    const cable = explain(derived, 'l1');
    expect(cable?.kind === 'cable' && cable.route).toBeNull();
    expect(derived.cabling.rules).toBeNull();
  });
});

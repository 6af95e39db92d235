/**
 * Cables worked out by hand, term by term, on the round figures of the test catalog:
 *
 *   cabinet     600 wide, 1200 deep, 2000 high; vertical managers 50 from each side and 200 from front and rear;
 *               openings (from the left seen from the front, from the front): top rear 300/1100, top front 300/100, bottom rear 300/1000
 *   height      port p1 of a server at U1: 100 + 22 = 122; at U11: 100 + 10 × 44.45 + 22 = 566.5, so 567
 *   server p1   on the rear, 60 + 40 = 100 from the left seen from the rear: 500 from the left seen from the front, 50 from the right manager
 *   switch 1/1  on the front, 60 + 40 = 100 from the left seen from the front: 50 from the left manager
 *   jumper      slack 500 an end + 2 % of the pathway; stocked at 3, 5, 7, 10, 15, 20, 30, 50 m, less 50 of tolerance
 */
import { describe, expect, it } from 'vitest';
import type { CableDerivation, TermKind } from '../../../shared/cabling/types.ts';
import type { Fabric, Plan } from '../../../shared/plan/types.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { explainCable } from '../../../shared/cabling/explainCable.ts';
import { COPPER_PARTS, JUMPER_PARTS, PlanBuilder } from '../../support/planBuilder.ts';

type HandTerm = readonly [kind: TermKind, lengthMm: number];

interface Worked {
  readonly name: string;
  readonly plan: PlanBuilder;
  /** From the A end to the B end. */
  readonly terms: readonly HandTerm[];
  readonly pathMm: number;
  readonly slackMm: number;
  readonly requiredMm: number;
  readonly orderedMm: number | null;
}

/** p1 of a server at U1, right manager, up, to the rear opening, and up to a pathway at 2500: 50 + 1878 + 250 + 500 = 2678. */
const UP_FROM_SERVER: readonly HandTerm[] = [
  ['port-to-manager', 50],
  ['manager', 2000 - 122],
  ['manager-to-opening', 550 - 300],
  ['drop', 2500 - 2000],
];
const DOWN_TO_SERVER = [...UP_FROM_SERVER].reverse();

/** 1/1 of a switch at U11, left manager, up, across to the rear opening: 50 + 1433 + 800 + 250 + 500 = 3033. */
const UP_FROM_SWITCH: readonly HandTerm[] = [
  ['port-to-manager', 50],
  ['manager', 2000 - 567],
  ['front-to-rear', 1200 - 2 * 200],
  ['manager-to-opening', 300 - 50],
  ['drop', 500],
];
const DOWN_TO_SWITCH = [...UP_FROM_SWITCH].reverse();

function hall(): PlanBuilder {
  return new PlanBuilder().hall();
}

/** A server `a` at U1 of cabinet A, whose rear opening is at (1300, 4100). */
function withA(): PlanBuilder {
  return hall().cabinet('A', 1000, 3000).device('a', 'A', 1);
}

/** A tray from (0, 4100) to (13 000, 4100), straight over the rear openings of A and of what stands in its row. */
function withTray(plan: PlanBuilder): PlanBuilder {
  return plan.junction('west', 0, 4100).junction('east', 13_000, 4100).segment('tray', 'west', 'east');
}

const twoInARow = (): PlanBuilder => withTray(withA().cabinet('B', 7000, 3000).device('b', 'B', 1));

const cables: readonly Worked[] = [
  {
    name: 'within one cabinet, rear to rear: down the nearer manager',
    plan: hall().cabinet('A', 1000, 3000).device('a', 'A', 11).device('b', 'A', 1).link('x', 'a:p1', 'b:p1'),
    // The right manager is 50 from both ports; the left one 450. 567 − 122 = 445.
    terms: [
      ['port-to-manager', 50],
      ['manager', 445],
      ['port-to-manager', 50],
    ],
    pathMm: 545,
    slackMm: 300, // 2 × 150 inside a cabinet
    requiredMm: 845,
    orderedMm: 3000,
  },
  {
    name: 'within one cabinet, rear to front: across as well',
    plan: hall().cabinet('A', 1000, 3000).device('a', 'A', 1).device('b', 'A', 11, { type: 'test/switch' }).link('x', 'a:p1', 'b:1/1'),
    // Left manager: 450 + 50; right manager: 50 + 450; a tie goes left.
    terms: [
      ['port-to-manager', 450],
      ['manager', 445],
      ['front-to-rear', 800],
      ['port-to-manager', 50],
    ],
    pathMm: 1745,
    slackMm: 300,
    requiredMm: 2045,
    orderedMm: 3000,
  },
  {
    name: 'between baying neighbours, through the open sides over a gap of 10',
    plan: hall()
      .cabinet('A', 1000, 3000, { row: 'R', openSides: true })
      .cabinet('B', 1610, 3000, { row: 'R', openSides: true })
      .device('a', 'A', 1)
      .device('b', 'B', 11)
      .link('x', 'a:p1', 'b:p1'),
    // Seen from the front (from the north) B, in the east, is on the left of A: A's left manager faces B's right one.
    terms: [
      ['port-to-manager', 450],
      ['manager', 445],
      ['side-to-side', 50 + 10 + 50],
      ['port-to-manager', 50],
    ],
    pathMm: 1055,
    slackMm: 1000,
    requiredMm: 2055,
    orderedMm: 3000,
  },
  {
    name: 'along one tray over a row',
    plan: twoInARow().link('x', 'a:p1', 'b:p1'),
    terms: [...UP_FROM_SERVER, ['pathway', 7300 - 1300], ...DOWN_TO_SERVER],
    pathMm: 2678 + 6000 + 2678,
    slackMm: 1000 + 120,
    requiredMm: 12_476,
    orderedMm: 15_000,
  },
  {
    name: 'from a front port, where crossing inside (800) beats the front opening (1000 away from the tray)',
    plan: twoInARow().device('s', 'A', 11, { type: 'test/switch' }).link('x', 's:1/1', 'b:p1'),
    terms: [...UP_FROM_SWITCH, ['pathway', 6000], ...DOWN_TO_SERVER],
    pathMm: 3033 + 6000 + 2678,
    slackMm: 1000 + 120,
    requiredMm: 12_831,
    orderedMm: 15_000,
  },
  {
    name: 'over two levels, and in by the front opening, since 1000 of tray saved outweigh 800 across',
    plan: withA()
      .cabinet('B', 9700, 8000)
      .device('b', 'B', 1)
      .junction('j1', 0, 4100)
      .junction('j2', 10_000, 4100)
      .junction('j3', 10_000, 10_000)
      .segment('low', 'j1', 'j2')
      .segment('high', 'j2', 'j3', { elevationMm: 2800 })
      .link('x', 'a:p1', 'b:p1'),
    // B's front opening is at (9700 + 300, 8000 + 100), under the high tray, 8100 − 4100 along it.
    terms: [
      ...UP_FROM_SERVER,
      ['pathway', 10_000 - 1300],
      ['level-change', 2800 - 2500],
      ['pathway', 4000],
      ['drop', 2800 - 2000],
      ['manager-to-opening', 250],
      ['front-to-rear', 800],
      ['manager', 1878],
      ['port-to-manager', 50],
    ],
    pathMm: 2678 + 13_000 + 3778,
    slackMm: 1000 + 260,
    requiredMm: 20_716,
    orderedMm: 30_000, // 20 000 − 50 is too short
  },
  {
    name: 'around the corner of crossing trays to a cabinet turned by 180°',
    plan: withA()
      .cabinet('B', 4700, 8000, { rotationDeg: 180 })
      .device('b', 'B', 1)
      .junction('w', 0, 4100)
      .junction('x', 5000, 4100)
      .junction('e', 10_000, 4100)
      .junction('s', 5000, 9100)
      .segment('west', 'w', 'x')
      .segment('east', 'x', 'e')
      .segment('south', 'x', 's')
      .link('x', 'a:p1', 'b:p1'),
    // Its front looks south at y 9200, its left side is the western one: rear opening at (4700 + 300, 9200 − 1100).
    terms: [...UP_FROM_SERVER, ['pathway', 5000 - 1300], ['pathway', 8100 - 4100], ...DOWN_TO_SERVER],
    pathMm: 2678 + 7700 + 2678,
    slackMm: 1000 + 154,
    requiredMm: 14_210,
    orderedMm: 15_000,
  },
  {
    name: 'to a cabinet turned by 90° beside the tray, with an offset',
    plan: withTray(withA().cabinet('B', 6000, 3500, { rotationDeg: 90 }).device('b', 'B', 1)).link('x', 'a:p1', 'b:p1'),
    // Front to the east at x 7200, left side to the south at y 4100: rear opening at (7200 − 1100, 4100 − 300), 300 north of the tray.
    terms: [
      ...UP_FROM_SERVER,
      ['pathway', 6100 - 1300],
      ['offset', 300],
      ['drop', 500],
      ['manager-to-opening', 250],
      ['manager', 1878],
      ['port-to-manager', 50],
    ],
    pathMm: 2678 + 4800 + 300 + 2678,
    slackMm: 1000 + 96,
    requiredMm: 11_552,
    orderedMm: 15_000,
  },
  {
    name: 'through a conduit whose measured length counts, not its 3000 on the drawing',
    plan: withA()
      .cabinet('B', 9000, 3000)
      .device('b', 'B', 1)
      .junction('j0', 0, 4100)
      .junction('j1', 5000, 4100)
      .junction('j2', 8000, 4100)
      .junction('j3', 13_000, 4100)
      .segment('t1', 'j0', 'j1')
      .segment('duct', 'j1', 'j2', { kind: 'conduit', widthMm: 100, depthMm: 100, acceptsDrops: false, surveyedLengthMm: 4200 })
      .segment('t2', 'j2', 'j3')
      .link('x', 'a:p1', 'b:p1'),
    terms: [...UP_FROM_SERVER, ['pathway', 3700], ['pathway', 4200], ['pathway', 1300], ...DOWN_TO_SERVER],
    pathMm: 2678 + 9200 + 2678,
    slackMm: 1000 + 184,
    requiredMm: 15_740,
    orderedMm: 20_000,
  },
  {
    name: 'out of the bottom to a tray under the raised floor',
    plan: withA()
      .cabinet('B', 7000, 3000)
      .device('b', 'B', 1)
      .junction('w', 0, 4000)
      .junction('e', 10_000, 4000)
      .segment('under', 'w', 'e', { kind: 'underfloor', elevationMm: -300 })
      .link('x', 'a:p1', 'b:p1'),
    terms: [
      ['port-to-manager', 50],
      ['manager', 122],
      ['manager-to-opening', 250],
      ['drop', 300],
      ['pathway', 6000],
      ['drop', 300],
      ['manager-to-opening', 250],
      ['manager', 122],
      ['port-to-manager', 50],
    ],
    pathMm: 722 + 6000 + 722,
    slackMm: 1000 + 120,
    requiredMm: 8564,
    orderedMm: 10_000,
  },
  {
    name: 'between opposite rows over a higher cross tray: up and down again',
    plan: withA()
      .cabinet('B', 6700, 7000, { rotationDeg: 180 })
      .device('b', 'B', 1)
      .junction('aw', 0, 4100)
      .junction('ae', 10_000, 4100)
      .junction('bw', 0, 7100)
      .junction('be', 10_000, 7100)
      .segment('rowA', 'aw', 'ae')
      .segment('rowB', 'bw', 'be')
      .segment('cross', 'ae', 'be', { elevationMm: 2900 })
      .link('x', 'a:p1', 'b:p1'),
    // B's rear opening is at (6700 + 300, 8200 − 1100).
    terms: [
      ...UP_FROM_SERVER,
      ['pathway', 10_000 - 1300],
      ['level-change', 400],
      ['pathway', 3000],
      ['level-change', 400],
      ['pathway', 10_000 - 7000],
      ...DOWN_TO_SERVER,
    ],
    pathMm: 2678 + 15_500 + 2678,
    slackMm: 1000 + 310,
    requiredMm: 22_166,
    orderedMm: 30_000,
  },
  {
    name: 'with the required length set by hand: the way stays, the order follows the hand',
    plan: twoInARow().link('x', 'a:p1', 'b:p1').override('x', { requiredMm: 15_001 }),
    terms: [...UP_FROM_SERVER, ['pathway', 6000], ...DOWN_TO_SERVER],
    pathMm: 11_356,
    slackMm: 1120,
    requiredMm: 15_001,
    orderedMm: 20_000,
  },
  {
    name: 'made to order: the required length, rounded up to the next 100',
    plan: twoInARow().link('x', 'a:p1', 'b:p1', { ...JUMPER_PARTS, family: 'test/made-to-order' }),
    terms: [...UP_FROM_SERVER, ['pathway', 6000], ...DOWN_TO_SERVER],
    pathMm: 11_356,
    slackMm: 1120,
    requiredMm: 12_476,
    orderedMm: 12_500,
  },
  {
    name: 'a trunk: 2 m of slack an end and none for the pathway',
    plan: twoInARow().link('x', 'a:p1', 'b:p1', { ...JUMPER_PARTS, family: 'test/trunk' }),
    terms: [...UP_FROM_SERVER, ['pathway', 6000], ...DOWN_TO_SERVER],
    pathMm: 11_356,
    slackMm: 4000,
    requiredMm: 15_356,
    orderedMm: 20_000,
  },
  {
    name: 'copper that is too short at any length on offer',
    plan: twoInARow().link('x', 'a:p1', 'b:p1', COPPER_PARTS),
    terms: [...UP_FROM_SERVER, ['pathway', 6000], ...DOWN_TO_SERVER],
    pathMm: 11_356,
    slackMm: 0,
    requiredMm: 11_356,
    orderedMm: null,
  },
  {
    name: 'by the long way round, since the short one is not joined',
    plan: withA()
      .cabinet('B', 7000, 3000)
      .device('b', 'B', 1)
      .junction('j0', 0, 4100)
      .junction('j1', 4000, 4100)
      .junction('j2', 4500, 4100)
      .junction('j3', 10_000, 4100)
      .junction('j4', 0, 9000)
      .junction('j5', 10_000, 9000)
      .segment('t1', 'j0', 'j1')
      .segment('t2', 'j2', 'j3')
      .segment('t3', 'j0', 'j4')
      .segment('t4', 'j4', 'j5')
      .segment('t5', 'j5', 'j3')
      .link('x', 'a:p1', 'b:p1'),
    terms: [
      ...UP_FROM_SERVER,
      ['pathway', 1300],
      ['pathway', 4900],
      ['pathway', 10_000],
      ['pathway', 4900],
      ['pathway', 10_000 - 7300],
      ...DOWN_TO_SERVER,
    ],
    pathMm: 2678 + 23_800 + 2678,
    slackMm: 1000 + 476,
    requiredMm: 30_632,
    orderedMm: 50_000,
  },
];

function explained(plan: Plan, id: string): CableDerivation {
  const derived = derive(plan);
  const cable = derived.cabling.findCable(id);
  if (cable === null) throw new Error(`no cable ${id}`);
  return explainCable(derived, cable);
}

/** Terms of some length: a drop straight below a tray has no offset worth a line. */
function shown(derivation: CableDerivation): readonly HandTerm[] {
  return derivation.terms.filter(({ lengthMm }) => lengthMm > 0).map(({ kind, lengthMm }) => [kind, lengthMm]);
}

function expectWorked(derivation: CableDerivation, worked: Omit<Worked, 'name' | 'plan'>): void {
  const actual = shown(derivation);
  expect(actual.map(([kind]) => kind)).toEqual(worked.terms.map(([kind]) => kind));
  const astray = actual.filter(([, lengthMm], term) => Math.abs(lengthMm - (worked.terms[term]?.[1] ?? NaN)) > 10);
  expect(astray).toEqual([]);
  expect({
    pathMm: derivation.pathMm,
    slackMm: derivation.slack?.totalMm,
    requiredMm: derivation.requiredMm,
    orderedMm: derivation.orderedMm,
  }).toEqual({
    pathMm: worked.pathMm,
    slackMm: worked.slackMm,
    requiredMm: worked.requiredMm,
    orderedMm: worked.orderedMm,
  });
}

describe('cables worked out by hand', () => {
  for (const worked of cables) {
    it(worked.name, () => expectWorked(explained(worked.plan.build(), 'x'), worked));
  }

  it('a splitter: its longest leg sets the length', () => {
    const fabric: Fabric = {
      id: 'F',
      name: 'F',
      rule: { kind: 'rail-optimised', parameters: { su: 1, nodesPerSu: 2, rails: 2, uplinksPerLeaf: 2, switchPorts: 32, ufm: true } },
      tiers: {
        'node-leaf': JUMPER_PARTS,
        'leaf-spine': JUMPER_PARTS,
        ufm: { ...JUMPER_PARTS, family: 'test/splitter' },
      },
      slots: { 'su1.leaf1': 'leaf', ufm1: 'near', ufm2: 'far' },
    };
    const plan = withTray(
      hall()
        .cabinet('A', 1000, 3000)
        .cabinet('B', 4000, 3000)
        .cabinet('C', 7000, 3000)
        .device('leaf', 'A', 11, { type: 'test/switch' })
        .device('near', 'B', 1)
        .device('far', 'C', 1)
        .fabric(fabric),
    ).build();
    // Port 2 of the leaf shares the cage of port 1. The near leg takes 3000 of tray, the far one 7300 − 1300.
    const derivation = explained(plan, 'F/ufm/ufm1:1–su1.leaf1:2');
    expect(derivation.linkIds).toEqual(['F/ufm/ufm1:1–su1.leaf1:2', 'F/ufm/ufm2:1–su1.leaf1:2']);
    expectWorked(derivation, {
      terms: [...UP_FROM_SERVER, ['pathway', 6000], ...DOWN_TO_SWITCH],
      pathMm: 2678 + 6000 + 3033,
      slackMm: 1000 + 120,
      requiredMm: 12_831,
      orderedMm: 20_000, // the splitter is stocked at 3, 5, 10, 20, 30 m
    });
  });

  it('no route is told as such, not as a length', () => {
    const derivation = explained(withA().cabinet('B', 7000, 3000).device('b', 'B', 1).link('x', 'a:p1', 'b:p1').build(), 'x');
    expect(derivation).toMatchObject({
      terms: [],
      pathMm: null,
      slack: null,
      requiredMm: null,
      orderedMm: null,
      surplusMm: null,
      sku: null,
    });
  });
});

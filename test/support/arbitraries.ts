/** Random plans whose references are sound, for laws that must hold of every plan. Nothing else about them is sensible. */
import { obstacleKindNames } from '../../shared/plan/obstacleKinds.ts';
import fc from 'fast-check';
import { slotsOf, tiersWithLinks } from '../../shared/fabrics/fabricRule.ts';
import { doubledArea } from '../../shared/plan/outlineArea.ts';
import { emptyPlan } from '../../shared/plan/emptyPlan.ts';
import { railCounts } from '../../shared/fabrics/railCounts.ts';
import { aidArbitraries } from './aidArbitraries.ts';
import { idArbitrary, nameArbitrary, oneOf, table, tableOf, textArbitrary, unknownField } from './arbitraryParts.ts';
import { carriesField, routingArbitraries } from './routingArbitraries.ts';
import { TEST_CATALOG } from './testCatalog.ts';
import { underlayArbitraries } from './underlayArbitraries.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import type {
  Cabinet,
  Device,
  Door,
  Exclusion,
  Fabric,
  Group,
  GroupMember,
  Hall,
  HandLink,
  Junction,
  LengthPlan,
  LoomDecision,
  Obstacle,
  Override,
  Plan,
  PointMm,
  Segment,
  Settings,
  TierParts,
} from '../../shared/plan/types.ts';
import type { RailParameters } from '../../shared/fabrics/railParameters.ts';

const coordinate = fc.integer({ min: -60_000, max: 60_000 });
const size = fc.integer({ min: 1, max: 5_000 });
const quarter = fc.constantFrom(0, 90, 180, 270);
const direction = fc.oneof(quarter, fc.integer({ min: 0, max: 359 }));
const point: fc.Arbitrary<PointMm> = fc.tuple(coordinate, coordinate);
/** Corners that enclose something, as a sound plan has them. */
const outlineOf = (most: number): fc.Arbitrary<PointMm[]> =>
  fc.array(point, { minLength: 3, maxLength: most }).filter((corners) => doubledArea(corners) !== 0);

const hall = (id: string): fc.Arbitrary<Hall> =>
  fc.record({
    id: fc.constant(id),
    name: nameArbitrary,
    frame: fc.record({ xMm: coordinate, yMm: coordinate, zMm: coordinate, rotationDeg: direction }),
    outline: outlineOf(6),
    clearHeightMm: size,
    floor: fc.record({
      kind: fc.constantFrom('slab', 'raised'),
      pointLoadG: fc.option(fc.nat()),
      rollingLoadG: fc.option(fc.nat()),
      areaLoadPa: fc.option(fc.nat()),
    }),
    tile: fc.record({ sizeMm: size, originXMm: coordinate, originYMm: coordinate }),
    powerBudgetW: fc.option(fc.nat()),
  });

const tierParts: fc.Arbitrary<TierParts> = fc.record({
  family: fc.constantFrom(...TEST_CATALOG.cableFamilies.keys()),
  transceiverA: fc.option(fc.constantFrom(...TEST_CATALOG.transceivers.keys())),
  transceiverB: fc.option(fc.constantFrom(...TEST_CATALOG.transceivers.keys())),
});

/** Parameters for which the rule gives a small fabric. */
export const railParametersArbitrary: fc.Arbitrary<RailParameters> = fc
  .record({
    su: fc.integer({ min: 1, max: 3 }),
    nodesPerSu: fc.integer({ min: 1, max: 4 }),
    rails: fc.integer({ min: 1, max: 3 }),
    uplinksPerLeaf: fc.integer({ min: 1, max: 4 }),
    switchPorts: fc.integer({ min: 2, max: 12 }),
    ufm: fc.boolean(),
    ufmUnit: fc.option(fc.oneof(fc.constantFrom('first' as const, 'last' as const), fc.integer({ min: 1, max: 3 })), { nil: undefined }),
  })
  .map(({ ufmUnit, ...rest }) => (ufmUnit === undefined ? rest : { ...rest, ufmUnit }))
  .filter((parameters) => railCounts(parameters).ok);

/** Two tiers: single cables from devices to ports of one, and splitters from pairs of devices to one port each. */
const tableRuleArbitrary: fc.Arbitrary<Fabric['rule']> = fc
  .record({
    ends: fc.integer({ min: 1, max: 5 }),
    splitters: fc.integer({ min: 0, max: 2 }),
    block: fc.option(fc.constantFrom('switch', 'ports')),
  })
  .map(({ ends, splitters, block }) => ({
    kind: 'table',
    tiers: [
      { name: 'direct', blockA: block, blockB: null, legs: 1 },
      { name: 'split', blockA: null, blockB: null, legs: 2 },
    ],
    rows: [
      ['direct', `n[1-${ends}]:1`, `s1:[1-${ends}]`],
      ...Array.from({ length: splitters }, (_, at) => ['split', `n[1-2]:${at + 2}`, `s2:${at + 1}`] as const),
    ],
  }));

function fabric(id: string, devices: readonly string[]): fc.Arbitrary<Fabric> {
  const rail = railParametersArbitrary.map((parameters) => ({ kind: 'rail-optimised', parameters }) as const);
  return fc.oneof(rail, tableRuleArbitrary).chain((rule) => {
    const tiers = tiersWithLinks(rule).map((name) => [name, tierParts] as const);
    return fc.record({
      id: fc.constant(id),
      name: nameArbitrary,
      rule: fc.constant(rule),
      tiers: fc.record(Object.fromEntries(tiers)),
      slots: fc.dictionary(fc.constantFrom(...slotsOf(rule)), oneOf(devices), { noNullPrototype: true }),
    });
  });
}

const settings: fc.Arbitrary<Settings> = fc
  .record({
    author: textArbitrary,
    dropReachMm: size,
    feedsPerCabinet: fc.integer({ min: 1, max: 4 }),
    units: fc.constantFrom('metric', 'imperial'),
  })
  .map(({ author, ...some }) => {
    const standard = emptyPlan('').settings;
    return {
      ...standard,
      ...some,
      labourProfile: [...TEST_CATALOG.labourProfiles.keys()][0]!,
      titleBlock: { ...standard.titleBlock, author },
    };
  });

const catalog: fc.Arbitrary<Catalog> = unknownField.map((more) => {
  const models = [...TEST_CATALOG.cabinetModels].map(([id, model]) => [id, { ...model, ...more }] as const);
  return { ...TEST_CATALOG, cabinetModels: new Map(models) };
});

/** Any plan with sound references. */
export const planArbitrary: fc.Arbitrary<Plan> = fc
  .record({ name: textArbitrary, settings, catalog, halls: table(0, 2, hall), more: unknownField })
  .chain(({ more, ...base }) => {
    const halls = [...base.halls.values()];
    const anyHall = oneOf(halls.map(({ id }) => id));
    const inHall = { hall: anyHall, name: nameArbitrary };
    const places = fc.record({
      doors: tableOf<Door>(halls.length, 3, (id) =>
        fc.record({
          id: fc.constant(id),
          ...inHall,
          edge: fc.integer({ min: 0, max: 2 }),
          offsetMm: fc.nat({ max: 9_000 }),
          clearWidthMm: size,
          clearHeightMm: size,
          leaves: fc.constantFrom(1, 2),
          swing: fc.constantFrom('in', 'out'),
          delivery: fc.boolean(),
        }),
      ),
      obstacles: tableOf<Obstacle>(halls.length, 3, (id) =>
        fc.record({
          id: fc.constant(id),
          ...inHall,
          kind: fc.constantFrom(...obstacleKindNames),
          outline: outlineOf(5),
        }),
      ),
      cabinets: tableOf<Cabinet>(halls.length, 6, (id) =>
        fc.record({
          id: fc.constant(id),
          ...inHall,
          model: fc.constantFrom(...TEST_CATALOG.cabinetModels.keys()),
          row: fc.option(nameArbitrary),
          xMm: coordinate,
          yMm: coordinate,
          rotationDeg: direction,
          openSides: fc.boolean(),
          powerBudgetW: fc.option(fc.nat()),
        }),
      ),
      junctions: tableOf<Junction>(halls.length, 6, (id) =>
        fc.record({ id: fc.constant(id), hall: anyHall, xMm: coordinate, yMm: coordinate }),
      ),
    });
    return places.map((placed) => ({ ...emptyPlan(''), ...base, ...placed, ...more }));
  })
  .chain((plan) => {
    const cabinets = [...plan.cabinets.keys()];
    const junctions = [...plan.junctions.keys()];
    const contents = fc.record({
      devices: tableOf<Device>(cabinets.length, 8, (id) =>
        fc.record({
          id: fc.constant(id),
          cabinet: oneOf(cabinets),
          type: fc.constantFrom(...TEST_CATALOG.deviceTypes.keys()),
          name: nameArbitrary,
          role: fc.constantFrom('node', 'leaf', 'spine', 'core', 'ufm', 'other'),
          positionU: fc.integer({ min: 1, max: 52 }),
          face: fc.constantFrom('front', 'rear'),
        }),
      ),
      segments: tableOf<Segment>(junctions.length < 2 ? 0 : 1, 6, (id) =>
        fc.shuffledSubarray(junctions, { minLength: 2, maxLength: 2 }).chain(([from, to]) =>
          fc
            .tuple(
              fc.record({
                id: fc.constant(id),
                name: nameArbitrary,
                from: fc.constant(from!),
                to: fc.constant(to!),
                kind: fc.constantFrom('ladder', 'basket', 'raceway', 'conduit', 'underfloor'),
                widthMm: size,
                depthMm: size,
                elevationMm: coordinate,
                massLimitGPerM: fc.option(fc.nat()),
                acceptsDrops: fc.boolean(),
                surveyedLengthMm: fc.option(fc.integer({ min: 1, max: 90_000 })),
              }),
              carriesField,
            )
            .map(([whole, carries]): Segment => ({ ...whole, ...carries })),
        ),
      ),
      exclusions: table<Exclusion>(0, 3, (id) =>
        fc.record({
          id: fc.constant(id),
          code: nameArbitrary,
          ids: fc.array(idArbitrary),
          reason: textArbitrary,
          by: textArbitrary,
          on: textArbitrary,
        }),
      ),
      overrides: table<Override>(0, 3, (id) =>
        fc.record({
          id: fc.constant(id),
          label: fc.option(nameArbitrary),
          requiredMm: fc.option(size),
          family: fc.option(fc.constantFrom(...TEST_CATALOG.cableFamilies.keys())),
        }),
      ),
    });
    return contents.map((inside) => ({ ...plan, ...inside }));
  })
  .chain((plan) => {
    const devices = [...plan.devices.keys()];
    const port = fc.record({ device: oneOf(devices), port: nameArbitrary });
    const connections = fc.record({
      fabrics: tableOf<Fabric>(devices.length, 2, (id) => fabric(id, devices)),
      links: tableOf<HandLink>(devices.length, 4, (id) => fc.record({ id: fc.constant(id), a: port, b: port, parts: tierParts })),
    });
    return connections.map((between) => ({ ...plan, ...between }));
  })
  .chain((plan) => {
    const members: GroupMember[] = [
      ...[...plan.cabinets.keys()].map((id): GroupMember => ({ kind: 'cabinet', id })),
      ...[...plan.segments.keys()].map((id): GroupMember => ({ kind: 'segment', id })),
      ...[...plan.obstacles.keys()].map((id): GroupMember => ({ kind: 'obstacle', id })),
    ];
    const groups = tableOf<Group>(members.length, 2, (id) =>
      fc.record({ id: fc.constant(id), name: nameArbitrary, members: fc.shuffledSubarray(members, { minLength: 1 }) }),
    );
    return fc
      .record({
        groups,
        lengthPlans: lengthPlansArbitrary,
        ...routingArbitraries(plan),
        looms: loomsArbitrary,
        ...aidArbitraries(plan),
        ...underlayArbitraries(plan),
      })
      .map((tables) => ({ ...plan, ...tables }));
  });

/** Decisions about looms name cables that need not be there. */
const loomsArbitrary: fc.Arbitrary<ReadonlyMap<string, LoomDecision>> = tableOf<LoomDecision>(1, 2, (id) =>
  fc.record({
    id: fc.constant(id),
    name: fc.option(nameArbitrary),
    cables: fc.uniqueArray(idArbitrary, { minLength: 1, maxLength: 4 }),
    make: fc.option(fc.constantFrom('custom', 'stock', 'none')),
    pulledFrom: fc.option(idArbitrary),
  }),
);

/** Lengths chosen for some of the families that every plan embeds. */
const lengthPlansArbitrary: fc.Arbitrary<ReadonlyMap<string, LengthPlan>> = fc
  .shuffledSubarray([...TEST_CATALOG.cableFamilies.keys()])
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          lengthsMm: fc
            .uniqueArray(fc.integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 4 })
            .map((lengths) => lengths.sort((a, b) => a - b)),
          maxLengths: fc.integer({ min: 1, max: 9 }),
          minimumOrder: fc.integer({ min: 1, max: 50 }),
          surplusLimitMm: fc.option(size),
        }),
      ),
    ),
  )
  .map((plans) => new Map(plans.map((plan) => [plan.id, plan])));

/** The same plan with the things of every table in a random order. */
export function shuffledPlan(plan: Plan): fc.Arbitrary<Plan> {
  const shuffled = <T>(things: ReadonlyMap<string, T>): fc.Arbitrary<ReadonlyMap<string, T>> =>
    fc.shuffledSubarray([...things], { minLength: things.size }).map((entries) => new Map(entries));
  return fc
    .record({
      halls: shuffled(plan.halls),
      doors: shuffled(plan.doors),
      obstacles: shuffled(plan.obstacles),
      cabinets: shuffled(plan.cabinets),
      devices: shuffled(plan.devices),
      junctions: shuffled(plan.junctions),
      segments: shuffled(plan.segments),
      fabrics: shuffled(plan.fabrics),
      links: shuffled(plan.links),
      overrides: shuffled(plan.overrides),
      exclusions: shuffled(plan.exclusions),
      groups: shuffled(plan.groups),
      lengthPlans: shuffled(plan.lengthPlans),
      routeRules: shuffled(plan.routeRules),
      diversityGroups: shuffled(plan.diversityGroups),
      looms: shuffled(plan.looms),
      dimensions: shuffled(plan.dimensions),
      views: shuffled(plan.views),
      notes: shuffled(plan.notes),
      pods: shuffled(plan.pods),
      drawingFiles: shuffled(plan.drawingFiles),
      underlays: shuffled(plan.underlays),
    })
    .map((tables) => ({ ...plan, ...tables }));
}

/** Two cabinets under one or two trays, joined by a few cables, whose openings and managers hold hardly as many. */
import type { CabinetModel } from '../../shared/catalog/types.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { PlanBuilder } from './planBuilder.ts';
import { SeededRandom } from './random.ts';
import { CABINET, JUMPER, TEST_CATALOG } from './testCatalog.ts';

const CABLE_MM2 = (Math.PI / 4) * JUMPER.outerDiameterMm ** 2;

/** Usable area, one mm deep, of a part that may hold so many cables at half full. */
export function sizeFor(cables: number): { readonly widthMm: number; readonly depthMm: number } {
  return { widthMm: Math.ceil(cables * CABLE_MM2 * 2), depthMm: 1 };
}

/** The plan with openings and managers of its models so small that they hold a few cables, and some of unknown size. */
export function withTightCabinets(plan: Plan, seed: number): Plan {
  const random = new SeededRandom(seed);
  const cabinetModels = [...plan.catalog.cabinetModels].map(([id, model]) => {
    const openings = model.openings.map((opening) => (random.chance(0.25) ? opening : { ...opening, ...sizeFor(random.between(1, 7)) }));
    const managerArea = random.chance(0.3) ? null : sizeFor(random.between(1, 6));
    return [id, { ...model, openings, managerArea }] as const;
  });
  return { ...plan, catalog: { ...plan.catalog, cabinetModels: new Map(cabinetModels) } };
}

/** The plan with openings and managers of unknown size, so that none is ever too full. */
export function withUnmeasuredCabinets(plan: Plan): Plan {
  const cabinetModels = new Map([...plan.catalog.cabinetModels].map(([id, model]) => [id, unmeasuredModel(model)] as const));
  return { ...plan, catalog: { ...plan.catalog, cabinetModels } };
}

function unmeasuredModel(model: CabinetModel): CabinetModel {
  const openings = model.openings.map(({ side, edge, xMm, yMm }) => ({ side, edge, xMm, yMm }));
  return { ...model, openings, managerArea: null };
}

export interface TightCabinets {
  readonly plan: Plan;
  /** The same with openings and managers of unknown size. */
  readonly unmeasured: Plan;
  /** Most cables by part, as in exactOpenings.ts; rows of cabinets are those of the survey. */
  readonly most: ReadonlyMap<string, number>;
}

/** `A` and `B`: servers with ports at the rear, right of the middle, or turned about; cables between the two, and within them. */
export function tightCabinets(seed: number): TightCabinets {
  const random = new SeededRandom(seed);
  const most = new Map<string, number>();
  const models = ['A', 'B'].map((name, row) => tightModel(random, name, row, most));
  const build = (known: readonly CabinetModel[]): PlanBuilder =>
    new PlanBuilder()
      .withCatalog({ cabinetModels: new Map([...TEST_CATALOG.cabinetModels, ...known.map((model) => [model.id, model] as const)]) })
      .hall()
      .cabinet('A', 1000, 3000, { model: 'tight/A' })
      .cabinet('B', 7000, 3000, { model: 'tight/B' })
      .junction('w', 0, 4100)
      .junction('e', 13_000, 4100)
      .segment('rear', 'w', 'e');
  const shape = draw(random);
  const unmeasured = models.map(unmeasuredModel);
  return { plan: shape(build(models)), unmeasured: shape(build(unmeasured)), most };
}

function tightModel(random: SeededRandom, name: string, row: number, most: Map<string, number>): CabinetModel {
  const openings = CABINET.openings.map((opening) => {
    if (random.chance(0.3)) return opening;
    const cables = random.between(1, 5);
    most.set(`${row} ${opening.side} ${opening.edge} opening`, cables);
    return { ...opening, xMm: random.pick([300, 150, 500]), ...sizeFor(cables) };
  });
  const inManager = random.chance(0.3) ? null : random.between(1, 4);
  if (inManager !== null) {
    for (const side of ['front', 'rear']) for (const hand of ['left', 'right']) most.set(`${row} ${side} ${hand} manager`, inManager);
  }
  return { ...CABINET, id: `tight/${name}`, name, openings, managerArea: inManager === null ? null : sizeFor(inManager) };
}

/** Devices and cables, the same for every builder. */
function draw(random: SeededRandom): (builder: PlanBuilder) => Plan {
  const between = random.between(3, 5);
  const within = random.between(0, 2);
  const hasFrontTray = random.chance(0.6);
  const areJoined = random.chance(0.5);
  const devices = Array.from({ length: between + within }, () => ({
    unit: 1 + 2 * random.between(0, 19),
    face: random.chance(0.3) ? ('rear' as const) : ('front' as const),
    port: random.between(1, 4),
  }));
  const taken = new Set<number>();
  const free = (unit: number): number => {
    let at = unit;
    while (taken.has(at)) at = at > 37 ? 1 : at + 2;
    taken.add(at);
    return at;
  };
  const placed = devices.map((device) => ({ ...device, unit: free(device.unit) }));
  return (builder) => {
    if (hasFrontTray) builder.junction('w2', 0, 2900).junction('e2', 13_000, 2900).segment('front', 'w2', 'e2');
    if (hasFrontTray && areJoined) builder.segment('joint', 'w', 'w2');
    placed.forEach(({ unit, face, port }, at) => {
      builder.device(`a${at}`, 'A', unit, { face });
      if (at < between) builder.device(`b${at}`, 'B', unit).link(`x${at}`, `a${at}:p${port}`, `b${at}:p${port}`);
      else builder.link(`y${at}`, `a0:p${at - between + 1 === port ? 4 : at - between + 1}`, `a${at}:p${port}`);
    });
    return builder.build();
  };
}

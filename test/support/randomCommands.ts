/** Random commands on whatever plan there is, drawn from small numbers so that failures shrink well. */
import fc from 'fast-check';
import { alignThings, distributeThings } from '../../shared/commands/align.ts';
import { arrayCounts, arrayThings } from '../../shared/commands/array.ts';
import { acceptFinding, withdrawExclusions } from '../../shared/commands/exclusions.ts';
import { addDoor, addDoors, duplicateDoors, setDoors } from '../../shared/commands/doors.ts';
import { addHall, moveToHall, removeHall, setHall, setHallOutline } from '../../shared/commands/halls.ts';
import { addDeliveryPath, removeDeliveryPath, setDeliveryPath } from '../../shared/commands/deliveryPaths.ts';
import { idsForPaste } from '../../shared/commands/paste.ts';
import { placePod, removePods, renamePod, savePod, thingsOfPod } from '../../shared/commands/pods.ts';
import { renumberCabinets } from '../../shared/commands/renumber.ts';
import { obstacleKindNames } from '../../shared/plan/obstacleKinds.ts';
import { addObstacle, setObstacles } from '../../shared/commands/obstacles.ts';
import { addLinks } from '../../shared/commands/fabrics.ts';
import { pathwayRunners } from './randomPathwayCommands.ts';
import { CABINET, COPPER, JUMPER, SERVER, SWITCH, WIDE_CABINET } from './testCatalog.ts';
import { clearOverrides, setOverrides } from '../../shared/commands/overrides.ts';
import { duplicateThings, idsForCopies } from '../../shared/commands/duplicate.ts';
import { emptyPlan } from '../../shared/plan/emptyPlan.ts';
import { fillWithBlanking, takeOutBlanking } from '../../shared/commands/blankingPanels.ts';
import { BLANKS } from './fittings.ts';
import { cloneCabinets, clipOfCabinets } from '../../shared/commands/cloneCabinets.ts';
import { mountDevices, moveDevices, setDevices, swapDeviceType } from '../../shared/commands/devices.ts';
import { groupThings, renameGroup, ungroup } from '../../shared/commands/groups.ts';
import { mergeJunctions, setJunctions, straightenJunctions } from '../../shared/commands/junctions.ts';
import { clearLengthPlans, setLengthPlans } from '../../shared/commands/lengthPlans.ts';
import { bindCables, releaseLooms, setLoom, splitLoom } from '../../shared/commands/looms.ts';
import { setLinkParts } from '../../shared/commands/links.ts';
import { insertPanels, removePanels } from '../../shared/commands/panels.ts';
import { insertShuffle } from '../../shared/commands/shufflePanels.ts';
import { SHUFFLE_PANEL } from './modulePlans.ts';
import { seatLinks } from '../../shared/commands/panelSeats.ts';
import { PANEL, QUAD_TRUNK } from './panelPlans.ts';
import { mirrorCabinets } from '../../shared/commands/mirror.ts';
import { moveThings } from '../../shared/commands/move.ts';
import { anyOf, bytesOf, pick, some, type Runner, type Seed } from './randomChoices.ts';
import { aidRunners } from './randomAidCommands.ts';
import { variantRunners } from './randomVariantCommands.ts';
import { fabricRunners } from './randomFabricCommands.ts';
import { rowRunners } from './randomRowCommands.ts';
import { routeRunners } from './randomRouteCommands.ts';
import { underlayRunners } from './randomUnderlayCommands.ts';
import { newId, newIds } from '../../shared/plan/ids.ts';
import { placeCabinet, setCabinets, swapCabinetModel } from '../../shared/commands/cabinets.ts';
import { rectangle } from './planBuilder.ts';
import { removeThings } from '../../shared/commands/remove.ts';
import { renamePlan, setSettings } from '../../shared/commands/settings.ts';
import { runCommand, type Outcome } from '../../shared/commands/history.ts';
import { tableNames } from '../../shared/plan/schema.ts';
import { turnCabinets, turnGroup } from '../../shared/commands/turn.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Result, UserError } from '../../shared/result.ts';
import type { SeededRandom } from './random.ts';

const runners: readonly Runner[] = [
  (plan, seed) => {
    const id = newId('halls', plan, bytesOf(seed));
    const hall = {
      id,
      name: `Hall ${seed.a}`,
      frame: { xMm: 0, yMm: 0, zMm: 0, rotationDeg: 0 },
      outline: rectangle(0, 0, 8000 + seed.b, 6000),
      clearHeightMm: 3000,
      floor: { kind: 'slab', pointLoadG: null, rollingLoadG: null, areaLoadPa: null },
      tile: { sizeMm: 600, originXMm: 0, originYMm: 0 },
      powerBudgetW: null,
    } as const;
    return runCommand(plan, addHall, { hall });
  },
  (plan, seed) =>
    runCommand(plan, placeCabinet, {
      id: newId('cabinets', plan, bytesOf(seed)),
      hall: anyOf(plan.halls.keys(), seed.a),
      model: seed.b % 2 === 0 ? CABINET : WIDE_CABINET,
      name: `C${seed.c}`,
      row: null,
      xMm: seed.a,
      yMm: -seed.b,
      rotationDeg: (seed.c % 4) * 90,
    }),
  ...rowRunners,
  (plan, seed) =>
    runCommand(plan, moveThings, {
      cabinets: seed.c % 2 === 0 ? some(plan, 'cabinets', seed) : [],
      obstacles: seed.c % 3 === 0 ? some(plan, 'obstacles', seed) : [],
      junctions: seed.c % 5 === 0 ? some(plan, 'junctions', seed) : [],
      doors: seed.c % 7 === 0 ? some(plan, 'doors', seed) : [],
      underlays: seed.c % 11 === 0 ? some(plan, 'underlays', seed) : [],
      dxMm: seed.a - 50,
      dyMm: seed.b - 50,
    }),
  (plan, seed) =>
    runCommand(plan, turnCabinets, {
      ids: some(plan, 'cabinets', seed),
      turn: { kind: seed.c % 2 === 0 ? 'by' : 'to', degrees: seed.c * 15 - 300 },
    }),
  (plan, seed) =>
    runCommand(plan, turnGroup, { things: pick(plan, seed), direction: seed.c % 2 === 0 ? 'clockwise' : 'counter-clockwise' }),
  (plan, seed) => {
    const edges = ['left', 'right', 'top', 'bottom'] as const;
    return runCommand(plan, alignThings, { things: pick(plan, seed), edge: edges[seed.c % 4]! });
  },
  (plan, seed) =>
    runCommand(plan, distributeThings, {
      things: { cabinets: [...plan.cabinets.keys()], segments: [...plan.segments.keys()] },
      axis: seed.c % 2 === 0 ? 'x' : 'y',
    }),
  (plan, seed) => runCommand(plan, mirrorCabinets, { ids: some(plan, 'cabinets', seed) }),
  (plan, seed) => {
    const repeat = { things: pick(plan, seed), columns: (seed.b % 2) + 1, rows: (seed.c % 2) + 1 };
    const counts = arrayCounts(plan, repeat);
    return runCommand(plan, arrayThings, {
      ...repeat,
      pitchMm: seed.a % 2 === 0 ? null : 700,
      aisleMm: seed.b * 10,
      mirrorRows: seed.c % 3 === 0,
      namePattern: '{row}{nn}',
      newIds: {
        cabinets: newIds('cabinets', counts.cabinets, plan, bytesOf(seed)),
        devices: newIds('devices', counts.devices, plan, bytesOf(seed)),
        obstacles: newIds('obstacles', counts.obstacles, plan, bytesOf(seed)),
        junctions: newIds('junctions', counts.junctions, plan, bytesOf(seed)),
        segments: newIds('segments', counts.segments, plan, bytesOf(seed)),
      },
    });
  },
  (plan, seed) =>
    runCommand(plan, setCabinets, {
      ids: some(plan, 'cabinets', seed),
      set: seed.c % 2 === 0 ? { xMm: seed.a, row: null } : { name: 'N{nnn}', powerBudgetW: seed.b },
    }),
  (plan, seed) =>
    runCommand(plan, swapCabinetModel, { ids: some(plan, 'cabinets', seed), model: seed.c % 2 === 0 ? WIDE_CABINET : CABINET }),
  (plan, seed) =>
    runCommand(plan, duplicateThings, {
      ...idsForCopies(plan, { ...pick(plan, seed), notes: some(plan, 'notes', seed) }, (table, count) =>
        newIds(table, count, plan, bytesOf(seed)),
      ),
      dxMm: 0,
      dyMm: seed.c,
    }),
  (plan, seed) =>
    runCommand(plan, mountDevices, {
      devices: newIds('devices', 2, plan, bytesOf(seed)).map((id, i) => ({
        id,
        cabinet: anyOf(plan.cabinets.keys(), seed.a),
        type: i === 0 ? SERVER.id : SWITCH.id,
        name: `D${seed.b}`,
        role: 'other' as const,
        positionU: seed.c + 1,
        face: 'rear' as const,
      })),
      types: [SERVER, SWITCH],
    }),
  (plan, seed) =>
    runCommand(plan, moveDevices, {
      moves: some(plan, 'devices', seed).map((id) => ({ id, cabinet: anyOf(plan.cabinets.keys(), seed.c), positionU: seed.a + 1 })),
    }),
  (plan, seed) =>
    runCommand(plan, fillWithBlanking, {
      cabinets: some(plan, 'cabinets', seed).slice(0, 1),
      face: seed.b % 2 === 0 ? 'front' : 'rear',
      types: BLANKS,
      newIds: newIds('devices', 60, plan, bytesOf(seed)),
    }),
  (plan, seed) => {
    const cabinets = some(plan, 'cabinets', seed);
    const clip = clipOfCabinets(plan, cabinets);
    const ids = idsForPaste(clip ?? emptyPlan(''), (table, count) => newIds(table, count, plan, bytesOf(seed)));
    return runCommand(plan, cloneCabinets, { cabinets, namePattern: 'K{nn}', dxMm: seed.a, dyMm: seed.b, ids });
  },
  (plan, seed) => runCommand(plan, takeOutBlanking, { cabinets: some(plan, 'cabinets', seed) }),
  (plan, seed) => runCommand(plan, setDevices, { ids: some(plan, 'devices', seed), set: { role: 'leaf', name: `L${seed.c}` } }),
  (plan, seed) => runCommand(plan, swapDeviceType, { ids: some(plan, 'devices', seed), type: SWITCH }),
  ...pathwayRunners,
  (plan, seed) => {
    const door = {
      id: newId('doors', plan, bytesOf(seed)),
      hall: anyOf(plan.halls.keys(), seed.a),
      name: 'Dock',
      edge: seed.b % 5,
      offsetMm: seed.c,
      clearWidthMm: 1200,
      clearHeightMm: 2400,
      leaves: 2,
      swing: 'out',
      delivery: true,
    } as const;
    if (seed.c % 3 > 0) return runCommand(plan, addDoor, { door });
    const id = newIds('doors', 2, plan, bytesOf(seed)).find((one) => one !== door.id) ?? door.id;
    return runCommand(plan, addDoors, { doors: [door, { ...door, id, name: 'Door 2', edge: (door.edge + 1) % 4 }] });
  },
  (plan, seed) => runCommand(plan, setDoors, { ids: some(plan, 'doors', seed), set: { edge: seed.c % 4, leaves: 1 } }),
  (plan, seed) => {
    const obstacle = {
      id: newId('obstacles', plan, bytesOf(seed)),
      hall: anyOf(plan.halls.keys(), seed.a),
      name: 'Column',
      kind: 'column',
      outline: rectangle(seed.b, seed.c, 400, 400),
    } as const;
    return runCommand(plan, addObstacle, { obstacle });
  },
  (plan, seed) =>
    runCommand(plan, setObstacles, { ids: some(plan, 'obstacles', seed), set: { kind: 'ramp', outline: rectangle(0, 0, seed.c, 100) } }),
  (plan, seed) => {
    const kind = obstacleKindNames[seed.a % obstacleKindNames.length]!;
    const set = { kind, undersideMm: seed.b, topMm: seed.b + 100, freeBelowMm: 450, slopePct: 8, clearWidthMm: 1200, areaLoadPa: seed.c };
    return runCommand(plan, setObstacles, { ids: some(plan, 'obstacles', seed), set });
  },
  (plan, seed) => {
    const points = [
      [seed.a, seed.b],
      [seed.b, seed.c],
    ] as const;
    const path = { name: 'Way', points, clearWidthMm: 1500, clearHeightMm: null };
    return runCommand(plan, addDeliveryPath, { hall: anyOf(plan.halls.keys(), seed.a), path });
  },
  (plan, seed) =>
    runCommand(plan, setDeliveryPath, { hall: anyOf(plan.halls.keys(), seed.a), place: seed.b % 2, set: { clearHeightMm: seed.c + 1 } }),
  (plan, seed) => {
    const order = (['rows', 'columns', 'names'] as const)[seed.b % 3]!;
    const ids = some(plan, 'cabinets', seed);
    return runCommand(plan, renumberCabinets, { ids, pattern: '{tile}{row}{nn}', firstNumber: seed.c, order, backwards: seed.a % 2 === 0 });
  },
  (plan, seed) => {
    const picked = { cabinets: some(plan, 'cabinets', seed), segments: seed.a % 2 === 0 ? some(plan, 'segments', seed) : [] };
    return runCommand(plan, savePod, { id: newId('pods', plan, bytesOf(seed)), name: `Pod ${seed.c}`, picked });
  },
  (plan, seed) => {
    const id = anyOf(plan.pods.keys(), seed.a);
    if (seed.c % 5 === 0) return runCommand(plan, removePods, { ids: [id] });
    if (seed.c % 5 === 1) return runCommand(plan, renamePod, { id, name: `Pod ${seed.b}` });
    const clip = thingsOfPod(plan, id, seed.c % 4);
    if (!clip.ok) return clip;
    const ids = idsForPaste(clip.value, (table, count) => newIds(table, count, plan, bytesOf(seed)));
    const place = { name: 'Pod', namePattern: seed.b % 2 === 0 ? null : '{row}{nn}', clip: clip.value, ids };
    return runCommand(plan, placePod, { ...place, hall: anyOf(plan.halls.keys(), seed.b), dxMm: seed.b, dyMm: seed.c });
  },
  (plan, seed) => runCommand(plan, removeDeliveryPath, { hall: anyOf(plan.halls.keys(), seed.a), place: seed.b % 2 }),
  (plan, seed) =>
    runCommand(plan, setHall, { id: anyOf(plan.halls.keys(), seed.a), set: { powerBudgetW: seed.b, clearHeightMm: seed.c + 1 } }),
  (plan, seed) =>
    runCommand(plan, setHallOutline, { id: anyOf(plan.halls.keys(), seed.a), outline: rectangle(0, 0, seed.b, seed.c).toReversed() }),
  (plan, seed) => {
    // An L, so that walls come and go under the doors.
    const [wide, deep] = [3000 + seed.b * 100, 3000 + seed.c * 100];
    const outline = [
      [0, 0],
      [wide, 0],
      [wide, deep],
      [seed.a * 10 + 100, deep],
      [seed.a * 10 + 100, deep + 1000],
      [0, deep + 1000],
    ] as const;
    return runCommand(plan, setHallOutline, { id: anyOf(plan.halls.keys(), seed.a), outline });
  },
  (plan, seed) => runCommand(plan, removeHall, { id: anyOf(plan.halls.keys(), seed.a) }),
  (plan, seed) =>
    runCommand(plan, moveToHall, {
      cabinets: some(plan, 'cabinets', seed),
      hall: anyOf(plan.halls.keys(), seed.c),
      dxMm: seed.a - 50,
      dyMm: seed.b,
    }),
  (plan, seed) => {
    const doors = some(plan, 'doors', seed);
    const ids = newIds('doors', 2, plan, bytesOf(seed));
    return runCommand(plan, duplicateDoors, { doors: doors.map((id, i): [string, string] => [id, ids[i]!]) });
  },
  (plan, seed) => {
    const [a, b] = some(plan, 'devices', seed);
    const link = { id: newId('links', plan, bytesOf(seed)), a: { device: a ?? '', port: 'p1' }, b: { device: b ?? '', port: 'p1' } };
    const parts = { family: JUMPER.id, transceiverA: null, transceiverB: null };
    return runCommand(plan, addLinks, { links: [{ ...link, parts }], parts: { cableFamilies: [JUMPER] } });
  },
  (plan, seed) => {
    const parts = { family: seed.c % 2 === 0 ? JUMPER.id : COPPER.id, transceiverA: null, transceiverB: null };
    return runCommand(plan, setLinkParts, { ids: some(plan, 'links', seed), parts, embed: { cableFamilies: [JUMPER, COPPER] } });
  },
  (plan, seed) =>
    runCommand(plan, setOverrides, { links: [`f/t/${seed.a}`], set: seed.b % 2 === 0 ? { label: null } : { requiredMm: seed.c + 1 } }),
  (plan, seed) => {
    const ids = newIds('devices', 2, plan, bytesOf(seed));
    const panel = { type: PANEL.id, role: 'panel' as const, positionU: seed.c + 1, face: 'front' as const };
    const devices = ids.map((id, i) => ({ id, name: `P${i}`, cabinet: anyOf(plan.cabinets.keys(), seed.a + i), ...panel }));
    return runCommand(plan, mountDevices, { devices, types: [PANEL] });
  },
  (plan, seed) => {
    const panels = [...plan.devices.values()].filter(({ type }) => type === PANEL.id).map(({ id }) => id);
    const links = some(plan, 'links', seed);
    const between = { panelA: anyOf(panels, seed.a), panelB: anyOf(panels, seed.a + 1), trunk: QUAD_TRUNK };
    const seated = seatLinks(plan, { ...between, links: links.length });
    return runCommand(plan, insertPanels, {
      ...between,
      links,
      turned: seed.c % 3 === 0 ? links : [],
      jumperA: JUMPER,
      jumperB: JUMPER,
      trunkIds: newIds('trunks', seated.ok ? seated.value.newTrunks : 1, plan, bytesOf(seed)),
    });
  },
  (plan, seed) => {
    const ids = newIds('devices', 1, plan, bytesOf(seed));
    const device = {
      id: ids[0]!,
      name: 'S',
      type: SHUFFLE_PANEL.id,
      role: 'panel' as const,
      positionU: seed.c + 1,
      face: 'front' as const,
    };
    const devices = [{ ...device, cabinet: anyOf(plan.cabinets.keys(), seed.a) }];
    return runCommand(plan, mountDevices, { devices, types: [SHUFFLE_PANEL] });
  },
  (plan, seed) => {
    const shuffles = [...plan.devices.values()].filter(({ type }) => type === SHUFFLE_PANEL.id).map(({ id }) => id);
    const links = some(plan, 'links', seed).map(
      (id) => plan.links.get(id) ?? { id, a: { device: id, port: '' }, b: { device: id, port: '' } },
    );
    const inFront = seed.b % 2 === 0 ? 'a' : 'b';
    return runCommand(plan, insertShuffle, { links, panel: anyOf(shuffles, seed.a), inFront, front: JUMPER, rear: JUMPER });
  },
  (plan, seed) => runCommand(plan, removePanels, { links: some(plan, 'channels', seed) }),
  (plan, seed) => runCommand(plan, clearOverrides, { links: some(plan, 'overrides', seed) }),
  (plan, seed) => {
    const id = newId('exclusions', plan, bytesOf(seed));
    return runCommand(plan, acceptFinding, {
      exclusion: { id, code: 'cabinet.overlap', ids: some(plan, 'cabinets', seed), reason: 'seen', by: 'Ann', on: '2026-01-01' },
    });
  },
  (plan, seed) => runCommand(plan, withdrawExclusions, { ids: some(plan, 'exclusions', seed) }),
  (plan, seed) => {
    const cabinets = some(plan, 'cabinets', seed).map((id) => ({ kind: 'cabinet', id }) as const);
    const segments = some(plan, 'segments', seed).map((id) => ({ kind: 'segment', id }) as const);
    const obstacles = some(plan, 'obstacles', seed).map((id) => ({ kind: 'obstacle', id }) as const);
    const all = [cabinets, [...cabinets, ...segments], [...segments, ...obstacles]][seed.c % 3]!;
    const members = all.filter(({ id }) => id !== 'nothing');
    return runCommand(plan, groupThings, { id: newId('groups', plan, bytesOf(seed)), members });
  },
  (plan, seed) =>
    runCommand(plan, mergeJunctions, { id: anyOf(plan.junctions.keys(), seed.a), into: anyOf(plan.junctions.keys(), seed.b) }),
  (plan, seed) => runCommand(plan, setJunctions, { ids: some(plan, 'junctions', seed), set: { xMm: seed.c - 40 } }),
  (plan, seed) => runCommand(plan, straightenJunctions, { ids: some(plan, 'junctions', seed) }),
  (plan, seed) => runCommand(plan, ungroup, { ids: some(plan, 'groups', seed) }),
  (plan, seed) => runCommand(plan, renameGroup, { id: anyOf(plan.groups.keys(), seed.a), name: `Pod ${seed.b}` }),
  (plan, seed) =>
    runCommand(plan, setSettings, { set: { dropReachMm: seed.a, slack: { trunkMmPerEnd: seed.b }, sparesPct: { cables: seed.c % 100 } } }),
  (plan, seed) => runCommand(plan, renamePlan, { name: `Plan ${seed.a}` }),
  (plan, seed) => {
    const family = seed.a % 2 === 0 ? JUMPER : COPPER;
    const lengthsMm = family.supply.kind === 'stock' ? family.supply.lengthsMm.slice(seed.b % 3, (seed.b % 3) + 1 + (seed.c % 2)) : [];
    return runCommand(plan, setLengthPlans, {
      plans: [
        { id: family.id, lengthsMm, maxLengths: 2, minimumOrder: seed.b + 1, surplusLimitMm: seed.c % 3 === 0 ? null : seed.c * 100 },
      ],
    });
  },
  (plan, seed) => runCommand(plan, clearLengthPlans, { families: some(plan, 'lengthPlans', seed) }),
  ...fabricRunners,
  ...routeRunners,
  ...aidRunners,
  ...variantRunners,
  ...underlayRunners,
  (plan, seed) => {
    const cables = some(plan, 'links', seed);
    const [id, other] = newIds('looms', 2, plan, bytesOf(seed)) as [string, string];
    const pulledFrom = seed.b % 2 === 0 ? null : anyOf(plan.cabinets.keys(), seed.b);
    if (seed.c % 4 === 0) return runCommand(plan, splitLoom, { cables: [...plan.links.keys()], ids: [id, other] });
    const make = ([null, 'custom', 'stock', 'none'] as const)[seed.c % 4]!;
    return runCommand(plan, bindCables, { loom: { id, name: null, cables, make, pulledFrom } });
  },
  (plan, seed) =>
    runCommand(plan, setLoom, { id: anyOf(plan.looms.keys(), seed.a), set: { name: seed.b % 2 === 0 ? null : `Loom ${seed.b}` } }),
  (plan, seed) => runCommand(plan, releaseLooms, { ids: some(plan, 'looms', seed) }),
  (plan, seed) => {
    const table = tableNames[seed.c % tableNames.length]!;
    return runCommand(plan, removeThings, { [table]: some(plan, table, seed) });
  },
];

export const seedArbitrary: fc.Arbitrary<Seed> = fc.record({
  command: fc.nat({ max: runners.length - 1 }),
  a: fc.nat({ max: 97 }),
  b: fc.nat({ max: 97 }),
  c: fc.nat({ max: 97 }),
});

/** The same from a generator that needs no framework around it. */
export function randomSeed(random: SeededRandom): Seed {
  const [a, b, c] = [random.between(0, 97), random.between(0, 97), random.between(0, 97)];
  return { command: random.between(0, runners.length - 1), a, b, c };
}

/** Runs the command of a seed; often it is refused, for want of what it needs. */
export function runSeed(plan: Plan, seed: Seed): Result<Outcome, UserError> {
  return runners[seed.command]!(plan, seed);
}

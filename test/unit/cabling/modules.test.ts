/** Cassettes, shuffles, breakouts: links, cables, cages, fibers and spare legs counted by hand. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { setOverrides } from '../../../shared/commands/overrides.ts';
import { insertPanels, removePanels, type InsertPanels } from '../../../shared/commands/panels.ts';
import { freeShuffles, insertShuffle, seatInShuffle, type InsertShuffle } from '../../../shared/commands/shufflePanels.ts';
import type { PanelModule } from '../../../shared/catalog/types.ts';
import { seatMesh } from '../../../shared/commands/shuffleSeats.ts';
import { buildSheetTables } from '../../../shared/looms/buildSheet.ts';
import { labelMaker } from '../../../shared/takeoff/labels.ts';
import { csvChunks } from '../../../shared/writers/csv.ts';
import { SeededRandom } from '../../support/random.ts';
import { seatLinks } from '../../../shared/commands/panelSeats.ts';
import { runCommand, undoStep } from '../../../shared/commands/history.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { explainChannels } from '../../../shared/engine/explainChannels.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { cableSchedule } from '../../../shared/takeoff/schedule.ts';
import { billOfMaterials } from '../../../shared/takeoff/bom.ts';
import {
  BREAKOUT_8,
  CASSETTE_PANEL,
  duplexLinks,
  DUPLEX_OPTIC,
  LC_JUMPER,
  meshLinks,
  moduleHall,
  OS2_TRUNK,
  SHUFFLE,
  SHUFFLE_HARNESS,
  SHUFFLE_PANEL,
} from '../../support/modulePlans.ts';
import { JUMPER, MULTIMODE_OPTIC, SPLITTER } from '../../support/testCatalog.ts';

function counts(plan: Plan) {
  const { takeoff } = derive(plan);
  const { links, cables, cages, fibers, spareLegs } = takeoff;
  return { links: links.count, cables: cables.count, cages: cages.count, fibers: fibers.count, spareLegs: spareLegs.count };
}

function faults(plan: Plan): string[] {
  return derive(plan)
    .findings.filter(({ code, severity }) => severity === 'error' && /^(?:channel|port|connector)\./.test(code))
    .map(({ code, mend }) => `${code}: ${mend}`);
}

const ARGS: InsertPanels = {
  links: ['d1', 'd2', 'd3', 'd4', 'd5'],
  panelA: 'ca',
  panelB: 'cb',
  trunk: OS2_TRUNK,
  jumperA: LC_JUMPER,
  jumperB: LC_JUMPER,
  trunkIds: ['t'],
};

function inserted(plan: Plan, change: Partial<InsertPanels> = {}): Plan {
  const done = runCommand(plan, insertPanels, { ...ARGS, ...change });
  if (!done.ok) throw new Error(done.error.message);
  return done.value.plan;
}

describe('links over cassettes', () => {
  const direct = duplexLinks(moduleHall(), 6).build();
  const plan = inserted(direct);

  it('share a leg of the trunk, four to a cassette', () => {
    expect([...plan.trunks.values()]).toMatchObject([
      {
        name: 'T1',
        legs: [
          { leg: 1, a: { device: 'ca', port: 'R1' }, b: { port: 'R1' } },
          { leg: 2, a: { port: 'R2' } },
        ],
      },
    ]);
    // Five of six links: 2 × 5 jumpers, a trunk, and the sixth link's one; 6 × 2 + 5 × 2 − 5 × 2 … by cable: 11 jumpers of 2, a trunk of 32.
    expect(counts(direct)).toEqual({ links: 6, cables: 6, cages: 6, fibers: 12, spareLegs: 0 });
    expect(counts(plan)).toEqual({ links: 6, cables: 12, cages: 6, fibers: 11 * 2 + 32, spareLegs: 2 });
    expect(faults(plan)).toEqual([]);
  });

  it('lose light at six joints: four duplex ones of 0.25 dB, two of MPO of 0.35 dB', () => {
    const derived = derive(plan);
    const [channel] = explainChannels(derived, derived.cabling.findCable('d1') ?? 0).shown;
    expect(channel).toMatchObject({ jointCount: 6, problems: [{ severity: 'warning' }] });
    const glassDb = ((channel?.lengthMm ?? 0) / 1_000_000) * 0.4;
    expect(channel?.lossDb).toBeCloseTo(1.7 + glassDb, 3);
    expect(channel?.joints.map(({ title }) => title)).toEqual([
      'the port of v',
      'panel ca, in front',
      'panel ca, behind',
      'panel cb, behind',
      'panel cb, in front',
      'the port of w',
    ]);
    expect(channel?.cables.map((cable) => [cable?.id, cable?.family])).toEqual([
      ['d1#1', 'Duplex jumper'],
      [null, 'cassette'],
      ['t', 'Single-mode trunk'],
      [null, 'cassette'],
      ['d1#3', 'Duplex jumper'],
    ]);
  });

  it('name the joint and the part when the light is crossed once more', () => {
    const panel = {
      ...CASSETTE_PANEL,
      passes: CASSETTE_PANEL.passes!.map((pass) => ({ ...pass, module: { ...pass.module!, polarity: 'A-B' } })),
    };
    const crossed = {
      ...plan,
      catalog: { ...plan.catalog, deviceTypes: new Map([...plan.catalog.deviceTypes, ['test/other', { ...panel, id: 'test/other' }]]) },
    };
    const other = {
      ...crossed,
      devices: new Map([...crossed.devices].map(([id, device]) => [id, id === 'cb' ? { ...device, type: 'test/other' } : device])),
    };
    expect(faults(other)).toContain('channel.polarity: Replace cable 3 (Duplex jumper) by one of type A-A (straight)');
  });

  it('take free legs and free ports first, and go back one by one', () => {
    const wish = { links: 1, panelA: 'ca', panelB: 'cb', trunk: OS2_TRUNK };
    expect(seatLinks(plan, wish)).toMatchObject({ ok: true, value: { seats: [{ a: { port: 'F6' } }], legs: [], newTrunks: 0 } });
    expect(seatLinks(plan, { ...wish, startA: 'F9', startB: 'F9' })).toMatchObject({
      value: { seats: [{ a: { port: 'F9' }, b: { port: 'F9' } }], legs: [{ trunk: { id: 't' }, leg: 3 }], newTrunks: 0 },
    });
    const all = inserted(plan, { links: ['d6'], trunkIds: [] });
    expect(counts(all)).toEqual({ links: 6, cables: 13, cages: 6, fibers: 12 * 2 + 32, spareLegs: 2 });
    const back = runCommand(all, removePanels, { links: ['d5', 'd6'] });
    expect(back.ok && counts(back.value.plan)).toEqual({ links: 6, cables: 11, cages: 6, fibers: 10 * 2 + 32, spareLegs: 3 });
    const text = serializePlan(all);
    const read = parsePlan(new TextEncoder().encode(text));
    expect(read.ok && serializePlan(read.value)).toBe(text);
  });

  it('go the other way round where a link is drawn the other way', () => {
    const turned = duplexLinks(moduleHall(), 1)
      .link('d1', 'w:1/1', 'v:1/1', { family: LC_JUMPER.id, transceiverA: DUPLEX_OPTIC.id, transceiverB: DUPLEX_OPTIC.id })
      .build();
    const through = inserted(turned, { links: ['d1'], turned: ['d1'] });
    expect(through.channels.get('d1')?.stops.map(({ device, enters }) => [device, enters])).toEqual([
      ['cb', 'front'],
      ['ca', 'rear'],
    ]);
    expect(faults(through)).toEqual([]);
  });

  it('say in bill and schedule what is spare', () => {
    const derived = derive(plan);
    const { survey, cabling, takeoff } = derived;
    expect([...cableSchedule(derived).rows].at(-1)?.[23]).toBe('2 spare legs');
    expect(billOfMaterials(plan, survey, cabling, takeoff).assumptions).toContainEqual({
      subject: 'Spare legs',
      text: '2 legs of breakouts and trunks that are ordered carry no link: 2 of Single-mode trunk',
    });
  });
});

describe('what is set by hand on a link through panels', () => {
  const direct = duplexLinks(moduleHall(), 5).build();
  const plan = inserted(direct);

  it('is refused on the link and applied to the cable that is named', () => {
    expect(setOverrides(plan, { links: ['d1'], set: { requiredMm: 9000 } })).toMatchObject({
      ok: false,
      error: { code: 'override.through-panels', remedy: 'set it on one of its cables: v:1/1–w:1/1#1, v:1/1–w:1/1#3, or its trunk' },
    });
    for (const id of ['d1#3', 't']) {
      const set = runCommand(plan, setOverrides, { links: [id], set: { requiredMm: 9000 } });
      if (!set.ok) throw new Error(set.error.message);
      const { cabling, findings } = derive(set.value.plan);
      expect(cabling.cables.requiredMm[cabling.findCable(id) ?? -1]).toBe(9000);
      expect(findings.filter(({ code }) => code.startsWith('override.'))).toEqual([]);
    }
  });

  it('stops panels from being inserted, is a finding in a file, and goes with the cable', () => {
    const set = runCommand(direct, setOverrides, { links: ['d1'], set: { requiredMm: 9000 } });
    if (!set.ok) throw new Error('refused');
    expect(insertPanels(set.value.plan, ARGS)).toMatchObject({ ok: false, error: { code: 'panels.set-by-hand' } });
    const both = { ...plan, overrides: set.value.plan.overrides };
    expect(derive(both).findings).toContainEqual(
      expect.objectContaining({ code: 'override.through-panels', ids: ['d1'], severity: 'error' }),
    );
    const onCable = runCommand(plan, setOverrides, { links: ['d1#3'], set: { requiredMm: 9000 } });
    if (!onCable.ok) throw new Error('refused');
    const back = runCommand(onCable.value.plan, removePanels, { links: ['d1'] });
    if (!back.ok || back.value.step === null) throw new Error('refused');
    expect(back.value.plan.overrides.size).toBe(0);
    expect(undoStep(back.value.plan, back.value.step).overrides.size).toBe(1);
  });
});

describe('shuffles', () => {
  it('as a cable carry sixteen links between four ports and four, and spare the plug of the fifth', () => {
    const four = meshLinks(moduleHall(), 4, SHUFFLE_HARNESS.id).build();
    expect(counts(four)).toEqual({ links: 16, cables: 1, cages: 8, fibers: 32, spareLegs: 0 });
    expect(faults(four)).toEqual([]);
    expect(counts(meshLinks(moduleHall(), 3, SHUFFLE_HARNESS.id).build())).toEqual({
      links: 12,
      cables: 1,
      cages: 7,
      fibers: 32,
      spareLegs: 1,
    });
    expect(counts(meshLinks(moduleHall(), 5, SHUFFLE_HARNESS.id).build())).toMatchObject({ links: 20, cables: 2 });
  });

  it('in a panel are reached by one jumper a port, and deal its lanes out', () => {
    let builder = meshLinks(moduleHall(), 4, JUMPER.id);
    for (let spine = 1; spine <= 4; spine += 1)
      for (let leaf = 1; leaf <= 4; leaf += 1)
        builder = builder.channel(`m${spine}${leaf}`, [`sa:F${spine}+R${leaf}>`], [JUMPER.id, JUMPER.id]);
    const plan = builder.build();
    expect(counts(plan)).toEqual({ links: 16, cables: 8, cages: 8, fibers: 64, spareLegs: 0 });
    expect(faults(plan)).toEqual([]);
    // A leaf at the wrong port behind gets no light at all of this spine’s lane.
    const wrong = meshLinks(moduleHall(), 4, JUMPER.id).channel('m12', ['sa:F1+R99>'], [JUMPER.id, JUMPER.id]).build();
    expect(derive(wrong).findings.map(({ code }) => code)).toContain('port.missing');
  });
});

describe('links run through the shuffle of a panel', () => {
  const mesh = meshLinks(moduleHall(), 4, JUMPER.id).build();
  const links = [...mesh.links.values()];
  const args: InsertShuffle = { links, panel: 'sa', inFront: 'a', front: JUMPER, rear: JUMPER };

  it('take one cable a port, come out right, and go back in one step', () => {
    const done = runCommand(mesh, insertShuffle, args);
    if (!done.ok || done.value.step === null) throw new Error('refused');
    const { plan, step } = done.value;
    expect(counts(plan)).toEqual({ links: 16, cables: 8, cages: 8, fibers: 64, spareLegs: 0 });
    expect(faults(plan)).toEqual([]);
    expect(plan.channels.get('m23')?.stops).toEqual([{ device: 'sa', port: 'F2', rear: 'R3', enters: 'front' }]);
    expect(serializePlan(undoStep(plan, step))).toBe(serializePlan(mesh));
    const back = runCommand(plan, removePanels, { links: links.map(({ id }) => id) });
    expect(back.ok && back.value.plan.channels.size).toBe(0);
    expect(freeShuffles(plan, 'sa')).toEqual({ free: 2, count: 3 });
    const turned = runCommand(mesh, insertShuffle, { ...args, inFront: 'b' });
    expect(turned.ok && faults(turned.value.plan)).toEqual([]);
  });

  it('stand in bill, schedule, labels and channels like any cable', () => {
    const done = runCommand(mesh, insertShuffle, args);
    if (!done.ok) throw new Error('refused');
    const derived = derive(done.value.plan);
    const rows = [...cableSchedule(derived).rows];
    expect(rows).toHaveLength(8);
    const row = derived.cabling.findCable('m11') ?? -1;
    const [channel] = explainChannels(derived, row).shown;
    expect(channel?.cables.map((cable) => [cable?.id, cable?.family])).toEqual([
      ['m11#1', JUMPER.name],
      [null, 'shuffle'],
      ['m11#2', JUMPER.name],
    ]);
    expect(channel?.joints.map(({ title }) => title)).toEqual(['the port of v', 'panel sa, in front', 'panel sa, behind', 'the port of w']);
    const lines = billOfMaterials(done.value.plan, derived.survey, derived.cabling, derived.takeoff);
    expect(JSON.stringify(lines)).toContain(JUMPER.name);
  });

  it('bear labels that name the ports of their plugs, and those behind are one loom whose build sheet names them', () => {
    const done = runCommand(mesh, insertShuffle, args);
    const derived = derive(must(done.ok ? done.value.plan : null, 'plan'));
    const { plan, survey, cabling } = derived;
    const labels = labelMaker(plan, survey, cabling);
    const textsOf = (id: string): string[] => labels.labelsOf(must(cabling.findCable(id), id)).map(({ text }) => text);
    const all = [...Array(cabling.cables.count).keys()].flatMap((cable) => textsOf(cabling.cableId(cable)));
    expect(new Set(all).size).toBe(16);
    expect(textsOf('m11#1')).toEqual(['A-10:1.1/A-39:F1', 'A-39:F1/A-10:1.1']);
    expect(textsOf('m11#2')).toEqual(['A-39:R1/B-10:1.1', 'B-10:1.1/A-39:R1']);
    const rows: Record<string, string>[] = parse([...csvChunks(buildSheetTables(derived)[0])].join(''), { columns: true });
    expect(new Set(rows.map((row) => row['Loom'])).size).toBe(1);
    expect(rows.map((row) => [row['Device 1'], row['Port 1'], row['Device 2'], row['Port 2']]).sort()).toEqual(
      [1, 2, 3, 4].map((leaf) => ['sa', `R${leaf}`, 'w', `${leaf}/1`]),
    );
    for (const row of rows) expect(all).toContain(row['Label 1']);
  });

  it('join a shuffle in use: laid in two goes, in any order and from either side, they come out as right as in one', () => {
    const random = new SeededRandom(7);
    let wholes = 0;
    for (const inFront of ['a', 'b'] as const) {
      for (let run = 0; run < 10; run += 1) {
        const order = links.map((link) => ({ link, at: random.next() })).sort((one, other) => one.at - other.at);
        const cut = 1 + Math.floor(random.next() * (links.length - 1));
        const goes = [order.slice(0, cut), order.slice(cut)].map((part) => part.map(({ link }) => link));
        let plan: Plan = mesh;
        let refused = false;
        for (const go of goes) {
          const done = runCommand(plan, insertShuffle, { ...args, links: go, inFront });
          refused ||= !done.ok;
          plan = done.ok ? done.value.plan : plan;
        }
        // The first go may be of links that do not hang together yet: each has a shuffle of its own then, and the second is refused.
        const apart = new Set([...plan.channels.values()].map(({ stops }) => Math.ceil(Number(stops[0]?.port.slice(1)) / 4))).size > 1;
        expect(refused).toBe(apart);
        if (!refused) expect([counts(plan).cables, faults(plan)]).toEqual([8, []]);
        wholes += Number(!refused);
      }
    }
    expect(wholes).toBeGreaterThan(10);
    const first = runCommand(mesh, insertShuffle, { ...args, links: links.filter(({ id }) => !id.startsWith('m4')) });
    const both = runCommand(must(first.ok ? first.value.plan : null, 'plan'), insertShuffle, {
      ...args,
      links: links.filter(({ id }) => id.startsWith('m4')),
    });
    const atOnce = runCommand(mesh, insertShuffle, args);
    expect(both.ok && both.value.plan.channels).toEqual(atOnce.ok && atOnce.value.plan.channels);
    expect(both.ok && freeShuffles(both.value.plan, 'sa')).toEqual({ free: 2, count: 3 });
  });

  it('find plugs in a shuffle that joins each with two others, whatever the order of the ports', () => {
    const size = 12;
    const names = (letter: string): string[] => Array.from({ length: size }, (_, at) => `${letter}${at + 1}`);
    const module = {
      fronts: names('F'),
      rears: names('R'),
      met: Array.from({ length: size }, (_, rear) => [rear, (rear + 1) % size]),
    };
    const random = new SeededRandom(3);
    const shuffled = (list: readonly string[]): string[] =>
      list
        .map((one) => ({ one, at: random.next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
    const [fronts, rears] = [shuffled(names('f')), shuffled(names('r'))];
    // A ring through all ports, named in another order than its own.
    const ring = names('').flatMap((_, at) => [
      { id: `x${at}`, front: fronts[at]!, rear: rears[at]! },
      { id: `y${at}`, front: fronts[(at + 1) % size]!, rear: rears[at]! },
    ]);
    const seated = seatMesh(module, { fronts: names('f'), rears: names('r'), links: ring, plugged: new Map() }, () => false);
    const joined = must(seated, 'seats').map(({ front, rear }) =>
      module.met[Number(rear.slice(1)) - 1]!.includes(Number(front.slice(1)) - 1),
    );
    expect(joined).toEqual(ring.map(() => true));
  });

  it('are refused by what is in the way', () => {
    const wide = meshLinks(moduleHall(), 5, JUMPER.id).build();
    expect(insertShuffle(wide, { ...args, links: [...wide.links.values()] })).toMatchObject({
      ok: false,
      error: { message: '20 links hang together by 5 ports in front and 4 behind, and a shuffle of sa has 4 and 4' },
    });
    expect(insertShuffle(mesh, { ...args, panel: 'ca' })).toMatchObject({ ok: false, error: { message: 'ca is not a shuffle panel' } });
  });

  it('name the plug to move to where the maker joins others', () => {
    const laid: PanelModule = { ...SHUFFLE, fiberCount: 16, endA: { ...SHUFFLE.endA, legs: 2 }, laneAtB: [1, 2, 3, 4, 5, 6, 7, 8] };
    const type = { ...SHUFFLE_PANEL, passes: SHUFFLE_PANEL.passes!.map((pass) => ({ ...pass, module: laid })) };
    const base = meshLinks(moduleHall(), 1, JUMPER.id).build();
    const plan = {
      ...base,
      links: new Map([...base.links].filter(([id]) => id === 'm11')),
      catalog: { ...base.catalog, deviceTypes: new Map([...base.catalog.deviceTypes, [type.id, type]]) },
    };
    const seated = seatInShuffle(plan, { ...args, links: [...plan.links.values()] });
    expect(seated).toEqual({ ok: true, value: [{ id: 'm11', front: 'F1', rear: 'R1' }] });
    const wrong: Plan = {
      ...plan,
      channels: new Map([
        ['m11', { id: 'm11', stops: [{ device: 'sa', port: 'F1', rear: 'R2', enters: 'front' }], families: [JUMPER.id, JUMPER.id] }],
      ]),
    };
    expect(faults(wrong)).toEqual([
      'channel.polarity: Move what is plugged into the shuffle of panel sa to its plug 3 at panel sa, in front',
    ]);
    const [m11, m12] = [...base.links.values()];
    const two = { ...plan, links: new Map([m11!, m12!].map((link) => [link.id, link])) };
    expect(insertShuffle(two, { ...args, links: [m11!, m12!] })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('no plugs of a shuffle of sa were found that are joined') as string },
    });
  });
});

describe('breakouts', () => {
  it('of two, four and eight count their unused legs as spare, and one more link as another cable', () => {
    const parts = { family: BREAKOUT_8.id, transceiverA: MULTIMODE_OPTIC.id, transceiverB: DUPLEX_OPTIC.id };
    const builder = moduleHall();
    for (let leg = 1; leg <= 5; leg += 1) builder.link(`b${leg}`, 'v:1/1', `w:${leg}/1`, parts);
    expect(counts(builder.build())).toEqual({ links: 5, cables: 1, cages: 6, fibers: 16, spareLegs: 3 });
    const two = { family: SPLITTER.id, transceiverA: MULTIMODE_OPTIC.id, transceiverB: MULTIMODE_OPTIC.id };
    const three = moduleHall();
    for (let leg = 1; leg <= 3; leg += 1) three.link(`b${leg}`, 'v:1/1', `w:${leg}/1`, two);
    expect(counts(three.build())).toEqual({ links: 3, cables: 2, cages: 4, fibers: 16, spareLegs: 1 });
    expect(faults(three.build())[0]).toContain('port.used-twice');
  });
});

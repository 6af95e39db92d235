import { describe, expect, it } from 'vitest';
import { JUMPER, SWITCH } from '../../support/testCatalog.ts';
import { MAX_PLAN_BYTES, planTooLarge } from '../../../shared/plan/planFormat.ts';
import { parsePlan, parsePlanText } from '../../../shared/plan/parsePlan.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { userErrorLine, type UserError } from '../../../shared/result.ts';

const plan = new PlanBuilder()
  .hall()
  .door('dock')
  .obstacle('column', [
    [0, 0],
    [400, 0],
    [400, 400],
  ])
  .cabinet('A01', 1000, 2000)
  .cabinet('A02', 1600, 2000)
  .device('s1', 'A01', 1)
  .device('s2', 'A02', 1)
  .junction('j1', 0, 0)
  .junction('j2', 5000, 0)
  .segment('t1', 'j1', 'j2')
  .link('l1', 's1:p1', 's2:p1')
  .fabric({
    id: 'f',
    name: 'Compute',
    rule: { kind: 'rail-optimised', parameters: { su: 1, nodesPerSu: 1, rails: 1, uplinksPerLeaf: 1, switchPorts: 2, ufm: false } },
    tiers: {
      'node-leaf': { family: JUMPER.id, transceiverA: 'test/optic', transceiverB: null },
      'leaf-spine': { family: JUMPER.id, transceiverA: null, transceiverB: null },
    },
    slots: { 'su1.node01': 's1', 'su1.leaf1': 's2' },
  })
  .override('l1', { family: JUMPER.id })
  .build();

const file = serializePlan(plan);

/** The file with one spot changed; fails when the spot is not there just once. */
function changed(from: string, to: string): string {
  expect(file.split(from)).toHaveLength(2);
  return file.replace(from, () => to);
}

/** The one line that a file gets instead of being opened. */
function errorOf(content: string | Uint8Array): UserError {
  const parsed = typeof content === 'string' ? parsePlanText(content) : parsePlan(content);
  if (parsed.ok) throw new Error('the file was read');
  const line = userErrorLine(parsed.error, 'hall.raceway');
  expect(line.split('\n')).toHaveLength(1);
  expect(line.length).toBeLessThan(240);
  return parsed.error;
}

/** Line of the first place where a text stands in the file, from 1. */
function lineIn(content: string, text: string): number {
  const before = content.slice(0, content.indexOf(text));
  return before.split('\n').length;
}

const utf8 = new TextEncoder();

describe('a file that is no plan at all', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'plan.empty'],
    ['empty but for a byte order mark and blanks', Uint8Array.of(0xef, 0xbb, 0xbf, 0x20, 0x0a), 'plan.empty'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), 'plan.binary'],
    ['a packed file', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00), 'plan.binary'],
    ['text in two bytes a character', Uint8Array.of(0xff, 0xfe, 0x7b, 0x00), 'plan.binary'],
    ['prose', 'Dear all,\nthe cabinets are at the door.\n', 'plan.not-a-plan'],
    ['a list', '[]', 'plan.not-a-plan'],
    ['a number', '42', 'plan.not-a-plan'],
    ['another format of JSON', '{"type":"FeatureCollection"}', 'plan.not-a-plan'],
    ['another format by its own word', '{"format":"geojson","version":1}', 'plan.not-a-plan'],
    ['a deep list', '['.repeat(5_000_000), 'plan.not-a-plan'],
  ])('is refused: %s', (_what, content, code) => {
    expect(errorOf(content)).toMatchObject({ code });
    expect(errorOf(content).line).toBeUndefined();
  });

  it('is refused when it is too large, by its size alone', () => {
    const error = planTooLarge(MAX_PLAN_BYTES + 1);
    expect(userErrorLine(error, 'big.raceway')).toBe(
      'big.raceway: the file has 257 MiB, and a plan may have 256 MiB; choose a .raceway file, or split the plan by hall',
    );
    // Looks at the length, and never at the bytes.
    const huge = { length: MAX_PLAN_BYTES + 1 } as Uint8Array;
    expect(errorOf(huge)).toEqual(error);
  });
});

describe('a plan whose text is damaged', () => {
  it('is refused with the line where it stops short', () => {
    const cut = file.slice(0, file.indexOf('"A02"') + 3);
    expect(errorOf(cut)).toMatchObject({ code: 'plan.truncated', line: lineIn(file, '"A02"') });
  });

  it.each([
    ['a tab within a text', '"Test\tplan"'],
    ['an escape that is none', '"Test\\xplan"'],
    ['half an escape', '"Test\\u12plan"'],
  ])('is refused: %s', (_what, text) => {
    expect(errorOf(changed('"name":"Test plan"', `"name":${text}`))).toMatchObject({ code: 'plan.syntax', line: 3 });
  });

  it('is refused with the line of bytes that are not UTF-8', () => {
    const bytes = utf8.encode(file);
    bytes[utf8.encode(file.slice(0, file.indexOf('"A02"'))).length + 2] = 0xff;
    expect(errorOf(bytes)).toMatchObject({ code: 'plan.not-utf8', line: lineIn(file, '"A02"') });
  });

  it('is refused with the line of a mistake of syntax', () => {
    const spoilt = changed('"xMm":1600', '"xMm":NaN');
    expect(errorOf(spoilt)).toMatchObject({
      code: 'plan.syntax',
      line: lineIn(spoilt, 'NaN'),
      message: 'expected a value but found NaN',
    });
  });

  it.each([['+1600'], ['01600'], ['1600.'], ['.5'], ['0x640'], ['Infinity'], ["'1600'"], ['1 600'], ['tru']])(
    'is refused: a number written %s',
    (figure) => {
      expect(errorOf(changed('"xMm":1600', `"xMm":${figure}`)).code).toBe('plan.syntax');
    },
  );

  it('is refused with a word of its own for an unfinished merge', () => {
    const merged = changed('\n{"id":"A02"', '\n<<<<<<< ours\n{"id":"A02"');
    expect(errorOf(merged)).toMatchObject({ code: 'plan.merge-conflict', line: lineIn(merged, '<<<<') });
  });

  it('is refused where it nests too deep, without exhausting the stack', () => {
    const deep = changed('"halls":[', `"halls":[\n${'{"a":['.repeat(3_000_000)}`);
    expect(errorOf(deep)).toMatchObject({ code: 'plan.too-deep', line: lineIn(deep, '{"a"') });
  });

  it('is refused when a key stands twice in one object', () => {
    const doubled = changed('"su1.leaf1":"s2"', '"su1.leaf1":"s2",\n"su1.leaf1":"s1"');
    expect(errorOf(doubled)).toMatchObject({
      code: 'plan.doubled-key',
      line: lineIn(doubled, '"su1.leaf1":"s1"'),
      path: 'fabrics.0.slots.su1.leaf1',
    });
  });

  it.each([['__proto__'], ['constructor'], ['prototype'], ['\\u005f_proto__']])('is refused when it has a key %s anywhere', (key) => {
    const top = changed('"name":"Test plan"', `"${key}":{"isAdmin":true},"name":"Test plan"`);
    expect(errorOf(top)).toMatchObject({ code: 'plan.reserved-name', line: 3 });
    const inside = changed('"su1.leaf1":', `"${key}":"s1",\n"su1.leaf1":`);
    expect(errorOf(inside)).toMatchObject({ code: 'plan.reserved-name', line: lineIn(inside, key) });
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });
});

describe('a plan of another version', () => {
  it('is refused when it is newer', () => {
    expect(userErrorLine(errorOf(changed('"version":1,\n', '"version":2,\n')), 'hall.raceway')).toBe(
      'hall.raceway:2: version: the file has version 2, and this release reads up to 1; open it with a newer release of Raceway',
    );
  });

  it.each([['0'], ['-1'], ['1.5'], ['"1"'], ['null'], ['1e999'], ['[]']])('is refused when it says %s', (version) => {
    expect(errorOf(changed('"version":1,\n', `"version":${version},\n`))).toMatchObject({ code: 'plan.unknown-version', line: 2 });
  });

  it('is refused when it does not say', () => {
    expect(errorOf(changed('"version":1,\n', ''))).toMatchObject({ code: 'plan.unknown-version', message: 'is missing' });
  });
});

describe('a plan with a wrong value', () => {
  it.each<[what: string, from: string, to: string, path: string, message: string, remedy: string]>([
    [
      'a fraction of a millimetre',
      '"xMm":1600',
      '"xMm":1600.4',
      'cabinets.A02.xMm',
      'must be a whole number of millimetres, not 1600.4',
      'write 1600',
    ],
    [
      'a length beyond all halls',
      '"xMm":1600',
      '"xMm":1e9',
      'cabinets.A02.xMm',
      'must be at most 100000000, not 1000000000',
      'write 100000000 or less',
    ],
    [
      'an endless length',
      '"xMm":1600',
      '"xMm":1e999',
      'cabinets.A02.xMm',
      'must be a whole number of millimetres, not Infinity',
      'write a whole number',
    ],
    [
      'text for a number',
      '"xMm":1600',
      '"xMm":"NaN"',
      'cabinets.A02.xMm',
      'must be a number, not "NaN"',
      'write a whole number of millimetres, such as 1200',
    ],
    [
      'nothing for a number',
      '"xMm":1600',
      '"xMm":null',
      'cabinets.A02.xMm',
      'must be a number, not null',
      'write a whole number of millimetres, such as 1200',
    ],
    ['a negative length', '"widthMm":300', '"widthMm":-300', 'segments.t1.widthMm', 'must be at least 1, not -300', 'write 1 or more'],
    [
      'a negative setting',
      '"dropReachMm":1000',
      '"dropReachMm":-1',
      'settings.dropReachMm',
      'must be at least 0, not -1',
      'write 0 or more',
    ],
    [
      'a word that is no choice',
      '"kind":"column"',
      '"kind":"pillar"',
      'obstacles.column.kind',
      'must not be "pillar"',
      'write "column" or "wall" or "keep-out" or "keep-clear" or "equipment" or "ramp" or "sprinkler" or "light" or "busway" or "containment" or "load-zone"',
    ],
    [
      'a rule that is not known',
      '"kind":"rail-optimised"',
      '"kind":"mesh"',
      'fabrics.f.rule.kind',
      'must not be "mesh"',
      'write "rail-optimised" or "table"',
    ],
    [
      'a full turn',
      '"rotationDeg":0,"row":null,"xMm":1600',
      '"rotationDeg":360,"row":null,"xMm":1600',
      'cabinets.A02.rotationDeg',
      'must be less than 360, not 360',
      'write less than 360',
    ],
    ['a missing field', '"clearHeightMm":4000,', '', 'halls.H.clearHeightMm', 'is missing', 'add "clearHeightMm" with its value'],
    ['a missing table', '"links":[\n', '"Links":[\n', 'links', 'is missing', 'add "links" with its value'],
    ['an outline of two corners', ',[400,400]', '', 'obstacles.column.outline', 'must have at least 3 entries', 'add the missing ones'],
    [
      'a corner of three figures',
      '[400,400]',
      '[400,400,1]',
      'obstacles.column.outline.2.2',
      'must be a pair of numbers',
      'write [x, y] in millimetres',
    ],
    [
      'a name of two lines',
      '"name":"Test plan"',
      '"name":"Test\\nplan"',
      'name',
      'must be one line without control characters',
      'take them out',
    ],
    ['half a character', '"name":"Test plan"', '"name":"\\ud800"', 'name', 'must be one line without control characters', 'take them out'],
    [
      'an id with a space',
      '"id":"A02"',
      '"id":"A 02"',
      'cabinets.A 02.id',
      'must not hold spaces or control characters',
      'write an id such as cab-7f3k',
    ],
    ['an empty id', '"id":"A02"', '"id":""', 'cabinets.1.id', 'must not be empty', 'write some text'],
    [
      'an id that is a reserved name',
      '"id":"A02"',
      '"id":"__proto__"',
      'cabinets.__proto__.id',
      'must not be a reserved name',
      'write another id',
    ],
    [
      'a segment that goes nowhere',
      '"to":"j2"',
      '"to":"j1"',
      'segments.t1.to',
      'the segment ends where it begins',
      'lead it to another junction',
    ],
    [
      'a fabric too many for its switches',
      '"switchPorts":2',
      '"switchPorts":1',
      'fabrics.f.rule.parameters.switchPorts',
      'a leaf needs 1 ports down and 1 up, and the switch has 1',
      'give switches with at least 2 ports, or fewer nodes a unit and fewer uplinks',
    ],
  ])('is refused: %s', (_what, from, to, path, message, remedy) => {
    const spoilt = changed(from, to);
    const lines = file.split('\n');
    const spot = spoilt.split('\n').findIndex((line, i) => line !== lines[i]);
    // What is missing altogether has the line of what should hold it: the file.
    const line = path === 'links' ? 1 : spot + 1;
    expect(errorOf(spoilt)).toEqual({ code: 'plan.invalid', line, path, message, remedy });
  });

  it('is refused with the place of a thing that is no object', () => {
    const spoilt = changed('"exclusions":[]', '"exclusions":[7]');
    expect(errorOf(spoilt)).toMatchObject({ path: 'exclusions.0', message: 'must be an object, not 7', line: lineIn(spoilt, '[7]') });
  });

  it('is refused when two things of a table share an id, at the second of them', () => {
    const twice = changed('{"id":"A02"', '{"id":"A01"');
    expect(errorOf(twice)).toMatchObject({ code: 'plan.duplicate-id', path: 'cabinets.A01', line: lineIn(file, '{"id":"A02"') });
  });

  it('is refused at the right line after another tool has laid it out anew', () => {
    const indented = JSON.stringify(JSON.parse(changed('"xMm":1600', '"xMm":-0.5')), null, 2);
    expect(errorOf(indented)).toMatchObject({ path: 'cabinets.A02.xMm', line: lineIn(indented, '-0.5') });
  });
});

describe('a plan with a reference to nothing', () => {
  it.each<[from: string, to: string, path: string, message: string]>([
    ['"hall":"H","leaves"', '"hall":"X","leaves"', 'doors.dock.hall', 'there is no hall "X"'],
    ['"edge":0', '"edge":4', 'doors.dock.edge', 'the hall has 4 walls, so there is no wall 4'],
    ['"hall":"H","kind":"column"', '"hall":"X","kind":"column"', 'obstacles.column.hall', 'there is no hall "X"'],
    ['{"id":"A02","hall":"H"', '{"id":"A02","hall":"X"', 'cabinets.A02.hall', 'there is no hall "X"'],
    [
      '"model":"test/cabinet","name":"A02"',
      '"model":"acme/none","name":"A02"',
      'cabinets.A02.model',
      'there is no cabinet model "acme/none"',
    ],
    ['{"id":"s2","cabinet":"A02"', '{"id":"s2","cabinet":"A09"', 'devices.s2.cabinet', 'there is no cabinet "A09"'],
    [
      '"role":"other","type":"test/server"},',
      '"role":"other","type":"acme/none"},',
      'devices.s1.type',
      'there is no device type "acme/none"',
    ],
    ['{"id":"j2","hall":"H"', '{"id":"j2","hall":"X"', 'junctions.j2.hall', 'there is no hall "X"'],
    ['"from":"j1"', '"from":"j9"', 'segments.t1.from', 'there is no junction "j9"'],
    ['"to":"j2"', '"to":"toString"', 'segments.t1.to', 'there is no junction "toString"'],
    ['"su1.leaf1":"s2"', '"su1.leaf1":"s9"', 'fabrics.f.slots.su1.leaf1', 'there is no device "s9"'],
    [
      '"transceiverA":"test/optic","transceiverB":null',
      '"transceiverA":"x","transceiverB":null',
      'fabrics.f.tiers.node-leaf.transceiverA',
      'there is no transceiver "x"',
    ],
    [
      '"leaf-spine":{"family":"test/jumper"',
      '"leaf-spine":{"family":"x"',
      'fabrics.f.tiers.leaf-spine.family',
      'there is no cable family "x"',
    ],
    ['"leaf-spine":{', '"leaf-spain":{', 'fabrics.f.tiers', 'the tier "leaf-spine" has no parts'],
    ['"b":{"device":"s2"', '"b":{"device":"s9"', 'links.l1.b.device', 'there is no device "s9"'],
    ['{"id":"l1","family":"test/jumper"', '{"id":"l1","family":"x"', 'overrides.l1.family', 'there is no cable family "x"'],
    ['"labourProfile":"test/labour"', '"labourProfile":"x"', 'settings.labourProfile', 'there is no labor profile "x"'],
  ])('is refused: %s → %s', (from, to, path, message) => {
    const spoilt = changed(from, to);
    expect(errorOf(spoilt)).toMatchObject({
      code: 'plan.broken-reference',
      path,
      message,
      line: path.endsWith('.tiers') ? lineIn(file, '"Compute"') : lineIn(spoilt, to),
    });
  });

  it('is refused when its catalog lost a type in use', () => {
    const switches = plan.catalog.deviceTypes.get(SWITCH.id);
    const lost = serializePlan({ ...plan, catalog: { ...plan.catalog, deviceTypes: new Map([[SWITCH.id, switches!]]) } });
    expect(errorOf(lost)).toMatchObject({ path: 'devices.s1.type' });
  });
});

describe('a good file', () => {
  it('may begin with a byte order mark', () => {
    const marked = parsePlan(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8.encode(file)));
    expect(marked).toEqual({ ok: true, value: plan });
  });

  it('tells how far its reading has come', () => {
    const shares: number[] = [];
    parsePlan(utf8.encode(file), (share) => shares.push(share));
    expect(shares.length).toBeGreaterThan(0);
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});

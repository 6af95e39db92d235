import { Helper } from 'dxf';
import { describe, expect, it } from 'vitest';
import { CHECK_BAR } from '../../../shared/sheets/bars.ts';
import { writeDxf } from '../../../shared/writers/dxf.ts';
import { bareSheet, HOSTILE_TEXTS, sheetsOf, textMark } from '../../support/sheetFiles.ts';
import { L_OUTLINE, smallHall } from '../../support/sheetPlans.ts';

interface DxfEntity {
  readonly type: string;
  readonly layer: string;
  readonly vertices?: readonly { readonly x: number; readonly y: number }[];
  readonly block?: string;
  readonly x?: number;
  readonly y?: number;
  readonly rotation?: number;
  readonly string?: string;
  readonly startAngle?: number;
  readonly endAngle?: number;
}

interface Dxf {
  readonly header: Readonly<Record<string, unknown>>;
  readonly blocks: readonly { readonly name: string; readonly entities: readonly DxfEntity[] }[];
  readonly entities: readonly DxfEntity[];
  readonly tables: { readonly layers: Readonly<Record<string, unknown>> };
}

function parse(text: string): Dxf {
  return new Helper(text).parsed as Dxf;
}

describe('DXF', () => {
  const [plan] = sheetsOf(smallHall(), 'A3', 'plan');
  const { text, notes } = writeDxf(plan!);
  const dxf = parse(text);
  const count = (type: string): number => dxf.entities.filter((entity) => entity.type === type).length;

  it('is in millimetres', () => {
    expect(dxf.header['insUnits']).toBe(4);
    expect(text).toContain('AC1015');
  });

  it('does not mirror an L-shaped hall: x right, y up, true size', () => {
    const walls = dxf.entities.filter((entity) => entity.layer === 'A-WALL').flatMap((entity) => entity.vertices ?? []);
    const corners = walls.map(({ x, y }) => `${Math.round(x)},${Math.round(y) + 0}`);
    for (const [x, y] of L_OUTLINE) expect(corners).toContain(`${x},${0 - y}`);
    // The missing quarter of the L is at the south-east.
    expect(corners).not.toContain('12000,-9000');
  });

  it('places a block for each cabinet', () => {
    const inserts = dxf.entities.filter((entity) => entity.type === 'INSERT');
    expect(inserts).toHaveLength(16);
    expect(new Set(inserts.map(({ block }) => block))).toEqual(new Set(['cabinet_test_cabinet']));
    const block = dxf.blocks.find(({ name }) => name === 'cabinet_test_cabinet')!;
    const [body, front] = block.entities;
    expect(body!.vertices!.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [-300, 600],
      [300, 600],
      [300, -600],
      [-300, -600],
    ]);
    // Front up in the block; row A is turned to face south.
    expect(front!.vertices![0]!.y).toBeGreaterThan(500);
    expect(inserts.map(({ rotation }) => rotation).sort()).toEqual([...Array<number>(8).fill(0), ...Array<number>(8).fill(180)]);
    expect(inserts.map(({ x, y }) => [Math.round(x!), Math.round(y!)])).toContainEqual([1500, -1500]);
  });

  it('has as many entities as the sheet has marks', () => {
    const marks = (kind: string): number => plan!.marks.filter(({ mark }) => mark === kind).length;
    expect(count('TEXT')).toBe(marks('text'));
    expect(count('ARC') + count('CIRCLE')).toBe(marks('arc'));
    expect(count('INSERT')).toBe(marks('symbol'));
    const noStroke = plan!.marks.filter(
      (mark) => mark.mark === 'line' && plan!.styles[mark.style]!.stroke === null && plan!.styles[mark.style]!.layer !== 'A-ANNO-MASK',
    ).length;
    expect(count('LWPOLYLINE')).toBe(marks('line') - noStroke);
  });

  it('names layers as architects do, one for each level of trays', () => {
    for (const layer of [
      'A-WALL',
      'A-DOOR',
      'A-COLS',
      'T-EQPM',
      'T-CABT-2500',
      'T-CABT-2800',
      'T-CABL-MANUAL',
      'A-ANNO-DIMS',
      'A-ANNO-TTLB',
    ]) {
      expect(Object.keys(dxf.tables.layers)).toContain(layer);
    }
  });

  it('sets door swings to the right side', () => {
    const arcs = dxf.entities.filter((entity) => entity.type === 'ARC' && entity.layer === 'A-DOOR');
    expect(arcs).toHaveLength(3);
    // D2 is hinged on the west wall, with its hinge to the south, and swings inwards, to the east.
    const inward = arcs.find(({ x }) => Math.round(x!) === 0)!;
    expect(inward.startAngle! % (2 * Math.PI)).toBeGreaterThanOrEqual(0);
    expect((inward.endAngle! - inward.startAngle! + 4 * Math.PI) % (2 * Math.PI)).toBeCloseTo(Math.PI / 2, 6);
  });

  it('writes the check bar as long as 100 mm of paper stand for, where the sheet has it', () => {
    const mark = plan!.marks.find(({ owner }) => owner === CHECK_BAR);
    const [from] = mark?.mark === 'line' ? mark.points : [];
    const scale = plan!.scale!;
    const lines = dxf.entities.filter(
      ({ type, vertices }) => type === 'LWPOLYLINE' && vertices?.length === 2 && vertices[0]!.y === vertices[1]!.y,
    );
    const spans = lines.map(({ vertices }) => Math.round(vertices![1]!.x - vertices![0]!.x));
    expect(from).toBeDefined();
    expect(spans.filter((spanMm) => spanMm === 100 * scale)).toHaveLength(1);
  });

  it('says what it could not express', () => {
    expect(notes.map(({ message }) => message)).toEqual([
      expect.stringContaining('font'),
      expect.stringContaining('Colors'),
      expect.stringContaining('patches'),
    ]);
  });

  it.each(HOSTILE_TEXTS)('holds the text %j on one line of ASCII', (hostile) => {
    const file = writeDxf(bareSheet([textMark(hostile), textMark('after')])).text;
    expect(file).toMatch(/^[\x20-\x7e\r\n]*$/);
    const texts = parse(file).entities.filter((entity) => entity.type === 'TEXT');
    expect(texts).toHaveLength(2);
    const read = texts[0]!.string!.replace(/\\U\+([0-9A-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    expect(read).toBe(hostile.replace(/\p{Cc}/gu, ' '));
  });

  it('gives every thing a handle of its own', () => {
    const handles = [...text.matchAll(/\r\n {0,2}5\r\n([0-9A-F]+)\r\n/g)].map((match) => match[1]);
    const seed = handles.find((handle) => text.includes(`$HANDSEED\r\n5\r\n${handle}\r\n`));
    expect(new Set(handles).size).toBe(handles.length);
    expect(Number.parseInt(seed!, 16)).toBe(Math.max(...handles.map((handle) => Number.parseInt(handle!, 16))));
  });
});

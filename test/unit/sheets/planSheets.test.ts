import { describe, expect, it } from 'vitest';
import { sheetSet } from '../../../shared/sheets/sheetSet.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { CHECK_BAR } from '../../../shared/sheets/bars.ts';
import type { Mark, Sheet } from '../../../shared/sheets/drawing.ts';
import { PAPER_NAMES, PAPERS } from '../../../shared/sheets/papers.ts';
import { textWidthMm } from '../../../shared/sheets/textMetrics.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { sheetsOf, textsOf } from '../../support/sheetFiles.ts';
import { L_OUTLINE, smallHall } from '../../support/sheetPlans.ts';

type LineMark = Extract<Mark, { mark: 'line' }>;

function linesOf(sheet: Sheet, owner: string): LineMark[] {
  return sheet.marks.filter((mark) => mark.mark === 'line' && mark.owner === owner) as LineMark[];
}

function layerOf(sheet: Sheet, mark: LineMark): string {
  return sheet.styles[mark.style]!.layer;
}

/** Paper back to the hall. */
function inHall({ origin, scale }: Sheet, { x, y }: { x: number; y: number }): [number, number] {
  return [Math.round((x - origin!.x) * scale!), Math.round((y - origin!.y) * scale!)];
}

describe('the floor plan', () => {
  const [sheet] = sheetsOf(smallHall(), 'A3', 'plan') as [Sheet];
  const words = textsOf(sheet).map(({ text }) => text);

  it('is one sheet for each hall', () => {
    expect(sheetsOf(smallHall(), 'A3', 'plan')).toHaveLength(1);
  });

  it('states a standard scale, and draws walls to it', () => {
    expect(sheet.scale).toBe(50);
    expect(words).toContain('1:50');
    const corners = linesOf(sheet, 'H').flatMap((line) => line.points.map((point) => inHall(sheet, point).join(',')));
    for (const corner of L_OUTLINE) expect(corners).toContain(corner.join(','));
  });

  it('opens the walls where doors are', () => {
    const walls = linesOf(sheet, 'H').filter((line) => layerOf(sheet, line) === 'A-WALL');
    const ends = walls.flatMap((line) => [line.points[0]!, line.points.at(-1)!].map((point) => inHall(sheet, point)));
    expect(ends).toContainEqual([9000, 0]);
    expect(ends).toContainEqual([11_000, 0]);
    expect(ends).toContainEqual([0, 6000]);
    expect(ends).toContainEqual([0, 5000]);
  });

  it('has a check bar of 100 mm', () => {
    const [bar] = linesOf(sheet, CHECK_BAR) as [LineMark];
    expect(bar.points[1]!.x - bar.points[0]!.x).toBe(100);
  });

  it('places cabinets turned as they stand, front first', () => {
    const placed = sheet.marks.find((mark) => mark.mark === 'symbol' && mark.owner === 'A01') as Extract<Mark, { mark: 'symbol' }>;
    expect(inHall(sheet, placed.at)).toEqual([1500, 1500]);
    expect(placed.rotateDeg).toBe(180);
    const front = sheet.symbols[placed.symbol]!.marks[1] as LineMark;
    expect(sheet.styles[front.style]!.lineWeightMm).toBe(0.7);
    expect(front.points[0]!.y).toBeLessThan(0);
  });

  it('says what it is: project, client, author, revision, date, hall, scope, sheet', () => {
    for (const word of ['Halden 1', 'Norden Compute', 'M. Ruiz', 'B', '2026-03-14', 'Floor plan, Hall 1', 'A3', '1 of 1'])
      expect(words).toContain(word);
    expect(words).toContain(derive(smallHall()).takeoff.scope);
  });

  it('names cabinets, tiles, aisles, doors and pathways with their elevation', () => {
    for (const word of ['A01', 'B08', 'COLD AISLE', 'Chiller zone', 'PDU', 'C', '07']) expect(words).toContain(word);
    expect(words).toContainEqual(expect.stringMatching(/^\+2 500 {2}300 × 100/));
    expect(words).toContainEqual(expect.stringMatching(/^D1 {2}2 000 × 3 000/));
  });

  it('draws open notes with their numbers on a layer of their own, and says their words in the legend', () => {
    const plan = smallHall();
    const note = { hall: 'H', discipline: 'power', about: null, text: 'Move the feed' } as const;
    const notes = new Map([
      [
        'n1',
        {
          ...note,
          id: 'n1',
          number: 7,
          state: 'open',
          mark: 'cloud',
          points: [
            [1000, 1000],
            [2000, 1800],
          ],
        } as const,
      ],
      ['n2', { ...note, id: 'n2', number: 8, state: 'resolved', mark: 'pin', points: [[1500, 1500]] } as const],
    ]);
    const [noted] = sheetsOf({ ...plan, notes }, 'A3', 'plan') as [Sheet];
    const cloud = linesOf(noted, 'n1').find(({ points }) => points.length > 8);
    expect(cloud !== undefined && layerOf(noted, cloud)).toBe('A-ANNO-REVC');
    const said = textsOf(noted).map(({ text }) => text);
    // On the drawing and in the legend.
    expect(said.filter((text) => text === '7')).toHaveLength(2);
    expect(said).toContain('power: Move the feed');
    expect(linesOf(noted, 'n2')).toEqual([]);
    const long = 'Move the feed to the other side of the row before the busway is hung, and tell the electrician of it';
    const wordy = new Map([...notes].map(([id, one]) => [id, { ...one, text: long }]));
    const [wrapped] = sheetsOf({ ...plan, notes: wordy }, 'A3', 'plan') as [Sheet];
    const lines = textsOf(wrapped).map(({ text }) => text);
    expect(lines.slice(lines.findIndex((text) => text.startsWith('power: '))).join(' ')).toContain(`power: ${long}`);
    const parted = new Map([...notes].map(([id, one]) => [id, { ...one, text: 'Move the feed\nTell Ann' }]));
    const [parts] = sheetsOf({ ...plan, notes: parted }, 'A3', 'plan') as [Sheet];
    expect(textsOf(parts).map(({ text }) => text)).toEqual(expect.arrayContaining(['power: Move the feed', 'Tell Ann']));
    const [bare] = [...sheetSet(derive({ ...plan, notes }), { paper: 'A3', only: ['plan'], notes: false })] as [Sheet];
    expect(linesOf(bare, 'n1')).toEqual([]);
    expect(textsOf(bare).map(({ text }) => text)).not.toContain('power: Move the feed');
  });

  it('dimensions the aisle between the rows', () => {
    expect(words).toContain('1 200');
  });

  it('merges cables by pathway and draws each tier in its own pattern', () => {
    const cables = linesOf(sheet, 'tray-A').filter((line) => layerOf(sheet, line).startsWith('T-CABL'));
    expect(cables.length).toBeGreaterThan(0);
    expect(cables.length).toBeLessThan(10);
  });

  it('lays no text on another', () => {
    const boxes = textsOf(sheet).map((mark) => ({ mark, box: boxOf(mark) }));
    const overlaps = boxes.flatMap(({ mark, box }, i) =>
      boxes.slice(i + 1).flatMap((other) => (overlap(box, other.box) ? [`${mark.text} | ${other.mark.text}`] : [])),
    );
    expect(overlaps).toEqual([]);
  });

  it('keeps every mark on the paper, on every paper', () => {
    for (const name of PAPER_NAMES) {
      for (const one of sheetsOf(smallHall(), name, 'plan')) {
        expect([one.paper.widthMm, one.paper.heightMm].sort()).toEqual([PAPERS[name].widthMm, PAPERS[name].heightMm].sort());
        for (const mark of one.marks) {
          if (mark.mark !== 'line') continue;
          for (const { x, y } of mark.points) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(y).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThanOrEqual(one.paper.widthMm);
            expect(y).toBeLessThanOrEqual(one.paper.heightMm);
          }
        }
      }
    }
  });
});

describe('a plan of two halls', () => {
  const plan = new PlanBuilder()
    .hall('h2', { name: 'Hall 1' })
    .hall('h1', { name: 'Hall 2' })
    .cabinet('A', 1000, 3000, { hall: 'h2' })
    .cabinet('B', 7000, 3000, { hall: 'h2' })
    .device('a', 'A', 1)
    .device('b', 'B', 1)
    .link('x', 'a:p1', 'b:p1')
    .build();
  const words = sheetsOf(plan, 'A3', 'plan').map((sheet) => textsOf(sheet).map(({ text }) => text));

  it('has its sheets in the order of their names', () => {
    expect(words.map((texts) => texts.find((text) => text.startsWith('Floor plan,')))).toEqual([
      'Floor plan, Hall 1',
      'Floor plan, Hall 2',
    ]);
  });

  it('has in each legend what stands in that hall', () => {
    expect(words[0]).toContain('manual  1 cable');
    expect(words[0]).toContain('cabinet, heavy line at the front');
    expect(words[1]?.filter((text) => /cable|cabinet/.test(text))).toEqual([]);
    expect(words[1]).toContain('wall');
  });
});

describe('a hall too large for its paper', () => {
  const builder = new PlanBuilder().hall('H', { outline: rectangle(0, 0, 90_000, 60_000) });
  for (let row = 0; row < 3; row += 1) {
    for (let i = 0; i < 20; i += 1)
      builder.cabinet(`R${row}-${String(i).padStart(2, '0')}`, 2000 + i * 600, 2000 + row * 20_000, { row: `R${row}` });
  }
  const sheets = sheetsOf(builder.build(), 'A3', 'plan');

  it('is shown whole, and in readable pieces after that', () => {
    expect(sheets[0]!.scale).toBeGreaterThan(200);
    expect(sheets.length).toBeGreaterThan(2);
    for (const sheet of sheets.slice(1)) expect(sheet.scale).toBeLessThanOrEqual(200);
  });

  it('says on the whole plan how many names it leaves to the others', () => {
    expect(textsOf(sheets[0]!).map(({ text }) => text)).toContainEqual(expect.stringMatching(/^60 cabinet names/));
  });

  it('shows every cabinet by name on one of the pieces', () => {
    const names = new Set(sheets.slice(1).flatMap((sheet) => textsOf(sheet).map(({ text }) => text)));
    for (let row = 0; row < 3; row += 1) expect(names).toContain(`R${row}-07`);
  });

  it('cuts the pieces along their match lines', () => {
    for (const sheet of sheets.slice(1)) {
      const walls = linesOf(sheet, 'H');
      for (const { x, y } of walls.flatMap((wall) => wall.points)) {
        expect(x).toBeGreaterThanOrEqual(15.9);
        expect(x).toBeLessThanOrEqual(sheet.paper.widthMm - 15.9);
        expect(y).toBeGreaterThanOrEqual(15.9);
      }
    }
  });
});

describe('an empty hall', () => {
  it('is drawn without cabinets or cables', () => {
    const [sheet] = sheetsOf(new PlanBuilder().hall().build(), 'Letter', 'plan') as [Sheet];
    expect(sheet.marks.some((mark) => mark.mark === 'symbol')).toBe(false);
    expect(textsOf(sheet).map(({ text }) => text)).toContain('20 000');
  });
});

describe('a hall of a kilometre', () => {
  const outline = rectangle(0, 0, 1_000_000, 900_000);

  it.each([
    ['A4', 7000],
    ['Letter', 7000],
    ['A0', 1500],
  ] as const)('is drawn whole on %s, and in no more pieces than people page through', (paper, scale) => {
    const sheets = sheetsOf(new PlanBuilder().hall('H', { outline }).build(), paper, 'plan');
    expect(sheets[0]!.scale).toBe(scale);
    expect(sheets.length).toBeLessThanOrEqual(201);
  });
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** Box of the letters of a text mark, a little within, so that touching is no overlap. */
function boxOf(mark: ReturnType<typeof textsOf>[number]): Box {
  const widthMm = textWidthMm(mark.text, mark.sizeMm, mark.weight) * 0.98;
  const back = { start: 0, middle: widthMm / 2, end: widthMm }[mark.anchor];
  const heightMm = mark.sizeMm * 0.66;
  return mark.rotateDeg === 0
    ? { x: mark.at.x - back, y: mark.at.y - heightMm, widthMm, heightMm }
    : { x: mark.at.x - heightMm, y: mark.at.y - (widthMm - back), widthMm: heightMm, heightMm: widthMm };
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.widthMm && b.x < a.x + a.widthMm && a.y < b.y + b.heightMm && b.y < a.y + a.heightMm;
}

/** A cable schedule that people have worked on: what it says again, what is wrong with which line, and what is left unread by name. */
import { describe, expect, it } from 'vitest';
import { derive } from '../../../shared/engine/engine.ts';
import { judgeTableText } from '../../../shared/engine/tableAnswer.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { cableSchedule } from '../../../shared/takeoff/schedule.ts';
import { writeCsv } from '../../../shared/writers/csv.ts';
import { panelHall } from '../../support/panelPlans.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { drawnFrom, judgeFile, scheduleFile, withoutLinks } from '../../support/scheduleTrip.ts';
import { JUMPER, MULTIMODE_OPTIC, SPLITTER, TWIN_OPTIC } from '../../support/testCatalog.ts';

const OPTICS = { family: JUMPER.id, transceiverA: MULTIMODE_OPTIC.id, transceiverB: TWIN_OPTIC.id };

function hall(): PlanBuilder {
  const builder = new PlanBuilder()
    .hall()
    .cabinet('A', 1000, 1000)
    .cabinet('B', 3000, 1000)
    .junction('j1', 500, 2100)
    .junction('j2', 9000, 2100)
    .segment('T1', 'j1', 'j2');
  for (const n of [1, 2, 3, 4]) builder.device(`s${n}`, 'A', n * 3, { name: `node0${n}`, type: 'test/server' });
  for (const n of [1, 2]) builder.device(`w${n}`, 'B', n * 3, { name: `leaf-${n}`, type: 'test/switch' });
  return builder;
}

const wired = (): Plan =>
  hall()
    .link('l1', 's1:p1', 'w1:1/1', OPTICS)
    .link('l2', 's2:p1', 'w1:2/1', OPTICS)
    .link('l3', 's3:p1', 'w2:1/1', { ...OPTICS, family: SPLITTER.id })
    .link('l4', 's4:p1', 'w2:1/1', { ...OPTICS, family: SPLITTER.id })
    .override('l1', { requiredMm: 12_345, label: 'X-1' })
    .build();

const textOf = (plan: Plan): string => writeCsv(cableSchedule(derive(plan)));
const judge = (text: string, into: Plan) => judgeTableText(derive(into), text, null, into.catalog);
const faultsOf = (text: string, into: Plan): readonly string[] =>
  judge(text, into).lines.flatMap(({ line, fault }) => (fault === null ? [] : [`${line}: ${fault.message}; ${fault.remedy}`]));

/** A row without what depends on ids that are made anew. */
const rowsOf = (plan: Plan): string[] => [...cableSchedule(derive(plan)).rows].map((row) => row.join('|')).sort();

describe('a schedule of links drawn by hand', () => {
  it.each(['CSV', 'XLSX'] as const)('comes back with lengths, labels and splitters as %s', (format) => {
    const plan = wired();
    const bare = withoutLinks(plan);
    const answer = judgeFile(scheduleFile(plan, format), bare);
    expect([answer.links, answer.cables]).toEqual([4, 3]);
    const again = drawnFrom(answer, bare);
    expect(rowsOf(again)).toEqual(rowsOf(plan));
    expect(again.links.size).toBe(4);
    expect(answer.notes).toContain('Length, family or label set by hand is taken over on 1 cable');
    // The same ids, by whoever it is read: copies that both have read it merge.
    expect(drawnFrom(judgeFile(scheduleFile(plan, format), bare), bare)).toEqual(again);
  });

  it('stands in its own plan already, and draws nothing there', () => {
    const plan = wired();
    const answer = judge(textOf(plan), plan);
    expect([answer.schedule, answer.cables, answer.lines.filter(({ fault }) => fault !== null)]).toEqual([null, 0, []]);
    expect(answer.notes).toContain('3 cables stand already as the table has them, and stay');
  });

  it('draws only what is missing, and refuses what another cable holds', () => {
    const plan = wired();
    const without = (...ids: string[]): Plan => ({
      ...plan,
      links: new Map([...plan.links].filter(([id]) => !ids.includes(id))),
      overrides: new Map(),
    });
    const answer = judge(textOf(plan), without('l1'));
    expect([answer.links, answer.cables]).toEqual([1, 1]);
    expect(rowsOf(drawnFrom(answer, without('l1')))).toEqual(rowsOf(plan));
    const other = hall().link('x', 's1:p1', 'w1:9/1', OPTICS).build();
    expect(faultsOf(textOf(plan), other)).toEqual([
      '2: node01:p1 is in use, by node01:p1–leaf-1:9/1; choose a free port, or take that cable away first',
    ]);
  });
});

describe('a schedule that people have worked on', () => {
  const bare = withoutLinks(wired());
  const text = textOf(wired());
  const head = text.slice(0, text.indexOf('\r\n'));
  const moved = (change: (row: readonly string[]) => readonly string[], separator = '\t'): string =>
    text
      .trimEnd()
      .split('\r\n')
      .map((line) => change(line.split(',')).join(separator))
      .join('\n');

  it('may have its columns in another order, some taken out, others put in, by another separator', () => {
    const answer = judge(
      moved((row) => ['checked by', ...row.slice(0, 20).reverse(), ...row.slice(23)]),
      bare,
    );
    expect([answer.isSchedule, answer.links, answer.lines.filter(({ fault }) => fault !== null)]).toEqual([true, 4, []]);
    expect(answer.notes).toContain('Not read, since a cable schedule has no such column: checked by');
    expect(answer.notes[0]).toBe(
      'Not read, since the plan works it out anew: Surplus (m), Ordered (m), Required (m), Slack (m), Path (m), SKU',
    );
  });

  it('chooses optics where it has no columns for them', () => {
    const answer = judge(
      moved((row) => row.slice(0, -2), ','),
      withoutLinks(hall().link('l1', 's1:p1', 'w1:1/1', OPTICS).build()),
    );
    expect(answer.lines.map(({ fault }) => fault)).toEqual([null, null, null]);
  });

  it('is wrong line by line, each with what would be right', () => {
    const cells = (edit: Readonly<Record<string, string>>): string => {
      const row: Record<string, string> = {
        'Cable ID': 'x',
        'A device': 'node01',
        'A port': 'p1',
        'B device': 'leaf-1',
        'B port': '3/1',
        ...edit,
      };
      return head
        .split(',')
        .map((title) => row[title] ?? '')
        .join(',');
    };
    const faults = faultsOf(
      [
        head,
        cells({ 'A device': 'node09' }),
        cells({ 'B port': '2-Jan' }),
        cells({ 'B port': '99' }),
        cells({ 'A port': '?' }),
        cells({ Family: 'gold' }),
        cells({ Family: JUMPER.id, 'Transceiver A': 'none/such' }),
        cells({}),
        cells({ 'B port': '4/1' }),
        cells({ 'A device': 'node02 + node03 + node04', 'A port': 'p1 + p1 + p1', 'B port': '5/1 + 5/2' }),
        cells({ 'A device': 'node02 + node03', 'A port': 'p1 + p1 + p1' }),
        cells({
          Fabric: 'F',
          'A device': 'leaf-1',
          'A port': '6/1',
          'B device': 'node02 + node03',
          'B port': 'p1 + p1',
          Family: SPLITTER.id,
        }),
      ].join('\n'),
      bare,
    );
    expect(faults.map((fault) => fault.replace(/ such as .*/u, ' such as …'))).toEqual([
      '2: no device is called “node09”; write a name of the plan, such as …',
      '3: leaf-1 has no port “2-Jan”; a spreadsheet has made a date of it; export XLSX, or read the port column as text',
      expect.stringMatching(/^4: leaf-1 has no port “99”; write a name from 1\/1 to /u),
      expect.stringMatching(/^5: node01 has no port “\?”; write a name from p1 to /u),
      '6: no cable family is called “gold”; write its id, such as …',
      '7: no transceiver is called “none/such”; write its id, such as …',
      '9: node01:p1 is in line 8 already; give each cable ports of its own',
      '10: 3 ports at A and 2 at B do not say which go together; join as many ports as there are at the other end',
      '11: node02 + node03 and p1 + p1 + p1 are not as many devices as ports; write one device, or one for each port, between “ + ”',
      '12: the undivided end of its cable stands at A, and a fabric has it at B; let A and B change places in this line',
    ]);
  });

  it('tells devices of one name apart by where they stand, and says which stand elsewhere', () => {
    const twin = (): PlanBuilder => hall().device('s5', 'B', 20, { name: 'node01', type: 'test/server' });
    const plan = twin().link('l1', 's5:p1', 'w1:1/1', OPTICS).build();
    const again = drawnFrom(judge(textOf(plan), withoutLinks(plan)), withoutLinks(plan));
    expect([...again.links.values()].map(({ a }) => a.device)).toEqual(['s5']);
    const elsewhere = hall().device('s2', 'B', 30, { name: 'node02', type: 'test/server' }).build();
    expect(judge(text, elsewhere).notes).toContain(
      'Devices stand in other cabinets than the table says, and lengths follow them: node02 in B and not in A',
    );
    expect(faultsOf(textOf(plan).replaceAll('B,20,node01', 'C,20,node01'), withoutLinks(plan))).toEqual([
      '2: 2 devices are called “node01”, none of them in C at U20; give each a name of its own, or write the cabinet and the unit of the one that is meant',
    ]);
  });
});

describe('a schedule of cables through panels', () => {
  it('is refused line by line where the links are gone, and stands where they are not', () => {
    const plan = panelHall().build();
    const answer = judge(textOf(plan), plan);
    expect(answer.lines.flatMap(({ fault }) => fault ?? [])).toEqual([]);
    const bare: Plan = { ...plan, links: new Map(), channels: new Map() };
    expect(faultsOf(textOf(plan), bare)).toHaveLength(4);
    expect(faultsOf(textOf(plan), bare)[0]).toBe(
      '3: it is one of the cables of a link through panels (s1:p1–w:1/1, cable 1 of 3), which a table of links cannot say; take out its line, draw the link and run it through panels',
    );
    expect(judge(textOf(plan), bare).schedule).toBeNull();
  });
});

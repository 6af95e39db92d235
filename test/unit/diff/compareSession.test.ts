/** A comparison beside the page: what it says is what the command line says, and trials of picks name what comes along and what clashes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diffJson } from '../../../electron/cli/diffText.ts';
import type { FigureRow } from '../../../renderer/compare/figureRow.ts';
import { figureRows } from '../../../renderer/compare/figureRows.ts';
import { powerText } from '../../../renderer/ui/quantities.ts';
import { redoStep, runCommand, undoStep, type Step } from '../../../shared/commands/history.ts';
import { moveThings } from '../../../shared/commands/move.ts';
import { takeOver } from '../../../shared/commands/variants.ts';
import { changeMarks } from '../../../shared/diff/changeMarks.ts';
import { compareInSteps } from '../../../shared/diff/compare.ts';
import { createCompareSession, type CompareMessage, type ComparedPlan } from '../../../shared/diff/compareSession.ts';
import type { ComparedFinding } from '../../../shared/diff/figures.ts';
import { diffPlans } from '../../../shared/diff/planDiff.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { contentOf } from '../../../shared/plan/variants.ts';
import { numberText } from '../../../shared/quantities.ts';
import { finish } from '../../../shared/work.ts';

function samplePlan(): Plan {
  const read = parsePlan(readFileSync(new URL('../../../assets/samples/eight-cabinets.raceway', import.meta.url)));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

function moved(plan: Plan, id: string, dyMm: number): Plan {
  const run = runCommand(plan, moveThings, { cabinets: [id], dxMm: 0, dyMm });
  if (!run.ok) throw new Error(run.error.message);
  return run.value.plan;
}

/** A cabinet more, with a device in it; another cabinet moved onto its neighbour's place, a pathway's junction moved. */
function otherOf(plan: Plan): Plan {
  const [cabinet] = plan.cabinets.values();
  const device = [...plan.devices.values()].find((one) => one.cabinet === cabinet!.id);
  const [junction] = plan.junctions.values();
  const next = moved(plan, 'A04', -700);
  return {
    ...next,
    cabinets: new Map([...next.cabinets, ['new', { ...cabinet!, id: 'new', name: 'N01', xMm: cabinet!.xMm + 200 }]]),
    devices: new Map([...next.devices, ['new-dev', { ...device!, id: 'new-dev', name: 'spare', cabinet: 'new' }]]),
    junctions: new Map(next.junctions).set(junction!.id, { ...junction!, yMm: junction!.yMm - 100 }),
  };
}

const bytesOf = (plan: Plan): Uint8Array => new TextEncoder().encode(serializePlan(plan));

function asked(
  plan: Plan,
  other: ComparedPlan,
  from: ComparedPlan = { kind: 'own' },
): { readonly messages: CompareMessage[]; readonly ask: ReturnType<typeof createCompareSession> } {
  const messages: CompareMessage[] = [];
  const ask = createCompareSession((message) => messages.push(message));
  ask({ type: 'compare', plan: bytesOf(plan), from, other });
  return { messages, ask };
}

const of = <T extends CompareMessage['type']>(messages: readonly CompareMessage[], type: T): Extract<CompareMessage, { type: T }>[] =>
  messages.filter((message): message is Extract<CompareMessage, { type: T }> => message.type === type);

interface Counts {
  readonly old: number;
  readonly new: number;
}

interface Sums {
  readonly old: { readonly known: number; readonly unknown: number };
  readonly new: { readonly known: number; readonly unknown: number };
}

interface DiffJson {
  readonly changes: readonly unknown[];
  readonly links: Counts & { readonly byTier: readonly Counts[] };
  readonly cables: Counts & { readonly byTier: readonly Counts[]; readonly requiredM: Sums; readonly orderedM: Sums };
  readonly cabinets: Counts & { readonly byModel: readonly Counts[] };
  readonly devices: Counts & { readonly byRole: readonly Counts[] };
  readonly hours: Record<'old' | 'new', Record<'low' | 'likely' | 'high', number>> & {
    readonly byTask: readonly { readonly task: string; readonly hours: Counts; readonly units: Counts }[];
  };
  readonly days: Counts;
  readonly powerW: Sums & { readonly byRole: readonly Sums[] };
  readonly findings: {
    readonly errors: Counts;
    readonly warnings: Counts;
    readonly new: readonly { readonly message: string; readonly key: string }[];
    readonly gone: readonly { readonly message: string; readonly key: string }[];
  };
}

const sentOf = (messages: readonly CompareMessage[], side: 'new' | 'gone'): ComparedFinding[] =>
  of(messages, 'findings').flatMap((message) => (message.side === side ? message.findings : []));

/** Every figure of the screen against the command line's, and the parts of each. */
function expectSaid(rows: readonly FigureRow[], json: DiffJson): void {
  const row = (id: string): FigureRow => rows.find((one) => one.id === id)!;
  const texts = ({ old, new: is }: FigureRow): string[] => [old, is];
  const counts = ({ old, new: is }: Counts): string[] => [numberText(old), numberText(is)];
  const sums = ({ old, new: is }: Sums, text: (value: number) => string): string[] => [text(old.known), text(is.known)];
  const tenths = (value: number): string => numberText(value, 1);
  const counted = [
    ['links', json.links, json.links.byTier],
    ['cables', json.cables, json.cables.byTier],
    ['cabinets', json.cabinets, json.cabinets.byModel],
    ['devices', json.devices, json.devices.byRole],
    ['errors', json.findings.errors, []],
    ['warnings', json.findings.warnings, []],
  ] as const;
  for (const [id, sum, parts] of counted) {
    expect(texts(row(id)), id).toEqual(counts(sum));
    expect(row(id).parts.slice(0, parts.length).map(texts), id).toEqual(parts.map(counts));
    for (const of of ['old', 'new'] as const)
      if (parts.length > 0)
        expect(
          parts.reduce((all, part) => all + part[of], 0),
          id,
        ).toBe(sum[of]);
  }
  expect(texts(row('required'))).toEqual(sums(json.cables.requiredM, (metres) => `${tenths(metres)} m`));
  expect(texts(row('ordered'))).toEqual(sums(json.cables.orderedM, (metres) => `${tenths(metres)} m`));
  expect(texts(row('power'))).toEqual(sums(json.powerW, powerText));
  expect(row('power').parts.map(texts)).toEqual(json.powerW.byRole.map((one) => sums(one, powerText)));
  const { old, new: is, byTask } = json.hours;
  expect(texts(row('hours'))).toEqual([tenths(old.likely), tenths(is.likely)]);
  expect(row('hours').parts.slice(0, 2).map(texts)).toEqual([
    [tenths(old.low), tenths(is.low)],
    [tenths(old.high), tenths(is.high)],
  ]);
  expect(texts(row('days'))).toEqual([tenths(json.days.old), tenths(json.days.new)]);
  expect(row('days').derivation!.new[0]).toContain(`${tenths(is.likely)} h ÷ (`);
  const tasks = row('hours').parts.slice(2);
  expect(tasks.map(texts)).toEqual(byTask.map(({ hours }) => [tenths(hours.old), tenths(hours.new)]));
  tasks.forEach(({ derivation }, at) => {
    const { hours, units } = byTask[at]!;
    for (const side of ['old', 'new'] as const) {
      expect(derivation![side][0]).toContain(` = ${tenths(hours[side])} h (`);
      expect(derivation![side][0]!.startsWith(numberText(units[side], Number.isInteger(units[side]) ? 0 : 1))).toBe(true);
    }
  });
  const ledTo = [...row('errors').parts, ...row('warnings').parts].map(({ finding }) => `${finding!.side} ${finding!.of.key}`);
  const named = [...json.findings.new.map(({ key }) => `new ${key}`), ...json.findings.gone.map(({ key }) => `old ${key}`)];
  expect(new Set(ledTo)).toEqual(new Set(named));
  expect(named.length).toBeGreaterThan(0);
}

describe('a comparison beside the page', () => {
  const plan = samplePlan();
  const next = otherOf(plan);
  const variant = { id: 'var-1', name: 'Other', content: contentOf(next) };
  const withVariant: Plan = { ...plan, variants: new Map([['var-1', variant]]) };

  it('says of a variant and of a file what the command line says', () => {
    const json = JSON.parse(diffJson(finish(compareInSteps(plan, next)))) as DiffJson;
    for (const { messages } of [
      asked(withVariant, { kind: 'variant', id: 'var-1' }),
      asked(plan, { kind: 'file', bytes: bytesOf(next) }),
    ]) {
      const [done] = of(messages, 'compared');
      expect(of(messages, 'changes').flatMap(({ changes }) => changes)).toHaveLength(json.changes.length);
      const findings = { new: sentOf(messages, 'new'), gone: sentOf(messages, 'gone'), same: done!.figures.findings.same };
      const rows = figureRows({ ...done!.figures, findings }, 'metric');
      expectSaid(rows, json);
      const shown = new Map(rows.map((row) => [row.id, row]));
      expect(shown.get('cabinets')!.difference).toBe('+1');
      expect(shown.get('money')!.difference).toBe('unknown');
      const shares = of(messages, 'progress').map(({ progress }) => progress.share);
      expect(shares.length).toBeGreaterThan(3);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
    }
  });

  it('goes from either side, and between two that are not the plan itself', () => {
    const changes = (messages: readonly CompareMessage[]) => of(messages, 'changes').flatMap((message) => message.changes);
    const variantSide: ComparedPlan = { kind: 'variant', id: 'var-1' };
    const back = asked(withVariant, { kind: 'own' }, variantSide);
    expect(changes(back.messages)).toEqual(diffPlans(next, plan));
    const file: ComparedPlan = { kind: 'file', bytes: bytesOf(next) };
    expect(changes(asked(withVariant, file, variantSide).messages)).toEqual([]);
  });

  it('tries what is picked: what comes along, the figures of the merged plan, the clashes; and taking it over gives that plan', () => {
    const { messages, ask } = asked(withVariant, { kind: 'variant', id: 'var-1' });
    ask({ type: 'try', keys: ['devices new-dev', 'cabinets gone'] });
    const [tried] = of(messages, 'tried');
    expect(tried!.trial).toMatchObject({
      picked: ['devices new-dev'],
      companions: [{ key: 'cabinets new', because: 'devices new-dev' }],
      conflict: null,
    });
    const { figures } = tried!.trial;
    expect(figures!.cabinets.new - figures!.cabinets.old).toBe(1);
    expect(figures!.findings.new.map(({ code }) => code)).toContain('cabinet.overlap');
    const changes = ['devices new-dev', 'cabinets new'];
    const [byVariant, byPlan] = [
      runCommand(withVariant, takeOver, { from: 'var-1', changes }),
      runCommand(withVariant, takeOver, { from: { name: 'other.raceway', plan: next }, changes }),
    ];
    if (!byVariant.ok || !byPlan.ok) throw new Error('both must be taken over');
    expect(byVariant.value.step!.label).toBe('Take over 2 changes from Other');
    expect(byPlan.value.step!.label).toBe('Take over 2 changes from other.raceway');
    expect(serializePlan(byPlan.value.plan)).toBe(serializePlan(byVariant.value.plan));
    expect(byVariant.value.plan.cabinets.has('new')).toBe(true);
    expect(byVariant.value.plan.cabinets.get('A04')).toEqual(plan.cabinets.get('A04'));
    // Worked out beside the page it is the same step, there and back.
    ask({ type: 'take', keys: changes, from: 'Other' });
    ask({ type: 'take', keys: ['devices new-dev'], from: 'Other' });
    const [taken, refused] = of(messages, 'taken').map(({ step }) => step);
    if (!taken!.ok) throw new Error(taken!.error.message);
    const step = JSON.parse(taken!.value) as Step;
    expect(step.label).toBe('Take over 2 changes from Other');
    const after = redoStep(withVariant, step);
    expect(serializePlan(after)).toBe(serializePlan(byVariant.value.plan));
    expect(serializePlan(undoStep(after, step))).toBe(serializePlan(withVariant));
    expect(refused).toMatchObject({ ok: false, error: { remedy: 'take over cabinet N01 too' } });
  });

  it('shows hours whose difference is that of the hours beside it', () => {
    const [done] = of(asked(plan, { kind: 'file', bytes: bytesOf(next) }).messages, 'compared');
    const { old, new: other } = done!.figures.hours;
    const range = (low: number): { low: number; likely: number; high: number } => ({ low, likely: 100, high: 200 });
    const hours = { old: { ...old!, range: range(92.34) }, new: { ...other!, range: range(92.36) } };
    const row = figureRows({ ...done!.figures, hours }, 'metric').find(({ id }) => id === 'hours');
    expect(row!.parts[0]).toMatchObject({ old: '92.3', new: '92.4', difference: '+0.1' });
  });

  it('names a variant that is gone and a file that cannot be read', () => {
    const gone = of(asked(plan, { kind: 'variant', id: 'var-9' }).messages, 'failed');
    const torn = of(asked(plan, { kind: 'file', bytes: bytesOf(plan).slice(0, 900) }).messages, 'failed');
    expect(gone[0]!.error.code).toBe('compare.no-variant');
    expect(torn[0]!.error.message).not.toBe('');
  });
});

describe('marks of differences', () => {
  const plan = samplePlan();

  it('lie where things stand in either plan, with the pathways that a junction drags along', () => {
    const next = otherOf(plan);
    const marks = changeMarks(plan, next, diffPlans(plan, next));
    const byKey = new Map(marks.flatMap((mark) => mark.keys.map((key) => [key, mark] as const)));
    expect(byKey.get('cabinets new')).toMatchObject({ kind: 'added', was: null });
    const own = byKey.get('cabinets A04')!;
    expect(own.kind).toBe('moved');
    own.was!.forEach(({ xMm, yMm }, at) => expect(own.is![at]).toEqual({ xMm, yMm: yMm - 700 }));
    const [junction] = plan.junctions.keys();
    expect(byKey.get(`junctions ${junction}`)).toMatchObject({ kind: 'moved' });
  });

  it('of the other way round swap added and removed; equal plans have none', () => {
    const next = otherOf(plan);
    const there = changeMarks(plan, next, diffPlans(plan, next));
    const back = changeMarks(next, plan, diffPlans(next, plan));
    expect(back.map(({ was, is, keys }) => [keys.join(), is, was])).toEqual(there.map(({ was, is, keys }) => [keys.join(), was, is]));
    expect(changeMarks(plan, plan, diffPlans(plan, plan))).toEqual([]);
  });
});

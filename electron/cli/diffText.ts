/** A comparison of two plans for people at a terminal, and for programs. */
import { minorDigits, moneyText } from '../../shared/catalog/money.ts';
import type { Comparison } from '../../shared/diff/compare.ts';
import type { Figures, Money, Pair, PartialFigure } from '../../shared/diff/figures.ts';
import { nounOfPart } from '../../shared/diff/planParts.ts';
import type { ChangeKind, PlanChange } from '../../shared/diff/planDiff.ts';
import { alignedTable, grouped, left, right } from './alignedTable.ts';
import { plural } from './takeoffText.ts';

/** Lines of a list in the text; all of them are in the JSON. */
const MOST_LISTED = 40;

/** Fields of a thing in one line, before the rest is counted. */
const MOST_FIELDS = 4;

export function diffText({ before, after, changes, figures }: Comparison): string {
  return [
    `${before.plan.name} against ${after.plan.name}\n`,
    figuresTable(figures),
    familiesTable(figures),
    ordersTable(figures),
    tasksTable(figures),
    findingsText(figures),
    changesText(changes),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function figuresTable(figures: Figures): string {
  const { links, cables, cabinets, devices, requiredM, orderedM, powerW, hours, money, errors, warnings } = figures;
  const count = (name: string, { old, new: next }: Pair<number>, decimals = 0): string[] => [
    name,
    grouped(old, decimals),
    grouped(next, decimals),
    signed(next - old, decimals),
  ];
  const metres = (name: string, { old, new: next }: Pair<PartialFigure>): string[] => [
    name,
    partial(old, 1),
    partial(next, 1),
    old.unknown + next.unknown > 0 ? 'unknown' : signed(next.known - old.known, 1),
  ];
  const hourRow = (name: string, of: (one: NonNullable<Figures['hours']['old']>) => number, decimals: number): string[] => {
    const text = (one: Figures['hours']['old']): string =>
      one === null ? 'unknown' : `${one.unknownCables > 0 ? 'at least ' : ''}${grouped(of(one), decimals)}`;
    const known = hours.old !== null && hours.new !== null && hours.old.unknownCables + hours.new.unknownCables === 0;
    return [name, text(hours.old), text(hours.new), known ? signed(of(hours.new) - of(hours.old), decimals) : 'unknown'];
  };
  return alignedTable(
    [left(''), right('Old'), right('New'), right('Difference')],
    [
      count('Links', links),
      ...figures.linksByTier.map(({ name, ...pair }) => count(`  ${name}`, pair)),
      count('Cables', cables),
      ...figures.cablesByTier.map(({ name, ...pair }) => count(`  ${name}`, pair)),
      ['  rerouted', '', grouped(figures.reroutedCables), ''],
      count('Cabinets', cabinets),
      count('Devices', devices),
      metres('Required m', requiredM),
      metres('Ordered m', orderedM),
      ['Money', moneyOrUnknown(money.old), moneyOrUnknown(money.new), moneyDifference(money)],
      hourRow('Hours', ({ range }) => range.likely, 1),
      hourRow('  low', ({ range }) => range.low, 1),
      hourRow('  high', ({ range }) => range.high, 1),
      hourRow('Crew days', ({ days }) => days, 1),
      [
        'Power kW',
        partial(inThousands(powerW.old), 1),
        partial(inThousands(powerW.new), 1),
        powerW.old.unknown + powerW.new.unknown > 0 ? 'unknown' : signed((powerW.new.known - powerW.old.known) / 1000, 1),
      ],
      count('Errors', errors),
      count('Warnings', warnings),
    ],
  );
}

function familiesTable({ families }: Figures): string {
  const rows = families.flatMap(({ name, count, orderedM, byLength }) => {
    if (byLength.length === 0 && count.old === count.new && orderedM.old.known === orderedM.new.known) return [];
    return [
      [name, '', grouped(count.old), grouped(count.new), signed(count.new - count.old)],
      ...byLength.map(({ lengthM, old, new: next }) => ['', grouped(lengthM, 2), grouped(old), grouped(next), signed(next - old)]),
    ];
  });
  return rows.length === 0
    ? ''
    : alignedTable([left('Cable family'), right('Length m'), right('Old'), right('New'), right('Difference')], rows);
}

function ordersTable({ orders, money }: Figures): string {
  if (orders.length === 0) return '';
  const amount = (count: number, minor: number | null, { currency }: Money): string =>
    count === 0 ? '' : minor === null ? 'unknown' : moneyText({ amountMinor: minor, currency });
  return (
    alignedTable(
      [left('Order'), left('SKU'), right('Old'), right('New'), right('Difference'), right('Amount old'), right('Amount new')],
      orders
        .slice(0, MOST_LISTED)
        .map(({ description, sku, order, amountMinor }) => [
          description,
          sku ?? '',
          grouped(order.old),
          grouped(order.new),
          signed(order.new - order.old),
          amount(order.old, amountMinor.old, money.old),
          amount(order.new, amountMinor.new, money.new),
        ]),
    ) + more(orders.length)
  );
}

function tasksTable({ tasks }: Figures): string {
  const rows = tasks
    .filter(({ hours }) => signed(hours.new - hours.old, 1) !== '0')
    .map(({ name, hours, range }) => [
      name,
      grouped(hours.old, 1),
      grouped(hours.new, 1),
      signed(hours.new - hours.old, 1),
      `${signed(range.new.low - range.old.low, 1)} – ${signed(range.new.high - range.old.high, 1)}`,
    ]);
  return rows.length === 0
    ? ''
    : alignedTable([left('Task'), right('Old h'), right('New h'), right('Difference'), right('Low – high')], rows);
}

function findingsText({ findings }: Figures): string {
  const lines = (mark: string, list: Figures['findings']['new']): string =>
    list
      .slice(0, MOST_LISTED)
      .map(({ severity, code, message }) => `${mark} ${severity} ${code}: ${message}\n`)
      .join('') + more(list.length);
  return `Findings: ${findings.new.length} new, ${findings.gone.length} gone, ${findings.same} in both\n${lines('+', findings.new)}${lines('-', findings.gone)}`;
}

const MARKS: Readonly<Record<ChangeKind, string>> = { added: '+', removed: '-', moved: '>', changed: '~' };

function changesText(changes: readonly PlanChange[]): string {
  if (changes.length === 0) return 'The plans are the same\n';
  const count = (of: ChangeKind): number => changes.filter(({ kind }) => kind === of).length;
  const lines = changes.slice(0, MOST_LISTED).map((change) => `${MARKS[change.kind]} ${changeLine(change)}\n`);
  const head = `${plural(changes.length, 'change')}: ${count('added')} added, ${count('removed')} removed, ${count('moved')} moved, ${count('changed')} changed\n`;
  return `${head}${lines.join('')}${more(changes.length)}`;
}

function changeLine({ part, name, kind, move, fields }: PlanChange): string {
  const subject = `${nounOfPart(part)} ${name}`;
  if (kind === 'added' || kind === 'removed') return `${subject} ${kind}`;
  const parts: string[] = [];
  if (move !== null && (move.dxMm !== 0 || move.dyMm !== 0)) parts.push(`moved by ${signed(move.dxMm)}, ${signed(move.dyMm)} mm`);
  if (move !== null && (move.turnedDeg ?? 0) !== 0) parts.push(`turned by ${signed(move.turnedDeg!)}°`);
  const rest = parts.length > 0 && kind === 'moved' ? [] : fields;
  parts.push(
    ...rest.slice(0, MOST_FIELDS).map(({ field, old, new: next }) => `${field === '' ? 'value' : field} ${short(old)} → ${short(next)}`),
  );
  if (rest.length > MOST_FIELDS) parts.push(`and ${rest.length - MOST_FIELDS} more`);
  return `${subject}: ${parts.join('; ')}`;
}

function more(count: number): string {
  return count > MOST_LISTED ? `and ${grouped(count - MOST_LISTED)} more (--json lists them)\n` : '';
}

/** A value in one short word. */
function short(value: unknown): string {
  if (value === undefined) return 'none';
  const text = JSON.stringify(value);
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

function signed(value: number, decimals = 0): string {
  const text = grouped(Math.abs(value), decimals);
  if (Number(text.replaceAll(' ', '')) === 0) return '0';
  return `${value < 0 ? '-' : '+'}${text}`;
}

function partial({ known, unknown }: PartialFigure, decimals: number): string {
  return unknown === 0 ? grouped(known, decimals) : `at least ${grouped(known, decimals)}`;
}

function inThousands({ known, unknown }: PartialFigure): PartialFigure {
  return { known: known / 1000, unknown };
}

function moneyOrUnknown({ currency, knownMinor, unknownLines }: Money): string {
  if (knownMinor === null) return 'unknown';
  return `${unknownLines > 0 ? 'at least ' : ''}${moneyText({ amountMinor: knownMinor, currency })}`;
}

function moneyDifference(money: Pair<Money>): string {
  const minor = differenceMinor(money);
  if (minor === null) return 'unknown';
  return minor === 0 ? '0' : `${minor < 0 ? '-' : '+'}${moneyText({ amountMinor: Math.abs(minor), currency: money.new.currency })}`;
}

/** Null where a price is unknown on either side, or the currencies differ. */
function differenceMinor({ old, new: next }: Pair<Money>): number | null {
  if (old.knownMinor === null || next.knownMinor === null) return null;
  if (old.unknownLines + next.unknownLines > 0 || old.currency !== next.currency) return null;
  return next.knownMinor - old.knownMinor;
}

/** Names here are promised to scripts: more may come, none goes. */
export function diffJson({ before, after, changes, figures }: Comparison): string {
  const { links, cables, cabinets, devices, linksByTier, cablesByTier, devicesByRole, families, money, orders, hours, tasks } = figures;
  const inMajor = ({ currency, knownMinor, unknownLines }: Money): object => ({
    currency,
    known: knownMinor === null ? null : knownMinor / 10 ** minorDigits(currency),
    unknownLines,
  });
  const difference = differenceMinor(money);
  const json = {
    old: { plan: before.plan.name },
    new: { plan: after.plan.name },
    same: changes.length === 0,
    links: { ...links, byTier: linksByTier.map(({ name, ...counts }) => ({ tier: name, ...counts })) },
    cables: {
      ...cables,
      byTier: cablesByTier.map(({ name, ...counts }) => ({ tier: name, ...counts })),
      rerouted: figures.reroutedCables,
      requiredM: figures.requiredM,
      orderedM: figures.orderedM,
      byFamily: families,
    },
    cabinets: { ...cabinets, byModel: figures.cabinetsByModel.map(({ name, ...counts }) => ({ model: name, ...counts })) },
    devices: { ...devices, byRole: devicesByRole.map(({ name, ...counts }) => ({ role: name, ...counts })) },
    money: {
      old: inMajor(money.old),
      new: inMajor(money.new),
      difference: difference === null ? null : difference / 10 ** minorDigits(money.new.currency),
      orders,
    },
    hours: { old: hours.old?.range ?? null, new: hours.new?.range ?? null, byTask: tasks.map(taskJson) },
    days: { old: hours.old?.days ?? null, new: hours.new?.days ?? null },
    powerW: { ...figures.powerW, byRole: figures.powerByRole.map(({ name, ...sums }) => ({ role: name, ...sums })) },
    findings: { errors: figures.errors, warnings: figures.warnings, ...figures.findings },
    changes: changes.map(({ part, key: _, ...change }) => ({ table: part, ...change })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** With how much there is to do on either side; the rules are in the labor profiles. */
function taskJson({ work, ...task }: Figures['tasks'][number]): object {
  const units = ({ old, new: next }: typeof work): Pair<number> => ({ old: old?.figures.units ?? 0, new: next?.figures.units ?? 0 });
  return { ...task, unit: (work.new ?? work.old)?.rule.unit ?? null, units: units(work) };
}

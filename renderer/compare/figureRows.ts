/** The figures of two plans side by side as rows of text, each with the parts that it comes from. Unknown is never zero. */
import type { Finding } from '../../shared/checks/types.ts';
import type { Figures, HourFigures, Money, Pair, PartialFigure } from '../../shared/diff/figures.ts';
import { lengthText, numberText, type Units } from '../../shared/quantities.ts';
import { MM_PER_FOOT } from '../../shared/unitFactors.ts';
import { inUnits } from '../ui/engineText.ts';
import { moneyText, powerText, UNKNOWN } from '../ui/quantities.ts';

export interface FigureRow {
  /** Stays the same while the row lasts. */
  readonly id: string;
  readonly name: string;
  readonly old: string;
  readonly new: string;
  readonly difference: string;
  /** More errors than before. */
  readonly isWorse: boolean;
  readonly parts: readonly FigureRow[];
}

const NONE: readonly FigureRow[] = [];

export function figureRows(figures: Figures, units: Units): FigureRow[] {
  const { links, cables, cabinets, devices, requiredM, orderedM, money, hours, powerW, errors, warnings } = figures;
  const byName = (id: string, list: Figures['linksByTier']): FigureRow[] =>
    list.map(({ name, ...pair }) => countRow(`${id} ${name}`, name, pair));
  return [
    countRow('links', 'Links', links, byName('links', figures.linksByTier)),
    countRow('cables', 'Cables', cables, [...byName('cables', figures.cablesByTier), ...familyRows(figures)]),
    countRow('cabinets', 'Cabinets', cabinets),
    countRow('devices', 'Devices', devices, byName('devices', figures.devicesByRole)),
    metresRow('required', 'Required length', requiredM, units, familyMetres('required', figures, units)),
    metresRow('ordered', 'Ordered length', orderedM, units, familyMetres('ordered', figures, units)),
    moneyRow(money, orderRows(figures)),
    hoursRow('hours', 'Hours', hours, ({ range }) => range.likely, [
      hoursRow('hours low', 'Low', hours, ({ range }) => range.low),
      hoursRow('hours high', 'High', hours, ({ range }) => range.high),
      ...taskRows(figures),
    ]),
    hoursRow('days', 'Crew days', hours, ({ days }) => days),
    partialRow('power', 'Power', powerW, powerText),
    { ...countRow('errors', 'Errors', errors, findingRows(figures, 'error')), isWorse: errors.new > errors.old },
    countRow('warnings', 'Warnings', warnings, findingRows(figures, 'warning')),
  ];
}

function row(id: string, name: string, old: string, next: string, difference: string, parts: readonly FigureRow[]): FigureRow {
  return { id, name, old, new: next, difference, isWorse: false, parts };
}

function countRow(id: string, name: string, { old, new: next }: Pair<number>, parts: readonly FigureRow[] = NONE): FigureRow {
  return row(id, name, numberText(old), numberText(next), signedText(next - old, numberText), parts);
}

/** `+12`, `−3.5 m`, `0`: what is nothing as it is written has no sign. */
export function signedText(value: number, text: (value: number) => string): string {
  const size = text(Math.abs(value));
  if (size === text(0)) return '0';
  return `${value < 0 ? '\u2212' : '+'}${size}`;
}

function partialText({ known, unknown }: PartialFigure, text: (value: number) => string): string {
  return unknown === 0 ? text(known) : `at least ${text(known)}`;
}

function partialRow(
  id: string,
  name: string,
  { old, new: next }: Pair<PartialFigure>,
  text: (value: number) => string,
  parts: readonly FigureRow[] = NONE,
): FigureRow {
  const difference = old.unknown + next.unknown > 0 ? UNKNOWN : signedText(next.known - old.known, text);
  return row(id, name, partialText(old, text), partialText(next, text), difference, parts);
}

/** Sums of lengths to a tenth of a metre, or to a foot: differences are read from them. */
function sumText(units: Units): (metres: number) => string {
  return (metres) => (units === 'metric' ? `${numberText(metres, 1)} m` : `${numberText((metres * 1000) / MM_PER_FOOT)} ft`);
}

function metresRow(id: string, name: string, pair: Pair<PartialFigure>, units: Units, parts: readonly FigureRow[] = NONE): FigureRow {
  return partialRow(id, name, pair, sumText(units), parts);
}

/** Families whose counts differ, and of these the lengths that do. */
function familyRows({ families }: Figures): FigureRow[] {
  return families
    .filter(({ count, byLength }) => count.old !== count.new || byLength.length > 0)
    .map(({ family, name, count }) => countRow(`cables family ${family}`, name, count));
}

function familyMetres(of: 'required' | 'ordered', { families }: Figures, units: Units): FigureRow[] {
  return families.flatMap(({ family, name, requiredM, orderedM, byLength }) => {
    const own = metresRow(`${of} ${family}`, name, of === 'required' ? requiredM : orderedM, units);
    if (of === 'required') return [own];
    const lengths = byLength.map(({ lengthM, ...pair }) =>
      countRow(`ordered ${family} ${lengthM}`, `${lengthText(lengthM * 1000, units)} pieces`, pair),
    );
    return [own, ...lengths];
  });
}

function amountText({ currency, knownMinor, unknownLines }: Money): string {
  if (knownMinor === null) return UNKNOWN;
  return `${unknownLines > 0 ? 'at least ' : ''}${moneyText(knownMinor, currency)}`;
}

function moneyRow({ old, new: next }: Pair<Money>, parts: readonly FigureRow[]): FigureRow {
  const isKnown =
    old.knownMinor !== null && next.knownMinor !== null && old.unknownLines + next.unknownLines === 0 && old.currency === next.currency;
  const difference = isKnown ? signedText(next.knownMinor - old.knownMinor, (minor) => moneyText(minor, next.currency)) : UNKNOWN;
  return row('money', 'Money', amountText(old), amountText(next), difference, parts);
}

/** What is ordered otherwise: pieces and metres, with the amounts where they are known. */
function orderRows({ orders, money }: Figures): FigureRow[] {
  return orders.map(({ class: of, sku, description, unit, order, amountMinor }) => {
    const text = (count: number, minor: number | null, currency: string): string =>
      `${numberText(count)} ${unit}${count === 0 || minor === null ? '' : `, ${moneyText(minor, currency)}`}`;
    return row(
      `money ${of} ${sku ?? ''} ${description} ${unit}`,
      sku === null ? description : `${description}, ${sku}`,
      text(order.old, amountMinor.old, money.old.currency),
      text(order.new, amountMinor.new, money.new.currency),
      signedText(order.new - order.old, numberText),
      NONE,
    );
  });
}

function hoursRow(
  id: string,
  name: string,
  { old, new: next }: Pair<HourFigures | null>,
  of: (hours: HourFigures) => number,
  parts: readonly FigureRow[] = NONE,
): FigureRow {
  const text = (hours: HourFigures | null): string =>
    hours === null ? UNKNOWN : `${hours.unknownCables > 0 ? 'at least ' : ''}${tenths(of(hours))}`;
  const isKnown = old !== null && next !== null && old.unknownCables + next.unknownCables === 0;
  return row(id, name, text(old), text(next), isKnown ? shownDifference(of(old), of(next)) : UNKNOWN, parts);
}

function taskRows({ tasks }: Figures): FigureRow[] {
  return tasks.map(({ task, name, hours }) =>
    row(`hours task ${task}`, name, tenths(hours.old), tenths(hours.new), shownDifference(hours.old, hours.new), NONE),
  );
}

function tenths(value: number): string {
  return numberText(value, 1);
}

/** Of the two as they are written, so that who takes one from the other gets what stands beside them. */
function shownDifference(old: number, next: number): string {
  return signedText(Number(next.toFixed(1)) - Number(old.toFixed(1)), tenths);
}

/** Findings that come and go: each stands where it is. */
function findingRows({ findings }: Figures, severity: Finding['severity']): FigureRow[] {
  const rows = (list: readonly Finding[], isNew: boolean): FigureRow[] =>
    list
      .filter((finding) => finding.severity === severity)
      .map(({ code, ids, message }) =>
        row(
          `finding ${isNew ? 'new' : 'gone'} ${code} ${ids.join(' ')}`,
          message,
          isNew ? '' : 'there',
          isNew ? 'there' : '',
          isNew ? 'new' : 'gone',
          NONE,
        ),
      );
  return [...rows(findings.new, true), ...rows(findings.gone, false)];
}

/** Sentences of findings come metric from the engine. */
export function rowName({ name, id }: FigureRow, units: Units): string {
  return id.startsWith('finding ') ? inUnits(name, units) : name;
}

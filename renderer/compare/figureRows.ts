/** The figures of two plans side by side as rows of text, each with the parts that it comes from. Unknown is never zero. */
import type { Finding } from '../../shared/checks/types.ts';
import type { ComparedFinding, Figures, Money, Pair, PartialFigure } from '../../shared/diff/figures.ts';
import { lengthText, numberText, type Units } from '../../shared/quantities.ts';
import { MM_PER_FOOT } from '../../shared/unitFactors.ts';
import { inUnits } from '../ui/engineText.ts';
import { countText, moneyText, powerText, UNKNOWN } from '../ui/quantities.ts';
import { countRow, partialRow, signedText, textRow, type FigureRow } from './figureRow.ts';
import { hourRows } from './hourRows.ts';

export function figureRows(figures: Figures, units: Units): FigureRow[] {
  const { links, cables, cabinets, devices, requiredM, orderedM, money, powerW, errors, warnings } = figures;
  const byName = (id: string, list: Figures['linksByTier']): FigureRow[] =>
    list.map(({ name, ...pair }) => countRow(`${id} ${name}`, name, pair));
  return [
    countRow('links', 'Links', links, byName('links', figures.linksByTier)),
    countRow('cables', 'Cables', cables, [
      ...byName('cables', figures.cablesByTier),
      textRow('cables rerouted', 'Rerouted, through other trays', { old: '', new: numberText(figures.reroutedCables) }, ''),
      ...familyRows(figures),
    ]),
    countRow('cabinets', 'Cabinets', cabinets, byName('cabinets', figures.cabinetsByModel)),
    countRow('devices', 'Devices', devices, byName('devices', figures.devicesByRole)),
    metresRow('required', 'Required length', requiredM, units, familyMetres('required', figures, units)),
    metresRow('ordered', 'Ordered length', orderedM, units, familyMetres('ordered', figures, units)),
    moneyRow(money, orderRows(figures)),
    ...hourRows(figures, units),
    partialRow(
      'power',
      'Power',
      powerW,
      powerText,
      figures.powerByRole.map(({ name, ...pair }) => partialRow(`power ${name}`, name, pair, powerText)),
    ),
    { ...countRow('errors', 'Errors', errors, findingRows(figures, 'error')), isWorse: errors.new > errors.old },
    countRow('warnings', 'Warnings', warnings, findingRows(figures, 'warning')),
  ];
}

/** Sums of lengths to a tenth of a metre, or to a foot: differences are read from them. */
function sumText(units: Units): (metres: number) => string {
  return (metres) => (units === 'metric' ? `${numberText(metres, 1)} m` : `${numberText((metres * 1000) / MM_PER_FOOT)} ft`);
}

function metresRow(id: string, name: string, pair: Pair<PartialFigure>, units: Units, parts: readonly FigureRow[] = []): FigureRow {
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
  return {
    ...textRow('money', 'Money', { old: amountText(old), new: amountText(next) }, difference, parts),
    derivation: { old: priceTexts(old), new: priceTexts(next) },
  };
}

/** Why an amount is not the whole one. */
function priceTexts({ unknownLines }: Money): string[] {
  return [unknownLines === 0 ? 'Every line of the bill has a price' : `${countText(unknownLines, 'line')} of the bill without a price`];
}

/** What is ordered otherwise: pieces and metres, with the amounts where they are known. */
function orderRows({ orders, money }: Figures): FigureRow[] {
  return orders.map(({ class: of, sku, description, unit, order, amountMinor }) => {
    const text = (count: number, minor: number | null, currency: string): string =>
      `${numberText(count)} ${unit}${count === 0 || minor === null ? '' : `, ${moneyText(minor, currency)}`}`;
    return textRow(
      `money ${of} ${sku ?? ''} ${description} ${unit}`,
      sku === null ? description : `${description}, ${sku}`,
      { old: text(order.old, amountMinor.old, money.old.currency), new: text(order.new, amountMinor.new, money.new.currency) },
      signedText(order.new - order.old, numberText),
    );
  });
}

/** Findings that come and go: each leads to where it is. */
function findingRows({ findings }: Figures, severity: Finding['severity']): FigureRow[] {
  const rows = (list: readonly ComparedFinding[], side: 'old' | 'new'): FigureRow[] =>
    list
      .filter((finding) => finding.severity === severity)
      .map((finding) => ({
        ...textRow(
          `finding ${side === 'new' ? 'new' : 'gone'} ${finding.key}`,
          finding.message,
          { old: side === 'old' ? 'there' : '', new: side === 'new' ? 'there' : '' },
          side === 'new' ? 'new' : 'gone',
        ),
        finding: { of: finding, side },
      }));
  return [...rows(findings.new, 'new'), ...rows(findings.gone, 'old')];
}

/** Sentences of findings come metric from the engine. */
export function rowName({ name, finding }: FigureRow, units: Units): string {
  return finding === null ? name : inUnits(name, units);
}

/** The length plan for people at a terminal and for scripts. */
import { minorDigits, moneyText } from '../../shared/catalog/money.ts';
import type { CurveFigures, FamilyLengths } from '../../shared/lengths/lengthPlan.ts';
import type { SpareCover } from '../../shared/lengths/spareCover.ts';
import { alignedTable, grouped, left, right } from './alignedTable.ts';
import { plural } from './takeoffText.ts';

export interface LengthsReport {
  readonly families: readonly FamilyLengths[];
  readonly cover: readonly SpareCover[];
  readonly currency: string;
}

/** Curves are shown to the point after which more lengths save nothing, and no further than this. */
const MOST_SHOWN = 16;

/** Names here are promised to scripts: more may come, none goes. Costs are in whole units of money, or in metres. */
export function lengthsJson({ families, cover, currency }: LengthsReport): string {
  const json = {
    families: families.map((family) => {
      const cost = (value: number): number => costNumber(family, value, currency);
      const { chosen, chosenBy, curve, unit, rules, cables, unknown, tooLong, recorded, fewest, unmet } = family;
      return {
        family: family.family,
        k: chosen?.k ?? null,
        cost: chosen === null ? null : cost(chosen.cost),
        unit,
        currency: unit === 'money' ? currency : null,
        surplusM: chosen === null ? null : chosen.surplusMm / 1000,
        mostSurplusM: chosen === null ? null : chosen.mostSurplusMm / 1000,
        orderedM: chosen === null ? null : chosen.orderedMm / 1000,
        lengths: chosen?.lengths.map(({ lengthMm, count, order }) => ({ lengthM: lengthMm / 1000, count, order })) ?? [],
        chosenBy,
        overLimit: chosen?.overLimit ?? null,
        overReach: chosen?.overReach ?? null,
        unmet:
          unmet === null
            ? null
            : { lengthsM: unmet.lengthsMm.map((lengthMm) => lengthMm / 1000), overLimit: unmet.overLimit, overByM: unmet.overByMm / 1000 },
        minimumOrder: rules.minimumOrder,
        surplusLimitM: rules.surplusLimitMm === null ? null : rules.surplusLimitMm / 1000,
        recorded: recorded === null ? null : recorded.lengthsMm.map((lengthMm) => lengthMm / 1000),
        fewest,
        cables,
        unknown,
        tooLong,
        curve: curve.map((point) => ({
          k: point.k,
          cost: cost(point.cost),
          surplusM: point.surplusMm / 1000,
          lengthsM: point.lengthsMm.map((lengthMm) => lengthMm / 1000),
          overLimit: point.overLimit,
          overReach: point.overReach,
        })),
      };
    }),
    spareCover: cover.map(({ family, lengthMm, count, standIns, coveredByMm }) => ({
      family,
      lengthM: lengthMm / 1000,
      count,
      standIns: standIns.map((standIn) => ({ lengthM: standIn.lengthMm / 1000, covers: standIn.covers })),
      coveredByM: coveredByMm / 1000,
    })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function costNumber({ unit }: FamilyLengths, cost: number, currency: string): number {
  return unit === 'money' ? cost / 10 ** minorDigits(currency) : cost / 1000;
}

export function lengthsText({ families, cover, currency }: LengthsReport): string {
  if (families.length === 0) return 'The plan has no cables\n';
  const parts = families.map((family) => `${heading(family)}\n${curveTable(family, currency)}${choiceText(family)}${leftOut(family)}`);
  return [...parts, coverTable(cover)].filter((part) => part !== '').join('\n');
}

function heading(family: FamilyLengths): string {
  const { cables, unit, rules, recorded, chosen, fewest, unmet } = family;
  const limits = [
    rules.minimumOrder > 1 ? `at least ${grouped(rules.minimumOrder)} of each` : null,
    rules.surplusLimitMm === null ? null : `at most ${metres(rules.surplusLimitMm)} of surplus`,
    recorded === null ? null : `the plan orders ${lengthsList(recorded.lengthsMm)}`,
    chosen === null && fewest > 0 ? `these limits need ${plural(fewest, 'length')}` : null,
    unmet === null ? null : `${lengthsList(unmet.lengthsMm)} would leave ${overText(family, unmet.overLimit, unmet.overByMm)}`,
  ].filter((part) => part !== null);
  return `${family.family}: ${plural(cables, 'cable')}, by ${unit === 'money' ? 'price' : 'bought metres'}${limits.map((part) => `; ${part}`).join('')}`;
}

function overText({ cables }: FamilyLengths, count: number, byMm: number): string {
  return `${grouped(count)} of ${plural(cables, 'cable')} over the limit, the worst by ${grouped(byMm / 1000, 2)} m`;
}

/** Points that differ from the one before; * is the chosen one. */
function curveTable(family: FamilyLengths, currency: string): string {
  const points = family.curve.filter((point, at) => at === 0 || point.cost < family.curve[at - 1]!.cost).slice(0, MOST_SHOWN);
  return alignedTable(
    [right('Lengths'), right('Cost'), right('Surplus m'), right('Most m'), left(''), left('')],
    points.map((point) => [
      `${isChosen(family, point) ? '* ' : ''}${point.lengthsMm.length}`,
      family.unit === 'money' ? moneyText({ amountMinor: point.cost, currency }) : `${grouped(point.cost / 1000)} m`,
      grouped(point.surplusMm / 1000, 1),
      grouped(point.mostSurplusMm / 1000, 2),
      point.lengths
        .map(({ lengthMm, count, order }) => `${count} × ${metres(lengthMm)}${order > count ? ` (order ${order})` : ''}`)
        .join(', '),
      faultsOf(point),
    ]),
  );
}

/** Which lengths are taken and why, where something limits the choice. */
function choiceText(family: FamilyLengths): string {
  const { chosen, chosenBy, maxLengths, rules, fewest } = family;
  if (chosen === null || chosenBy === null) {
    return fewest === 0 ? '' : `None chosen: ${plural(maxLengths ?? 0, 'length')} cannot keep these limits, ${fewest} can\n`;
  }
  const over = overText(family, chosen.overLimit, chosen.mostSurplusMm - (rules.surplusLimitMm ?? 0));
  const faults =
    chosen.overLimit === 0
      ? ''
      : chosenBy === 'plan' && !family.curve.some((point) => isChosen(family, point))
        ? `; ${over}: choose anew with --max-skus`
        : `; ${over}, but these have nothing shorter on offer, so no choice keeps it for them`;
  return `Chosen: ${lengthsList(chosen.lengths.map(({ lengthMm }) => lengthMm))}, ${reasonOf(chosenBy, maxLengths)}${faults}\n`;
}

function reasonOf(chosenBy: 'plan' | 'cost', maxLengths: number | null): string {
  if (chosenBy === 'plan') return 'since the plan orders them';
  return maxLengths === null ? 'the cheapest of all choices' : `the cheapest choice of at most ${plural(maxLengths, 'length')}`;
}

function isChosen({ chosen }: FamilyLengths, { lengthsMm }: CurveFigures): boolean {
  return chosen !== null && lengthsMm.join() === chosen.lengths.map(({ lengthMm }) => lengthMm).join();
}

/** What speaks against a point of the curve. A cable is over the limit there only where its shortest offer is. */
function faultsOf({ overReach, overLimit }: CurveFigures): string {
  return [
    overReach === 0 ? null : `${plural(overReach, 'link')} over reach`,
    overLimit === 0 ? null : `${plural(overLimit, 'cable')} over the surplus limit at any choice`,
  ]
    .filter((fault) => fault !== null)
    .join(', ');
}

function leftOut({ unknown, tooLong }: FamilyLengths): string {
  const parts = [
    unknown === 0 ? null : `${grouped(unknown)} without a route`,
    tooLong === 0 ? null : `${grouped(tooLong)} longer than any on offer`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? '' : `Not counted: ${parts.join(', ')}\n`;
}

function coverTable(cover: readonly SpareCover[]): string {
  const rows = cover
    .filter(({ standIns }) => standIns.length > 0)
    .map(({ family, lengthMm, count, standIns }) => [
      family,
      metres(lengthMm),
      grouped(count),
      standIns.map((standIn) => `${metres(standIn.lengthMm)}${standIn.covers < count ? ` (${standIn.covers} of them)` : ''}`).join(', '),
    ]);
  if (rows.length === 0) return '';
  return `Longer spares that may stand in, reach and loss of the whole channel tested:\n${alignedTable([left('Family'), right('Length'), right('Cables'), left('Stand-ins')], rows)}`;
}

function lengthsList(lengthsMm: readonly number[]): string {
  return lengthsMm.map(metres).join(', ');
}

function metres(lengthMm: number): string {
  return `${lengthMm / 1000} m`;
}

/** From a path to a length that can be bought (design: path, slack, required and ordered are kept apart). */
import type { CableFamily, SlackClass } from '../catalog/types.ts';
import type { Settings } from '../plan/types.ts';

export interface SlackRule {
  readonly slackClass: SlackClass | 'inside-cabinet';
  readonly perEndMm: number;
  /** Percent of the pathway part of the route. */
  readonly pctOfPathway: number;
}

/** Slack of a cable: by class; fiber that stays inside one cabinet has its own, copper is never coiled. */
export function slackRule(settings: Settings['slack'], slackClass: SlackClass, insideCabinet: boolean): SlackRule {
  if (insideCabinet && slackClass !== 'copper') {
    return { slackClass: 'inside-cabinet', perEndMm: settings.insideCabinetMmPerEnd, pctOfPathway: 0 };
  }
  switch (slackClass) {
    case 'jumper':
      return { slackClass, perEndMm: settings.jumperMmPerEnd, pctOfPathway: settings.jumperPctOfPathway };
    case 'trunk':
      return { slackClass, perEndMm: settings.trunkMmPerEnd, pctOfPathway: 0 };
    case 'copper':
      return { slackClass, perEndMm: settings.copperMmPerEnd, pctOfPathway: 0 };
  }
}

/** Path plus slack in whole mm; the percentage rounds up here, once. Summed in hundredths so that whole percents stay exact. */
export function requiredLengthMm(pathMm: number, pathwayMm: number, slack: SlackRule): number {
  return Math.ceil(((pathMm + 2 * slack.perEndMm) * 100 + pathwayMm * slack.pctOfPathway) / 100);
}

/**
 * The nominal length to order: the shortest on offer whose worst case (nominal − tolerance) is at least what is required.
 * Null when nothing on offer is long enough. Where lengths were chosen for the family (short to long), it is one of them
 * as long as one of them serves.
 */
export function orderedLengthMm(
  family: Pick<CableFamily, 'supply' | 'tolerance'>,
  requiredMm: number,
  chosenMm: readonly number[] | null = null,
): number | null {
  const neededMm = requiredMm + family.tolerance.minusMm;
  const chosen = chosenMm?.find((lengthMm) => lengthMm >= neededMm);
  if (chosen !== undefined) return chosen;
  switch (family.supply.kind) {
    case 'stock': {
      let best: number | null = null;
      for (const lengthMm of family.supply.lengthsMm) {
        if (lengthMm >= neededMm && (best === null || lengthMm < best)) best = lengthMm;
      }
      return best;
    }
    case 'made-to-order': {
      const lengthMm = Math.ceil(neededMm / family.supply.stepMm) * family.supply.stepMm;
      return lengthMm <= family.supply.maxMm ? lengthMm : null;
    }
  }
}

/** Order number of one nominal length, by the family's pattern: `{metres}` plain, `{metres:3}` padded with zeros. Null when it has none. */
export function skuOfLength(family: Pick<CableFamily, 'skuPattern'>, lengthMm: number): string | null {
  if (family.skuPattern === null) return null;
  const metres = String(lengthMm / 1000);
  return family.skuPattern.replace(/\{metres(?::(\d))?\}/gu, (_, digits?: string) => metres.padStart(Number(digits ?? 0), '0'));
}

import type { CableFamily } from '../catalog/types.ts';
import { checkCables } from './cableRule.ts';
import type { CheckInput, Finding } from './types.ts';
import { channelReachMm } from '../cabling/reach.ts';
import { must } from '../assert.ts';
import { NONE } from '../cabling/types.ts';
import { partsOfLink } from '../cabling/tierParts.ts';
import { cableIds, cablePlace, listedNote, RowGroups, tierName } from './cableGroups.ts';
import { counted, metres } from './figures.ts';

/**
 * Light runs through what is bought: the ordered length, at its longest tolerance, stays within the reach of cable and optics.
 * Where nothing on offer is long enough the required length is judged. One finding per tier, family and reach.
 */
export const cableReach = checkCables({
  codes: ['cable.over-reach', 'cable.reach-unknown'],
  title: 'Cables stay within reach',
  grounds: ({ plan }) => [plan.catalog],
  breached: (input) => {
    const reaches = new ReachByParts(input);
    return (cable) => isJudged(input, cable) && isOver(input, cable, reaches.ofCable(cable));
  },
  *findings(input, breaching) {
    const { cables } = input.cabling;
    const [over, unknown] = [new RowGroups(), new RowGroups()];
    const reaches = new ReachByParts(input);
    for (const cable of breaching) {
      const reachMm = reaches.ofCable(cable);
      const key = `${cables.tier[cable]} ${cables.family[cable]}`;
      if (reachMm === null) unknown.add(key, cable);
      else over.add(`${key} ${reachMm}`, cable);
    }
    for (const rows of over) yield overReach(input, rows, must(reaches.ofCable(must(rows[0], 'a cable')), 'reach'));
    for (const rows of unknown) yield unknownReach(input, rows);
  },
});

/** Light runs through the whole channel of a link through panels, which is judged by itself. */
function isJudged({ cabling: { cables, tiers } }: CheckInput, cable: number): boolean {
  return cables.requiredMm[cable] !== NONE && tiers[must(cables.tier[cable], 'tier of the cable')]?.rows === 'links';
}

/** An unknown reach is a breach, too. */
function isOver(input: CheckInput, cable: number, reachMm: number | null): boolean {
  return reachMm === null || channelMm(input, cable) > reachMm;
}

/** Reach by tier and family; links drawn by hand have parts of their own. */
class ReachByParts {
  private readonly input: CheckInput;
  private readonly known = new Map<number, number | null>();

  constructor(input: CheckInput) {
    this.input = input;
  }

  ofCable(cable: number): number | null {
    const { cabling } = this.input;
    const tierRow = must(cabling.cables.tier[cable], 'tier of the cable');
    const familyRow = must(cabling.cables.family[cable], 'family of the cable');
    const tier = must(cabling.tiers[tierRow], 'tier');
    const family = must(cabling.families[familyRow], 'family');
    if (tier.parts === null) return this.work(cable, family);
    const key = tierRow * cabling.families.length + familyRow;
    let reachMm = this.known.get(key);
    if (reachMm === undefined) this.known.set(key, (reachMm = this.work(cable, family)));
    return reachMm;
  }

  private work(cable: number, family: CableFamily): number | null {
    const { plan, cabling } = this.input;
    return channelReachMm(plan.catalog, partsOfLink(cabling, must(cabling.cables.firstLink[cable], 'first link')), family);
  }
}

function channelMm({ cabling }: CheckInput, cable: number): number {
  const orderedMm = cabling.cables.orderedMm[cable] ?? NONE;
  if (orderedMm === NONE) return must(cabling.cables.requiredMm[cable], 'required length');
  return orderedMm + must(cabling.families[must(cabling.cables.family[cable], 'family of the cable')], 'family').tolerance.plusMm;
}

function overReach(input: CheckInput, rows: readonly number[], reachMm: number): Omit<Finding, 'accepted'> {
  const { survey, cabling } = input;
  const first = must(rows[0], 'a cable');
  const family = must(cabling.families[must(cabling.cables.family[first], 'family of the cable')], 'family');
  let longestMm = 0;
  for (const row of rows) longestMm = Math.max(longestMm, channelMm(input, row));
  return {
    code: 'cable.over-reach',
    severity: 'error',
    ids: cableIds(cabling, rows),
    place: cablePlace(survey, cabling, first),
    message: `${counted(rows.length, `${tierName(cabling, first)} cable`)} (${family.name}) would be longer than cable and optics reach${listedNote(rows.length)}`,
    required: `at most ${metres(reachMm)}`,
    actual: `up to ${metres(longestMm)}`,
    mend: 'Choose optics and cable of longer reach, or place the ends closer',
  };
}

function unknownReach({ survey, cabling }: CheckInput, rows: readonly number[]): Omit<Finding, 'accepted'> {
  const first = must(rows[0], 'a cable');
  const family = must(cabling.families[must(cabling.cables.family[first], 'family of the cable')], 'family');
  return {
    code: 'cable.reach-unknown',
    severity: 'warning',
    ids: cableIds(cabling, rows),
    place: cablePlace(survey, cabling, first),
    message: `Nobody knows how far ${counted(rows.length, `${tierName(cabling, first)} cable`)} (${family.name}) reach${rows.length === 1 ? 'es' : ''}${listedNote(rows.length)}`,
    required: 'a published reach',
    actual: 'unknown',
    mend: 'Put the reach into the catalog, or choose optics',
  };
}

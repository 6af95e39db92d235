/**
 * Cables that go by the other manager of their side, where the shorter one is full. Managers are relieved by id of the cabinet, front
 * before rear, left before right: at the height where most lies, the cable that loses least goes over first, as long as the other manager
 * has room for it along its whole stretch. Where cables are equally thick and go to one opening that is the fewest and the shortest there
 * is; else it may leave a manager full that a cleverer choice would relieve.
 */
import { must } from '../../assert.ts';
import type { Survey } from '../../survey/types.ts';
import { areasOf, managerStretches, type ManagerStretch } from '../cabinetLoads.ts';
import { openingOf, wayToOpening, wayWithinCabinet, type ManagerChoice } from '../inCabinet.ts';
import { isOver } from '../pathwayFill.ts';
import { portPlace, portsOfSurvey } from '../portTable.ts';
import { NONE, type Cabling } from '../types.ts';
import { overfullParts, type PartRoom } from './partLimits.ts';

/** An end that goes over, and by how much that makes the cable longer. */
export interface ManagerMove {
  readonly cable: number;
  readonly end: 'a' | 'b';
  readonly extraMm: number;
}

/** In the order in which they are made; each end once. */
export function otherManagers(survey: Survey, cabling: Cabling, room: PartRoom): ManagerMove[] {
  const over = overfullParts(room);
  if (over.length === 0) return [];
  const lying = managerStretches(survey, cabling, new Set(over.flatMap((part) => [part, otherHand(part)])));
  const areas = areasOf(cabling);
  const moves: ManagerMove[] = [];
  const moved = new Set<string>();
  for (const part of over) {
    const limitMm2 = must(room.limitMm2[part], 'limit');
    const [here, there] = [must(lying.get(part), 'manager'), must(lying.get(otherHand(part)), 'other manager')];
    for (let fullest = fullestHeight(here, areas); isOver(fullest.areaMm2, limitMm2); fullest = fullestHeight(here, areas)) {
      const next = here
        .filter(({ fromMm, toMm, end }) => end !== null && fromMm <= fullest.atMm && fullest.atMm < toMm)
        .flatMap((stretch) => moveOf(survey, cabling, stretch) ?? [])
        .filter(({ cable, end }) => !moved.has(`${cable} ${end}`))
        .sort((a, b) => a.extraMm - b.extraMm || b.cable - a.cable || (a.end < b.end ? -1 : 1))
        .find(({ stretch }) => !isOver(fullestHeight([...there, stretch], areas).areaMm2, limitMm2));
      if (next === undefined) break;
      const { stretch, ...move } = next;
      here.splice(here.indexOf(stretch), 1);
      there.push(stretch);
      moved.add(`${move.cable} ${move.end}`);
      moves.push(move);
    }
  }
  return moves;
}

/** The manager beside it, on the other hand of the same side. */
function otherHand(part: number): number {
  return part % 2 === 0 ? part + 1 : part - 1;
}

function moveOf(survey: Survey, cabling: Cabling, stretch: ManagerStretch): (ManagerMove & { readonly stretch: ManagerStretch }) | null {
  const { cable, end, access } = stretch;
  if (end === null) return null;
  const { links, cables } = cabling;
  const ports = portsOfSurvey(survey);
  const link = cables.longestLink[cable]!;
  const [a, b] = [portPlace(ports, links.aDevice[link]!, links.aPort[link]!), portPlace(ports, links.bDevice[link]!, links.bPort[link]!)];
  const totalMm = (choice: ManagerChoice): number => {
    if (access === NONE) {
      const { model } = must(survey.cabinets[must(survey.devices[links.aDevice[link]!], 'device').cabinet], 'cabinet');
      return wayWithinCabinet(model, a, b, choice).totalMm;
    }
    const { cabinet, side, edgeOfCabinet } = must(survey.accesses[access], 'access');
    const { model } = must(survey.cabinets[cabinet], 'cabinet');
    return wayToOpening(model, end === 'a' ? a : b, openingOf(model, side, edgeOfCabinet), choice).totalMm;
  };
  return { cable, end, extraMm: totalMm('other') - totalMm('shorter'), stretch };
}

/** The height where most lies, the lowest of several, and how much; ends come before starts at the same height. */
function fullestHeight(
  stretches: readonly ManagerStretch[],
  areas: readonly number[],
): { readonly atMm: number; readonly areaMm2: number } {
  const events = stretches
    .flatMap(({ fromMm, toMm, family }) => [
      { atMm: fromMm, areaMm2: must(areas[family], 'area') },
      { atMm: toMm, areaMm2: -must(areas[family], 'area') },
    ])
    .sort((a, b) => a.atMm - b.atMm || a.areaMm2 - b.areaMm2);
  let [now, most, at] = [0, 0, 0];
  for (const { atMm, areaMm2 } of events) {
    now += areaMm2;
    if (now > most) [most, at] = [now, atMm];
  }
  return { atMm: at, areaMm2: most };
}

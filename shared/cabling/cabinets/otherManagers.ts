/**
 * Cables that go by the other manager of their side, where the shorter one is full. Managers are relieved by id of the cabinet, front
 * before rear, left before right: at the height where most lies, the cable that loses least goes over first, as long as the other manager
 * has room for it along its whole stretch. Where cables are equally thick and go to one opening that is the fewest and the shortest there
 * is; else it may leave a manager full that a cleverer choice would relieve.
 */
import { must } from '../../assert.ts';
import type { Survey } from '../../survey/types.ts';
import { areasOf, managerStretches, type ManagerStretch } from '../cabinetLoads.ts';
import { isOver } from '../pathwayFill.ts';
import type { Cabling } from '../types.ts';
import { ManagerLoad } from './managerLoad.ts';
import { flagOf, offersOf, type ManagerMove, type Offer } from './managerOffers.ts';
import { overfullParts, type PartRoom } from './partLimits.ts';

/** In the order in which they are made; each end once. `fixed`: cables that keep their ways. */
export function otherManagers(survey: Survey, cabling: Cabling, room: PartRoom, fixed: ReadonlySet<number>): ManagerMove[] {
  const over = overfullParts(room);
  if (over.length === 0) return [];
  const lying = managerStretches(survey, cabling, new Set(over.flatMap((part) => [part, otherHand(part)])));
  const areas = areasOf(cabling);
  const moves: ManagerMove[] = [];
  const yields = new Map<number, number>();
  const thinnestMm2 = Math.min(...areas);
  for (const part of over) {
    const limitMm2 = must(room.limitMm2[part], 'limit');
    const [here, there] = [must(lying.get(part), 'manager'), must(lying.get(otherHand(part)), 'other manager')];
    const areaOf = ({ family }: ManagerStretch): number => must(areas[family], 'area');
    const [full, other] = [new ManagerLoad(here), new ManagerLoad([...here, ...there])];
    for (const stretch of here) full.lay(stretch, areaOf(stretch));
    for (const stretch of there) other.lay(stretch, areaOf(stretch));
    let offers: Offer[] | undefined;
    for (let { atMm, usedMm2 } = full.fullest(); isOver(usedMm2, limitMm2); { atMm, usedMm2 } = full.fullest()) {
      const hasRoom = (stretch: ManagerStretch): boolean => !isOver(other.mostMm2(stretch) + areaOf(stretch), limitMm2);
      // Mostly the other manager is as full, and there is nothing to choose.
      if (isOver(other.atMm2(atMm) + thinnestMm2, limitMm2)) break;
      offers ??= offersOf({ survey, cabling, yields, fixed }, here);
      const next = offers.find(({ stretch }) => stretch.fromMm <= atMm && atMm < stretch.toMm && hasRoom(stretch));
      if (next === undefined) break;
      const { stretch, ...move } = next;
      full.lay(stretch, -areaOf(stretch));
      other.lay(stretch, areaOf(stretch));
      here.splice(here.indexOf(stretch), 1);
      there.push(stretch);
      offers.splice(offers.indexOf(next), 1);
      yields.set(move.cable, (yields.get(move.cable) ?? 0) | flagOf(move.end));
      moves.push(move);
    }
  }
  return moves;
}

/** The manager beside it, on the other hand of the same side. */
function otherHand(part: number): number {
  return part % 2 === 0 ? part + 1 : part - 1;
}

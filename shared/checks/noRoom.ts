import type { Check, CheckInput, Finding } from './types.ts';
import type { Cabling, Crowding } from '../cabling/types.ts';
import { must } from '../assert.ts';
import { compareIds } from '../plan/sortedById.ts';
import { cableIds, listedNote } from './cableGroups.ts';
import { counted, named } from './figures.ts';
import { segmentPlace } from './segmentPlace.ts';

/** Every cable has room on some way. One finding per bottleneck: the fewest full pathways between the ends of those that have none. */
export const noRoom: Check = {
  codes: ['cable.no-room'],
  title: 'Every cable has room in the pathways',
  *run(input) {
    for (const crowding of input.cabling.crowdings) yield noRoomFinding(input, crowding);
  },
};

function noRoomFinding({ plan, survey, cabling }: CheckInput, { cables, segments }: Crowding): Omit<Finding, 'accepted'> {
  const full = segments.map((row) => must(survey.network.segments[row], 'segment'));
  const first = must(full[0], 'a full pathway');
  const names = named(full.map(({ name }) => name));
  const areaMm2 = cables.reduce((sum, cable) => {
    const { outerDiameterMm } = must(cabling.families[must(cabling.cables.family[cable], 'family of the cable')], 'family');
    return sum + (Math.PI * outerDiameterMm * outerDiameterMm) / 4;
  }, 0);
  const count = counted(cables.length, 'cable');
  const isOne = full.length === 1;
  const holding = holdingOf(cabling, cables);
  const leaves = holding.length === 0 ? '' : `that ${named(holding.map(({ name }) => name))} ${holding.length === 1 ? 'leaves' : 'leave'} `;
  return {
    code: 'cable.no-room',
    severity: 'error',
    ids: [...full.map(({ id }) => id), ...holding.map(({ id }) => id), ...cableIds(cabling, cables)].sort(),
    place: segmentPlace(plan, first),
    message:
      `${count} find${cables.length === 1 ? 's' : ''} no room: every way ${leaves}between their ends leads through ` +
      `${isOne ? `pathway ${names}, which is` : `one of the pathways ${names}, which are`} full${listedNote(cables.length)}`,
    required: `room for ${count} more, ${Math.ceil(areaMm2)} mm²`,
    actual: 'none',
    mend: mendOf(names, isOne, holding),
  };
}

function mendOf(names: string, isOne: boolean, holding: readonly Holding[]): string {
  const [widen, past] = isOne
    ? [`Widen ${names}`, 'lay a second pathway past it']
    : [`Widen one of ${names}`, 'lay another pathway past them'];
  if (holding.length === 0) return `${widen}, or ${past}`;
  return `${widen}, ${past}, or ${holding.map(({ release }) => release).join(' or ')}`;
}

/** What leaves cables fewer ways than there are. */
interface Holding {
  readonly id: string;
  readonly name: string;
  /** What to do, so that it does no longer. */
  readonly release: string;
}

/** Rules whose pins the cables must pass, and groups that keep them apart from others, each by id. */
function holdingOf({ rules }: Cabling, cables: readonly number[]): Holding[] {
  if (rules === null) return [];
  const pinning = new Set(cables.flatMap((cable) => rules.courseOf(cable).pinnedBy ?? []));
  const groups = new Set(
    rules.apart.flatMap(({ kind, set, cables: own }) => (kind === 'apart' && own.some((cable) => cables.includes(cable)) ? set.group : [])),
  );
  return [
    ...[...pinning].map(({ id, name }) => ({ id, name, release: `unpin a place of ${name}` })).sort((a, b) => compareIds(a.id, b.id)),
    ...[...groups].map(({ id, name }) => ({ id, name, release: `take links out of ${name}` })).sort((a, b) => compareIds(a.id, b.id)),
  ];
}

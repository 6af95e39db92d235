/** What rules make of a cable or a pathway, as lines of an explanation. */
import type { RouteExplanation, SegmentRules } from '../../shared/engine/explainRules.ts';
import { metresText } from './alignedTable.ts';

type Fact = [string, string, string?];

export function routeFacts(route: RouteExplanation | null, pathMm: number | null): Fact[] {
  if (route === null) return [];
  const { pinnedBy, pins, forbiddenBy, outranked, freePathMm, apart, isRuledOut } = route;
  const longerMm = pathMm === null || freePathMm === null ? null : pathMm - freePathMm;
  return [
    [
      'Without rules',
      metresText(freePathMm),
      longerMm === null ? (isRuledOut ? 'rules leave it no way' : '') : `path is ${metresText(longerMm)} longer`,
    ],
    ...(pinnedBy === null ? [] : [['Pinned', '', `${pinnedBy.name} (${pinnedBy.id}): ${pins.join(', then ')}`] as Fact]),
    ...forbiddenBy.map(({ id, name }): Fact => ['Forbidden ways', '', `${name} (${id})`]),
    ...outranked.map(({ id, name }): Fact => ['Pins not taken', '', `${name} (${id}): a narrower rule pins it`]),
    ...apart.map(({ group, kind, others, gapMm, madeRoomMm, places }): Fact => {
      const what =
        kind === 'apart'
          ? `apart from ${others.join(', ')}${gapMm === 0 ? ', by the shortest ways' : `, at most ${metresText(gapMm)} longer in all than the shortest${madeRoomMm > 0 ? ` (${metresText(madeRoomMm)} to make room where it is full)` : ''}`}`
          : kind === 'one-cable'
            ? 'two of its links run through one cable'
            : `not apart from ${others.join(', ')}: ${places.length === 0 ? 'no separate ways found' : `all need ${places.join(', ')}`}`;
      return ['Kept apart', '', `${group.name} (${group.id}): ${what}`];
    }),
  ];
}

export function segmentRuleFacts({ carries, pinnedBy, forbiddenBy, zones }: SegmentRules): Fact[] {
  return [
    ['Carries', carries === null ? 'anything' : carries.join(', ')],
    ...pinnedBy.map(({ id, name }): Fact => ['Pinned by', '', `${name} (${id})`]),
    ...forbiddenBy.map(({ id, name }): Fact => ['Forbidden by', '', `${name} (${id})`]),
    ...zones.map((name): Fact => ['Keep-clear zone', '', name]),
  ];
}

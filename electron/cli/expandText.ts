/** An expansion for people at a terminal, and for programs. */
import type { Derived } from '../../shared/engine/engine.ts';
import type { Expansion } from '../../shared/expansion/expansion.ts';
import { placesText, stepTitle } from '../../shared/expansion/stepTexts.ts';
import { alignedTable, grouped, left, right } from './alignedTable.ts';
import { plural } from './takeoffText.ts';

/** Names of places in one line, before the rest is counted. */
const MOST_PLACES = 8;

export function expansionText(expansion: Expansion, before: Derived, after: Derived, notes: readonly string[]): string {
  const { links, cables, byTier, perCabinet, perPanel, steps, moveSteps, mostMovedAtCabinet, mostRecabledInRack, keepPct, hours } =
    expansion;
  const hasHalls = after.plan.halls.size > 1;
  const errors = (derived: Derived): number =>
    derived.findings.filter(({ severity, accepted }) => severity === 'error' && accepted === null).length;
  return [
    `${before.plan.name}: ${plural(before.takeoff.links.count, 'link')} ${before.takeoff.links.count === 1 ? 'becomes' : 'become'} ${grouped(after.takeoff.links.count)}\n`,
    alignedTable(
      [left(''), right(''), left('')],
      [
        [
          'Links kept',
          grouped(links.kept),
          links.recabled === 0 ? 'in their ports' : `in their ports, ${grouped(links.recabled)} of them by other cables`,
        ],
        ['Links added', grouped(links.added), ''],
        ['Links moved', grouped(links.moved), 'one end stays in its port'],
        ['Links removed', grouped(links.removed), ''],
        ['Cables pulled', grouped(cables.pulled), 'new ones'],
        ['Cables reused', grouped(cables.reused), 'what was ordered still reaches the new port'],
        ['Cables replaced', grouped(cables.replaced + cables.unknown), cables.unknown === 0 ? '' : `${cables.unknown} of unknown length`],
        ...(cables.takenOut === 0 ? [] : [['Cables taken out', grouped(cables.takenOut), '']]),
        ['Cabinets, devices', `${grouped(expansion.cabinets.added)}, ${grouped(expansion.devices.added)}`, 'new ones'],
        ['Steps with links down', grouped(moveSteps), `at least ${keepPct} % of the links of each device stay up, or all but one cable`],
        ['Moved at one cabinet', grouped(mostMovedAtCabinet), 'at most, in one step'],
        ...(perPanel.length === 0 ? [] : [['Re-cabled in one panel rack', grouped(mostRecabledInRack), 'links at most, in one step']]),
        [
          'Hours',
          hours === null ? 'unknown' : grouped(hours.likely, 1),
          hours === null ? '' : `${grouped(hours.low, 1)} – ${grouped(hours.high, 1)}`,
        ],
      ],
    ),
    alignedTable(
      [left('Tier'), right('Added'), right('Moved'), right('Re-cabled'), right('Removed')],
      byTier.map(({ tier, added, moved, recabled, removed }) => [
        tier,
        grouped(added),
        grouped(moved),
        grouped(recabled),
        grouped(removed),
      ]),
    ),
    alignedTable(
      [right('Step'), left('What'), right('Links'), right('Cables'), right('Links up %'), right('Hours'), left('Where')],
      steps.map((step) => [
        String(step.number),
        stepTitle(step),
        grouped(step.links.length),
        grouped(step.cables),
        grouped(step.upPct),
        step.hours === null ? '?' : grouped(step.hours.likely, 1),
        placesText(step.places, hasHalls, MOST_PLACES),
      ]),
    ),
    alignedTable(
      [
        ...(hasHalls ? [left('Hall')] : []),
        left('Cabinet'),
        left(''),
        right('Added'),
        right('Moved out'),
        right('Moved in'),
        right('Removed'),
      ],
      perCabinet.map(({ name, hall, isNew, added, movedOut, movedIn, removed }) => [
        ...(hasHalls ? [hall] : []),
        name,
        isNew ? 'new' : '',
        grouped(added),
        grouped(movedOut),
        grouped(movedIn),
        grouped(removed),
      ]),
    ),
    ...(perPanel.length === 0
      ? []
      : [
          alignedTable(
            [left('Patch panel'), left('Cabinet'), right('Re-cabled'), right('Added')],
            perPanel.map(({ name, cabinetName, recabled, added }) => [name, cabinetName, grouped(recabled), grouped(added)]),
          ),
        ]),
    [...notes, `${plural(errors(before), 'error')} before, ${plural(errors(after), 'error')} after (raceway check lists them)`]
      .map((note) => `${note}\n`)
      .join(''),
  ].join('\n');
}

/** Links of steps by their ids; each stands once, in `changes`. */
export function expansionJson(expansion: Expansion, before: Derived, after: Derived, notes: readonly string[]): string {
  const { steps, ...rest } = expansion;
  const json = {
    from: { plan: before.plan.name, links: before.takeoff.links.count },
    to: { plan: after.plan.name, links: after.takeoff.links.count },
    notes,
    ...rest,
    steps: steps.map(({ links, ...step }) => ({ ...step, title: stepTitle({ ...step, links }), links: links.map(({ id }) => id) })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** What rules make of a cable's way: what bends it and by how much, what it is kept apart from; pins and bans of its own. */
import { releaseApart, removeRouteRules, unpinRoute } from '../../shared/commands/routeRules.ts';
import type { CableExplanation } from '../../shared/engine/cableExplanation.ts';
import type { ApartExplanation } from '../../shared/engine/explainRules.ts';
import { sortedById } from '../../shared/plan/sortedById.ts';
import { lengthText } from '../../shared/quantities.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { runCommand } from '../tools/editActions.ts';
import { forbid, pinThrough } from '../tools/routeActions.ts';
import { Figure, Figures } from '../ui/Figures.tsx';
import { UNKNOWN } from '../ui/quantities.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { RuleRows, type RuleRow } from './RuleRows.tsx';
import styles from './Inspector.module.css';

export function CableRoute({ explanation }: { readonly explanation: CableExplanation }) {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const { route, derivation } = explanation;
  const scope = { kind: 'links', links: [derivation.cableId] } as const;
  const segments = sortedById(plan.segments).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Section title="Way" aside={asideOf(explanation)}>
      {route === null && !makesRoom(explanation) ? null : <RouteFigures explanation={explanation} />}
      <RuleRows rows={useRows(explanation)} />
      {(route?.apart ?? []).map((apart) => (
        <p key={apart.group.id} className={styles.note}>
          {apartText(apart)}
        </p>
      ))}
      {segments.length === 0 ? null : (
        <div className={styles.fields}>
          <SelectField
            label="Pin through"
            value={null}
            placeholder="a pathway"
            options={segments}
            searchable
            onChange={(segment) => pinThrough(planner, scope, segment, randomBytes)}
          />
          <SelectField
            label="Keep out of"
            value={null}
            placeholder="a pathway"
            options={segments}
            searchable
            onChange={(segment) => forbid(planner, scope, [segment], randomBytes)}
          />
        </div>
      )}
    </Section>
  );
}

function asideOf(explanation: CableExplanation): string {
  const { route } = explanation;
  if (route === null) return makesRoom(explanation) ? 'makes room for others' : 'the shortest';
  return route.isRuledOut ? 'none under the rules' : route.pinnedBy === null ? 'under rules' : 'pinned';
}

/** Whether it is longer, as a shorter way leads through what is full. */
function makesRoom({ madeRoomMm }: CableExplanation): boolean {
  return madeRoomMm !== null && madeRoomMm > 0;
}

function RouteFigures({ explanation }: { readonly explanation: CableExplanation }) {
  const units = useSession((state) => state.units);
  const { route, derivation, madeRoomMm } = explanation;
  const [freeMm, pathMm] = [route?.freePathMm ?? null, derivation.pathMm];
  const longerMm = freeMm === null || pathMm === null ? null : pathMm - (madeRoomMm ?? 0) - freeMm;
  return (
    <Figures>
      {route === null ? null : (
        <>
          <Figure name="Path without rules" value={freeMm === null ? UNKNOWN : lengthText(freeMm, units)} weight="soft" />
          <Figure name="Longer by" value={longerMm === null ? UNKNOWN : lengthText(longerMm, units)} />
        </>
      )}
      {makesRoom(explanation) ? <Figure name="Longer to make room" value={lengthText(madeRoomMm ?? 0, units)} /> : null}
    </Figures>
  );
}

function useRows({ route }: CableExplanation): RuleRow[] {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  if (route === null) return [];
  const { pinnedBy, pins, forbiddenBy, apart } = route;
  const rule = pinnedBy === null ? undefined : plan.routeRules.get(pinnedBy.id);
  return [
    ...(pinnedBy === null || rule === undefined
      ? []
      : pins.map((name, position): RuleRow => ({
          key: `pin ${position}`,
          text: `Through ${name}`,
          aside: pinnedBy.name,
          removeLabel: `Unpin ${name}`,
          onRemove: () => runCommand(planner, unpinRoute, { rule: pinnedBy.id, position }),
        }))),
    ...forbiddenBy.map(({ id, name }): RuleRow => ({
      key: `avoid ${id}`,
      text: `Not through ${(plan.routeRules.get(id)?.avoid ?? []).map((segment) => plan.segments.get(segment)?.name ?? segment).join(', ')}`,
      aside: name,
      removeLabel: `Remove ${name}`,
      onRemove: () => runCommand(planner, removeRouteRules, { ids: [id] }),
    })),
    ...apart.map(({ group }): RuleRow => ({
      key: `apart ${group.id}`,
      text: 'Kept apart',
      aside: group.name,
      removeLabel: `Release ${group.name}`,
      onRemove: () => runCommand(planner, releaseApart, { ids: [group.id] }),
    })),
  ];
}

function apartText({ group, kind, others, gapMm, madeRoomMm, places }: ApartExplanation): string {
  const rest = others.length > 3 ? `${others.slice(0, 3).join(', ')} and ${others.length - 3} more` : others.join(', ');
  switch (kind) {
    case 'apart':
      return `${group.name}: shares no pathway with ${rest}${gapMm === 0 ? ', by the shortest ways there are.' : `; all together at most ${Math.ceil(gapMm / 1000)} m longer than the shortest${madeRoomMm > 0 ? `, of which ${Math.ceil(madeRoomMm / 1000)} m make room where it is full` : ''}.`}`;
    case 'one-cable':
      return `${group.name}: two of its links run through one cable.`;
    case 'undecided':
      return `${group.name}: separate ways from ${rest} were neither found nor ruled out.`;
    case 'together':
      return `${group.name}: cannot be kept apart from ${rest}${places.length === 0 ? '.' : `; all need ${places.join(', ')}.`}`;
  }
}

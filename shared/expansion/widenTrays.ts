/** Trays that the cables of a grown plan would fill too far become as large as they are planned where a hall is generated. */
import { cableShortestWays } from '../cabling/cableAll.ts';
import { fillLimits } from '../cabling/pathwayFill.ts';
import type { Plan, Segment } from '../plan/types.ts';
import { surveyPlan } from '../survey/surveyPlan.ts';
import { sizeFor } from '../templates/traySizing.ts';

/** Names of trays in one sentence, before the rest is counted. */
const MOST_NAMES = 6;

export interface WidenedTrays {
  readonly segments: Plan['segments'];
  readonly notes: readonly string[];
}

/** Only trays that get more cables than before: what was too full already is left in sight. */
export function widenTrays(before: Plan, after: Plan): WidenedTrays {
  const loadBefore = loadsOf(before);
  const larger = new Map<string, Segment>();
  for (const [id, { loadMm2, cables }] of loadsOf(after)) {
    const segment = after.segments.get(id);
    if (segment === undefined || segment.kind === 'conduit' || loadMm2 <= (loadBefore.get(id)?.loadMm2 ?? 0)) continue;
    const { warnPct } = fillLimits(segment, after.settings, cables);
    if (loadMm2 <= (warnPct / 100) * segment.widthMm * segment.depthMm) continue;
    const { widthMm, depthMm } = sizeFor(loadMm2);
    const next = { ...segment, widthMm: Math.max(widthMm, segment.widthMm), depthMm: Math.max(depthMm, segment.depthMm) };
    if (next.widthMm !== segment.widthMm || next.depthMm !== segment.depthMm) larger.set(id, next);
  }
  if (larger.size === 0) return { segments: after.segments, notes: [] };
  const standing = [...larger.values()].filter(({ id }) => before.segments.has(id));
  return { segments: new Map([...after.segments, ...larger]), notes: standing.length === 0 ? [] : [noteOf(standing)] };
}

/** Whether a tray stands in both plans and is a larger one afterwards. */
export function isWidened(before: Plan, { id, widthMm, depthMm }: Segment): boolean {
  const was = before.segments.get(id);
  return was !== undefined && (was.widthMm !== widthMm || was.depthMm !== depthMm);
}

function loadsOf(plan: Plan): Map<string, { readonly loadMm2: number; readonly cables: number }> {
  const survey = surveyPlan(plan);
  const { loads } = cableShortestWays(plan, survey);
  return new Map(survey.network.segments.map(({ id }, row) => [id, { loadMm2: loads.areaMm2[row]!, cables: loads.cables[row]! }]));
}

function noteOf(standing: readonly Segment[]): string {
  const names = standing.slice(0, MOST_NAMES).map(({ name, widthMm, depthMm }) => `${name} to ${widthMm} × ${depthMm} mm`);
  const more = standing.length > MOST_NAMES ? ` and ${standing.length - MOST_NAMES} more` : '';
  return `pathways that stand are made larger for the cables of the new units: ${names.join(', ')}${more}`;
}

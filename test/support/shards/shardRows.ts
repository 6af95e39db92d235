/** What a shard of a plan gives: rows by the ids of cables, segments and findings, which merge with those of other shards. */
import { must } from '../../../shared/assert.ts';
import { cableShortestWays } from '../../../shared/cabling/cableAll.ts';
import type { Cabling } from '../../../shared/cabling/types.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { findingKeys } from '../../../shared/engine/findingKey.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { Survey } from '../../../shared/survey/types.ts';
import { surveyPlan } from '../../../shared/survey/surveyPlan.ts';

/** `routes`: the first phase alone, of which any share of the links may be a shard; `figures`: all that halls by themselves give. */
export type ShardKind = 'routes' | 'figures';

export type ShardRows = readonly (readonly [id: string, row: unknown])[];

export function shardRows(plan: Plan, kind: ShardKind): ShardRows {
  switch (kind) {
    case 'routes': {
      const survey = surveyPlan(plan);
      return cableRows(survey, cableShortestWays(plan, survey));
    }
    case 'figures': {
      const { survey, cabling, takeoff, findings } = derive(plan);
      const keys = findingKeys(findings);
      return [
        ...cableRows(survey, cabling),
        ...takeoff.pathways.map((pathway) => [`fill ${pathway.id}`, pathway] as const),
        ...findings.map((finding, row) => [`finding ${keys[row]}`, finding] as const),
      ];
    }
  }
}

function cableRows({ network, accesses, cabinets }: Survey, cabling: Cabling): ShardRows {
  const { cables, routes, families } = cabling;
  const landing = (row: number): readonly unknown[] => {
    const { cabinet, segment, alongMm } = must(accesses[row], 'access');
    return [must(cabinets[cabinet], 'cabinet').cabinet.id, network.edgeIds[segment], alongMm];
  };
  return Array.from({ length: cables.count }, (_, cable) => {
    const route = routes[cables.route[cable]!];
    const row = {
      family: families[cables.family[cable]!]?.id,
      status: cables.status[cable],
      lengthsMm: [cables.pathMm, cables.pathwayMm, cables.slackMm, cables.requiredMm, cables.orderedMm].map((column) => column[cable]),
      ends: route === undefined ? null : [landing(route.accessA), landing(route.accessB)],
      steps: route?.steps.map(({ edge, fromMm, toMm }) => [network.edgeIds[edge], fromMm, toMm]) ?? null,
    };
    return [`cable ${cabling.cableId(cable)}`, row] as const;
  });
}

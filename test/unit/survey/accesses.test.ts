import { describe, expect, it } from 'vitest';
import { derive } from '../../../shared/engine/engine.ts';
import { RouteStatus } from '../../../shared/cabling/types.ts';
import { surveyPlan } from '../../../shared/survey/surveyPlan.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

/** Two cabinets, rears to the south, under one tray that runs past both; junctions a, b. */
function twoCabinets(): PlanBuilder {
  return new PlanBuilder()
    .hall()
    .cabinet('A01', 2000, 2000)
    .cabinet('A02', 4000, 2000)
    .device('s1', 'A01', 10)
    .device('s2', 'A02', 10)
    .link('l', 's1:p1', 's2:p1')
    .junction('a', 1000, 2700)
    .junction('b', 6000, 2700)
    .segment('tray', 'a', 'b', { elevationMm: 2700 });
}

describe('accesses of a cabinet', () => {
  it('lead to every segment that an opening lies beside, and a stub that leads nowhere takes no cable', () => {
    const plan = twoCabinets().junction('c', 2000, 3000).junction('d', 2600, 3000).segment('stub', 'c', 'd', { elevationMm: 2300 }).build();
    const { survey, cabling, findings } = derive(plan);
    const segments = survey.accesses
      .filter(({ cabinet, edgeOfCabinet }) => cabinet === 0 && edgeOfCabinet === 'top')
      .map(({ segment }) => survey.network.edgeIds[segment]);
    expect(segments).toContain('stub');
    expect(segments).toContain('tray');
    expect(cabling.cables.status[0]).toBe(RouteStatus.pathways);
    expect(findings.filter(({ code }) => code.startsWith('cable.no'))).toEqual([]);
  });

  it('lead past the end of the nearest segment, but not of others', () => {
    const plan = new PlanBuilder()
      .hall()
      .cabinet('A01', 2000, 2000)
      .junction('a', 3000, 3000)
      .junction('b', 6000, 3000)
      .junction('c', 3100, 3300)
      .junction('d', 6000, 3300)
      .segment('near', 'a', 'b', { elevationMm: 2700 })
      .segment('far', 'c', 'd', { elevationMm: 2700 })
      .build();
    const survey = surveyPlan(plan);
    const rear = survey.accesses.filter(({ side }) => side === 'rear');
    expect(rear.map(({ segment, alongMm }) => [survey.network.edgeIds[segment], alongMm])).toEqual([['near', 0]]);
  });
});

/** Measuring along trays: what it says is what a cable of the engine would run outside its cabinets, by mouse and by keyboard. */
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { wayBetween } from '../../../shared/cabling/wayBetween.ts';
import { moveThings } from '../../../shared/commands/move.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { outsideMm } from '../../../shared/survey/accesses.ts';
import { surveyPlan } from '../../../shared/survey/surveyPlan.ts';
import { pathwayCost } from '../../../shared/cabling/router.ts';
import { lengthOfCost } from '../../../shared/cabling/shortestPaths.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

/** A tray of two segments along x, one across at its end, one above that again; a stub that joins nothing. */
function plan(): Plan {
  return new PlanBuilder()
    .hall()
    .cabinet('A01', 1000, 3000)
    .cabinet('B01', 9000, 8000)
    .junction('j1', 1000, 4000)
    .junction('j2', 5000, 4000)
    .junction('j3', 9500, 4000)
    .junction('j4', 9500, 9000)
    .junction('s1', 15_000, 1000)
    .junction('s2', 15_000, 3000)
    .segment('a', 'j1', 'j2', { elevationMm: 2700 })
    .segment('b', 'j2', 'j3', { elevationMm: 2700 })
    .segment('c', 'j3', 'j4', { elevationMm: 3000 })
    .segment('stub', 's1', 's2', { elevationMm: 2700 })
    .build();
}

const said = (driver: ToolDriver): string | null => must(driver.session.getState().preview, 'preview').text;

describe('measuring along trays', () => {
  it('adds up trays, corners and changes of level between places on them, and marks each straight run', () => {
    const driver = new ToolDriver(plan(), 'measureTrays').click(2000, 4050, { ctrl: true }).move(9500, 7000);
    expect(said(driver)).toBe('10.80 m along trays: 10.80 m of tray (at 2\u2009700 mm to 3\u2009000 mm, 300 mm between levels)');
    const { guides } = must(driver.session.getState().preview, 'preview');
    const texts = guides.flatMap(({ text }) => (text === null || text === '' ? [] : [text]));
    expect(texts).toEqual(['7.50 m', '3.00 m']);
    driver.click(9500, 7000);
    expect(driver.host.state()).toBe('measureTrays.measured');
    expect(driver.host.cancel()).toBe(true);
    expect(driver.session.getState().preview).toBeNull();
    expect(driver.plan.getState().past).toEqual([]);
  });

  it('goes between cabinets as the engine does, by the openings that make the way shortest', () => {
    const measured = plan();
    const survey = surveyPlan(measured);
    let shortestMm = Infinity;
    for (const one of survey.accesses.filter(({ cabinet }) => cabinet === 0)) {
      for (const other of survey.accesses.filter(({ cabinet }) => cabinet === 1)) {
        shortestMm = Math.min(shortestMm, lengthOfCost(pathwayCost(survey.network, one, other)) + outsideMm(one) + outsideMm(other));
      }
    }
    const [a, b] = [
      { at: { xMm: 1300, yMm: 3600 }, cabinet: 'A01' },
      { at: { xMm: 9300, yMm: 8600 }, cabinet: 'B01' },
    ];
    const way = must(wayBetween(measured, 'H', a, b), 'way');
    expect(way.totalMm).toBe(shortestMm);
    expect(way.totalMm).toBe(way.a.dropMm + way.a.offsetMm + way.pathwayMm + way.b.dropMm + way.b.offsetMm);
    expect(wayBetween(measured, 'H', b, a)?.totalMm).toBe(way.totalMm);
    const driver = new ToolDriver(measured, 'measureTrays').click(1300, 3600).move(9300, 8600);
    expect(said(driver)).toMatch(/^\d+\.\d\d m along trays: drop .* of tray .* \+ drop /);
  });

  it('says when no tray joins the places', () => {
    const driver = new ToolDriver(plan(), 'measureTrays').click(2000, 4000).move(15_000, 2000);
    expect(said(driver)).toContain('No way along trays joins these places');
    expect(new ToolDriver(new PlanBuilder().hall().build(), 'measureTrays').click(0, 0).move(900, 900).host.state()).toBe(
      'measureTrays.measuring',
    );
  });

  it('is led by arrows and Enter alone, and leaves with the plan that changed under it', () => {
    const driver = new ToolDriver(plan(), 'measureTrays').move(2000, 4000);
    expect(driver.key('ArrowLeft')).toBe(false);
    for (const key of ['Enter', 'Enter', 'ArrowRight', 'ArrowRight']) expect(driver.key(key)).toBe(true);
    expect(said(driver)).toBe('0.10 m along trays: 0.10 m of tray (at 2\u2009700 mm)');
    driver.key('Enter');
    expect(driver.host.state()).toBe('measureTrays.measured');
    driver.key('Enter');
    expect(driver.host.state()).toBe('measureTrays.aiming');
    driver.plan.run(moveThings, { cabinets: ['B01'], dxMm: 50, dyMm: 0 });
    expect(driver.host.state()).toBe('measureTrays.idle');
  });
});

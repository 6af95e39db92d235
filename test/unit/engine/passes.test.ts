/** Passes of the engine read of the plan what they declare, and nothing else; what they do not read does not make them run. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { cableInSteps } from '../../../shared/cabling/cableAll.ts';
import { runChecks } from '../../../shared/checks/runChecks.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { READS, type PassName } from '../../../shared/engine/passes.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { surveyPlan } from '../../../shared/survey/surveyPlan.ts';
import { takeOff } from '../../../shared/takeoff/takeOff.ts';
import { generateRailOptimised } from '../../../shared/templates/railOptimised.ts';
import { finish } from '../../../shared/work.ts';
import { randomHall } from '../../support/randomHall.ts';
import { ruledHall } from '../../support/ruledHall.ts';

/** The plan as a pass may see it: reading what the pass does not declare throws. */
function seenBy(pass: PassName, plan: Plan): Plan {
  return new Proxy(plan, {
    get: (whole, part: keyof Plan) => {
      if (!READS[pass].includes(part)) throw new Error(`${pass} reads ${part}, which it does not declare`);
      return whole[part];
    },
  });
}

function megawattHall(): Plan {
  const read = parsePlan(readFileSync(new URL('../../../assets/samples/one-megawatt-hall.raceway', import.meta.url)));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

function deriveAsDeclared(plan: Plan): void {
  const survey = surveyPlan(seenBy('survey', plan));
  const cabling = finish(cableInSteps(seenBy('cabling', plan), survey));
  for (let cable = 0; cable < cabling.cables.count; cable += 1) cabling.cableName(cable);
  const takeoff = takeOff(seenBy('takeoff', plan), survey, cabling);
  runChecks({ plan: seenBy('checks', plan), survey, cabling, takeoff });
}

describe('passes', () => {
  it('read what they declare', () => {
    for (let seed = 1; seed <= 20; seed += 1) deriveAsDeclared(randomHall(seed));
    for (let seed = 1; seed <= 10; seed += 1) deriveAsDeclared(ruledHall(seed));
    deriveAsDeclared(megawattHall());
    const generated = generateRailOptimised(loadCatalog(), {
      su: 2,
      nodesPerSu: 6,
      rails: 2,
      uplinksPerLeaf: 4,
      switchPorts: 16,
      ufm: true,
    });
    if (!generated.ok) throw new Error(generated.error.message);
    deriveAsDeclared(generated.value);
  });

  it('notice a read that is not declared', () => {
    const { plan, survey, cabling } = derive(randomHall(1));
    expect(() => takeOff(seenBy('survey', plan), survey, cabling)).toThrow('survey reads fabrics, which it does not declare');
  });

  it('are left out when nothing that they read changed', () => {
    const before = derive(megawattHall());
    const doors = new Map([...before.plan.doors].map(([id, door]) => [id, { ...door, clearHeightMm: 1500 }]));
    const after = derive({ ...before.plan, doors }, before);
    expect(after.survey).toBe(before.survey);
    expect(after.cabling).toBe(before.cabling);
    expect(after.takeoff).toBe(before.takeoff);
    expect(after.findings).not.toEqual(before.findings);
    expect(derive({ ...before.plan, name: 'Another' }, before).findings).toBe(before.findings);
  });
});

/** Links that join a shuffle in use: each port has one plug, also where several groups of links come in one step. */
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import type { Command } from '../../../shared/commands/command.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { removePanels } from '../../../shared/commands/panels.ts';
import { insertShuffle, type InsertShuffle } from '../../../shared/commands/shufflePanels.ts';
import { derive } from '../../../shared/engine/engine.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { meshLinks, moduleHall } from '../../support/modulePlans.ts';
import { JUMPER } from '../../support/testCatalog.ts';

const MESH = meshLinks(moduleHall(), 4, JUMPER.id).build();

function after<T>(plan: Plan, command: Command<T>, args: T): Plan {
  const done = runCommand(plan, command, args);
  if (!done.ok) throw new Error(done.error.message);
  return done.value.plan;
}

function through(plan: Plan, ids: readonly string[]): Plan {
  const links = ids.map((id) => must(MESH.links.get(id), id));
  const args: InsertShuffle = { links, panel: 'sa', inFront: 'a', front: JUMPER, rear: JUMPER };
  return after(plan, insertShuffle, args);
}

/** Which end of which device is plugged into each port of the panel. */
function plugsOf(plan: Plan): Map<string, Set<string>> {
  const plugs = new Map<string, Set<string>>();
  for (const { id, stops } of plan.channels.values()) {
    const { a, b } = must(plan.links.get(id), id);
    for (const { port, rear } of stops) {
      for (const [plug, end] of [
        [port, a],
        [must(rear, 'rear'), b],
      ] as const) {
        plugs.set(plug, (plugs.get(plug) ?? new Set()).add(`${end.device} ${end.port}`));
      }
    }
  }
  return plugs;
}

describe('links that join a shuffle in use in one step', () => {
  it('keep out of each other’s ports where they hang together only with what is laid', () => {
    // With m12 out again m11 and m22 share no port: two groups of links in one shuffle, each with one of the two that come.
    const apart = after(through(MESH, ['m11', 'm12', 'm22']), removePanels, { links: ['m12'] });
    const plan = through(apart, ['m13', 'm24']);
    expect(plan.channels.size).toBe(4);
    for (const [port, ends] of plugsOf(plan)) expect([port, ...ends]).toHaveLength(2);
    const twice = derive(plan).findings.filter(({ code, ids }) => code === 'port.used-twice' && ids.includes('sa'));
    expect(twice).toEqual([]);
  });
});

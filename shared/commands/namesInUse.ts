/** Names by what they must differ from: those of cabinets and obstacles by hall, others over the whole plan. */
import { nextFreeName } from '../plan/names.ts';
import type { Plan } from '../plan/types.ts';

export class NamesInUse {
  private readonly byScope = new Map<string, Set<string>>();

  constructor(plan: Plan) {
    for (const { hall, name } of plan.cabinets.values()) this.scope(`cabinets ${hall}`).add(name);
    for (const { hall, name } of plan.obstacles.values()) this.scope(`obstacles ${hall}`).add(name);
    for (const { name } of plan.segments.values()) this.scope('segments').add(name);
    for (const { name } of plan.devices.values()) this.scope('devices').add(name);
    for (const { name } of plan.groups.values()) this.scope('groups').add(name);
    for (const { name } of plan.trunks.values()) this.scope('trunks').add(name);
  }

  /** The next free name after one, which is taken from now on. */
  next(scope: string, name: string): string {
    const taken = this.scope(scope);
    const free = nextFreeName(name, taken);
    taken.add(free);
    return free;
  }

  /** The name itself where it is free, else the next. */
  keep(scope: string, name: string): string {
    const taken = this.scope(scope);
    if (taken.has(name)) return this.next(scope, name);
    taken.add(name);
    return name;
  }

  private scope(scope: string): Set<string> {
    const known = this.byScope.get(scope) ?? new Set<string>();
    this.byScope.set(scope, known);
    return known;
  }
}

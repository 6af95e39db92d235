/** Joins stores, engine and host: changes go to the engine and the journal, figures come back. */
import type { Host } from '../host/host.ts';
import type { Planner } from './plannerContext.ts';

/** Built once, before the page is drawn. `start` opens what the address names and offers what a crash left behind. */
export declare function createPlanner(host: Host): Planner & { start(): Promise<void> };

/** What a campus is generated from: a hall, how often it is repeated, and what runs between the halls. */
import type { RailHallOptions } from '../railOptions.ts';

export interface CampusOptions extends RailHallOptions {
  readonly halls: number;
  /** Links from the campus switches of each hall to the cores in the core hall. */
  readonly uplinksPerHall: number;
  /** Banks of conduits from each hall to the core hall, by different walls' ends; every one holds all of the hall's links. */
  readonly banksPerHall: number;
  /** Inner diameter of a conduit. */
  readonly conduitMm: number;
  /** Between the walls of neighboring halls. */
  readonly gapMm: number;
}

export type CampusOnly = Omit<CampusOptions, keyof RailHallOptions>;

export const CAMPUS_DEFAULTS: CampusOnly = { halls: 2, uplinksPerHall: 64, banksPerHall: 2, conduitMm: 100, gapMm: 10_000 };

export const MOST_HALLS = 64;
export const MOST_UPLINKS = 1024;

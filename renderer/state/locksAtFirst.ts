import type { LockableLayer } from './sessionStore.ts';

/** The building stands: it is locked until somebody means it. */
export const LOCKS_AT_FIRST: Readonly<Record<LockableLayer, boolean>> = {
  drawings: false,
  building: true,
  cabinets: false,
  devices: false,
  pathways: false,
  findings: false,
  dimensions: false,
  notes: false,
};

/** A plan with nothing in it, and the settings that every new plan starts from. */
import type { FillLimits, Plan, Settings } from './types.ts';

const TRAY_FILL: FillLimits = { planPct: 25, warnPct: 40, errorPct: 50 };

/** Slack in mm and percent, fills and spares in percent, aisles in mm: the defaults of every new plan. */
export const DEFAULT_SETTINGS: Settings = {
  units: 'metric',
  currency: 'USD',
  titleBlock: { project: '', client: '', author: '', revision: '', date: '' },
  aisles: { coldMinMm: 1220, hotMinMm: 900 },
  dropReachMm: 1500,
  sidePassThrough: true,
  slack: { insideCabinetMmPerEnd: 150, jumperMmPerEnd: 500, jumperPctOfPathway: 2, trunkMmPerEnd: 2000, copperMmPerEnd: 0 },
  fill: {
    byKind: { ladder: TRAY_FILL, basket: TRAY_FILL, raceway: TRAY_FILL, underfloor: TRAY_FILL },
    conduitPct: { one: 53, two: 31, more: 40 },
  },
  feedsPerCabinet: 2,
  sparesPct: { cables: 10, transceivers: 10, devices: 0, cabinets: 0 },
  labourProfile: 'custom-loom',
};

/** A plan without halls, cabinets or catalog entries. */
export function emptyPlan(name: string): Plan {
  return {
    name,
    variants: new Map(),
    settings: DEFAULT_SETTINGS,
    catalog: {
      cabinetModels: new Map(),
      deviceTypes: new Map(),
      transceivers: new Map(),
      cableFamilies: new Map(),
      labourProfiles: new Map(),
    },
    halls: new Map(),
    doors: new Map(),
    obstacles: new Map(),
    cabinets: new Map(),
    devices: new Map(),
    junctions: new Map(),
    segments: new Map(),
    fabrics: new Map(),
    links: new Map(),
    trunks: new Map(),
    channels: new Map(),
    overrides: new Map(),
    exclusions: new Map(),
    groups: new Map(),
    lengthPlans: new Map(),
    routeRules: new Map(),
    diversityGroups: new Map(),
    looms: new Map(),
    drawingFiles: new Map(),
    underlays: new Map(),
    dimensions: new Map(),
    views: new Map(),
    notes: new Map(),
    pods: new Map(),
  };
}

/**
 * The look of the planner in one place: color, space, type, radius, line weights, light and dark.
 * `theme.ts` turns them into CSS variables (`--rw-text-soft`); the canvas reads them as they stand.
 * Every text color keeps 4.5 : 1 against every surface it is used on, see test/unit/theme/contrast.test.ts.
 */
import { noteDisciplines, type NoteDiscipline } from '../../shared/plan/notes.ts';

export type SchemeName = 'light' | 'dark';

/** Colors of panels, controls and text. */
export interface SurfaceColors {
  /** The drawing's paper, tables, open tabs. */
  readonly paper: string;
  /** Panels and bars. */
  readonly panel: string;
  /** Inputs and cards on a panel. */
  readonly raised: string;
  /** Under the pointer. */
  readonly hover: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly textSoft: string;
  readonly textFaint: string;
  readonly accent: string;
  readonly accentText: string;
  readonly accentSoft: string;
  readonly onAccent: string;
  readonly error: string;
  readonly errorSoft: string;
  readonly warning: string;
  readonly warningSoft: string;
  readonly good: string;
  readonly shade: string;
}

/** Colors of the drawing on the canvas. */
export interface CanvasColors {
  /** Around the hall, and inside it. */
  readonly background: string;
  readonly floor: string;
  readonly gridFine: string;
  readonly gridTile: string;
  /** Lines of drawings that lie under the plan. */
  readonly underlay: string;
  readonly wall: string;
  readonly door: string;
  readonly column: string;
  readonly keepOut: string;
  readonly equipment: string;
  readonly cabinetFill: string;
  /** Cabinets that hold switches. */
  readonly cabinetNetworkFill: string;
  readonly cabinetEmptyFill: string;
  readonly cabinetLine: string;
  readonly cabinetFront: string;
  readonly deviceLine: string;
  readonly deviceFill: string;
  readonly portFill: string;
  readonly pathwayLine: string;
  readonly pathwayFill: string;
  readonly pathwayWarning: string;
  readonly pathwayError: string;
  /** Pathways by how full they are, and the hatch over the fuller ones. */
  readonly fillPlanned: string;
  readonly fillOverPlan: string;
  readonly fillWarning: string;
  readonly fillError: string;
  readonly fillHatch: string;
  readonly label: string;
  readonly labelSoft: string;
  /** Behind a label that lies on lines. */
  readonly labelGround: string;
  readonly ruler: string;
  readonly rulerGround: string;
  readonly dimension: string;
  readonly selection: string;
  readonly selectionFill: string;
  readonly hover: string;
  readonly snap: string;
  readonly preview: string;
  readonly invalid: string;
  readonly error: string;
  readonly warning: string;
  readonly marqueeInside: string;
  readonly marqueeTouch: string;
}

export interface Scheme {
  readonly surface: SurfaceColors;
  readonly canvas: CanvasColors;
  /** Okabe–Ito, shifted in lightness until each is at least 3 : 1 on the paper. In order of use. */
  readonly tiers: readonly string[];
}

const light: Scheme = {
  surface: {
    paper: '#ffffff',
    panel: '#f6f7f9',
    raised: '#ffffff',
    hover: '#eceff3',
    line: '#dfe3e8',
    lineStrong: '#c3cad2',
    text: '#171c22',
    textSoft: '#4c5763',
    textFaint: '#616c79',
    accent: '#0a60c2',
    accentText: '#0a53a8',
    accentSoft: '#e2edfa',
    onAccent: '#ffffff',
    error: '#b3261e',
    errorSoft: '#fdeceb',
    warning: '#855400',
    warningSoft: '#fcf2dc',
    good: '#1a6b3a',
    shade: 'rgba(18, 24, 32, 0.14)',
  },
  canvas: {
    background: '#fafbfc',
    floor: '#ffffff',
    gridFine: '#f3f5f7',
    gridTile: '#e8ebef',
    underlay: '#3c5a7a',
    wall: '#1d242c',
    door: '#4c5763',
    column: '#1d242c',
    keepOut: '#a33b2f',
    equipment: '#78828e',
    cabinetFill: '#f1f3f6',
    cabinetNetworkFill: '#e3eefa',
    cabinetEmptyFill: '#ffffff',
    cabinetLine: '#8a94a0',
    cabinetFront: '#1d242c',
    deviceLine: '#a9b2bc',
    deviceFill: '#ffffff',
    portFill: '#5c6875',
    pathwayLine: '#97a1ac',
    pathwayFill: 'rgba(120, 132, 146, 0.10)',
    pathwayWarning: '#c98500',
    pathwayError: '#c62f25',
    fillPlanned: '#dcebf7',
    fillOverPlan: '#b4d3ec',
    fillWarning: '#f5d9a0',
    fillError: '#f3b3ac',
    fillHatch: 'rgba(29, 36, 44, 0.45)',
    label: '#333d48',
    labelSoft: '#616c79',
    labelGround: 'rgba(255, 255, 255, 0.92)',
    ruler: '#616c79',
    rulerGround: '#f6f7f9',
    dimension: '#4c5763',
    selection: '#0a60c2',
    selectionFill: 'rgba(10, 96, 194, 0.12)',
    hover: '#5b9be3',
    snap: '#c2258a',
    preview: '#0a60c2',
    invalid: '#b3261e',
    error: '#b3261e',
    warning: '#a86a00',
    marqueeInside: '#0a60c2',
    marqueeTouch: '#1a7f4b',
  },
  tiers: ['#0072b2', '#d55e00', '#00825f', '#a8508a', '#8f6d00', '#2e86b8', '#4a4f57'],
};

const dark: Scheme = {
  surface: {
    paper: '#101317',
    panel: '#181b20',
    raised: '#21252b',
    hover: '#262b32',
    line: '#2b3037',
    lineStrong: '#434a54',
    text: '#e8ebef',
    textSoft: '#aab3be',
    textFaint: '#929ca8',
    accent: '#4c9bf5',
    accentText: '#7db8fa',
    accentSoft: '#152c4a',
    onAccent: '#06121f',
    error: '#ff8b82',
    errorSoft: '#3a1a1a',
    warning: '#f0b445',
    warningSoft: '#352a12',
    good: '#6fd29a',
    shade: 'rgba(0, 0, 0, 0.5)',
  },
  canvas: {
    background: '#0d1013',
    floor: '#101418',
    gridFine: '#14181d',
    gridTile: '#1b2026',
    underlay: '#9db8d6',
    wall: '#d5dae1',
    door: '#aab3be',
    column: '#c3cad2',
    keepOut: '#ff9a8f',
    equipment: '#828c98',
    cabinetFill: '#1d2228',
    cabinetNetworkFill: '#182c44',
    cabinetEmptyFill: '#14181c',
    cabinetLine: '#6d7782',
    cabinetFront: '#dfe4ea',
    deviceLine: '#56606b',
    deviceFill: '#262c34',
    portFill: '#aab3be',
    pathwayLine: '#626c77',
    pathwayFill: 'rgba(140, 152, 166, 0.10)',
    pathwayWarning: '#e6a21e',
    pathwayError: '#ff6f63',
    fillPlanned: '#17293a',
    fillOverPlan: '#23486a',
    fillWarning: '#5c4410',
    fillError: '#6b2722',
    fillHatch: 'rgba(213, 218, 225, 0.5)',
    label: '#c8d0d9',
    labelSoft: '#929ca8',
    labelGround: 'rgba(16, 20, 24, 0.9)',
    ruler: '#929ca8',
    rulerGround: '#181b20',
    dimension: '#aab3be',
    selection: '#4c9bf5',
    selectionFill: 'rgba(76, 155, 245, 0.18)',
    hover: '#3a6fae',
    snap: '#ff77c8',
    preview: '#7db8fa',
    invalid: '#ff8b82',
    error: '#ff8b82',
    warning: '#f0b445',
    marqueeInside: '#4c9bf5',
    marqueeTouch: '#54c68a',
  },
  tiers: ['#56b4e9', '#e69f00', '#2fc79c', '#dc9bc3', '#f0e442', '#f0803c', '#b4bcc6'],
};

export const schemes: Readonly<Record<SchemeName, Scheme>> = { light, dark };

/** Steps of the 4 px grid. */
export const space = { half: 2, one: 4, two: 8, three: 12, four: 16, five: 20, six: 24, eight: 32 } as const;

export const type = {
  family: "'Inter', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  /** Captions, table heads; nothing on screen is smaller. */
  smallPx: 12,
  basePx: 13,
  largePx: 15,
  titlePx: 20,
  regular: 400,
  medium: 500,
  semibold: 600,
  lineHeight: 1.45,
} as const;

export const radius = { smallPx: 3, mediumPx: 5, largePx: 8 } as const;

/** Widths of lines on the canvas, in px, from wall to dimension, after drawing practice. */
export const lineWeights = {
  wall: 3,
  front: 2,
  selection: 2,
  route: 2.5,
  cabinet: 1,
  pathway: 1,
  cable: 1,
  dimension: 0.75,
  grid: 1,
} as const;

/** Heights and widths of the fixed parts of the window, in px. */
export const layout = {
  topBar: 44,
  toolRail: 44,
  statusBar: 28,
  leftPanel: 212,
  inspector: 288,
  drawer: 208,
  tableRow: 28,
  tabBar: 34,
} as const;

/** Smallest text on the canvas, in px. */
export const canvasTextMinPx = 10;

const tierOrder: readonly string[] = ['node-leaf', 'leaf-spine', 'ufm', 'spine-core', 'manual'];

/** Place of a tier in the palette. Names that are not known share the places after the known ones, by length of name: the color depends on the name alone. */
export function tierPlace(tier: string): number {
  const known = tierOrder.indexOf(tier);
  return known >= 0 ? known : tierOrder.length + (tier.length % (light.tiers.length - tierOrder.length));
}

/** Colors of disciplines are those of tiers: as many, and told apart by the same eyes. */
export function noteColor(scheme: SchemeName, discipline: NoteDiscipline): string {
  const { tiers, canvas } = schemes[scheme];
  // What is general has the neutral one, the last.
  return tiers[(noteDisciplines.indexOf(discipline) + tiers.length - 1) % tiers.length] ?? canvas.label;
}

export function tierColor(tier: string, scheme: SchemeName): string {
  return schemes[scheme].tiers[tierPlace(tier)] ?? schemes[scheme].canvas.label;
}

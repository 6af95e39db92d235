/**
 * One table of styles for all sheets of a plan: pens after ISO 128 (0.13, 0.18, 0.25, 0.35, 0.5, 0.7 mm),
 * layers after the AIA list, so that an architect can switch them.
 */
import type { LineType, Style } from './drawing.ts';
import { CABLE_WEIGHTS_MM, tierLook } from './tierLook.ts';

const INK = '#14181d';
const SOFT = '#4c5763';
const FAINT = '#8d97a3';
const GRID = '#c9d0d8';
const PAPER = '#ffffff';

function pen(layer: string, lineWeightMm: number, stroke = INK, lineType: LineType = 'solid', fill: string | null = null): Style {
  return { layer, stroke, fill, lineWeightMm, lineType };
}

function area(layer: string, fill: string): Style {
  return { layer, stroke: null, fill, lineWeightMm: 0, lineType: 'solid' };
}

const NAMED = {
  frame: pen('A-ANNO-TTLB', 0.7),
  frameLine: pen('A-ANNO-TTLB', 0.25),
  frameHair: pen('A-ANNO-TTLB', 0.13, SOFT),
  title: area('A-ANNO-TTLB', INK),
  caption: area('A-ANNO-TTLB', SOFT),

  grid: pen('A-FLOR-GRID', 0.09, GRID),
  gridText: area('A-FLOR-GRID', SOFT),
  wall: pen('A-WALL', 0.7),
  door: pen('A-DOOR', 0.35),
  doorSwing: pen('A-DOOR', 0.13),
  doorText: area('A-DOOR', SOFT),
  column: pen('A-COLS', 0.35, INK, 'solid', INK),
  keepOut: pen('A-FLOR-OVHD', 0.25, INK, 'dashed'),
  equipment: pen('A-EQPM', 0.25),
  overhead: pen('A-CLNG-OVHD', 0.18, SOFT, 'dashed'),
  loadZone: pen('S-FLOR-LOAD', 0.18, SOFT, 'dash-dot'),
  deliveryPath: pen('A-FLOR-DLVY', 0.25, SOFT, 'dash-dot'),
  hatch: pen('A-FLOR-PATT', 0.09, SOFT),
  obstacleText: area('A-ANNO-NOTE', INK),
  aisleText: area('A-ANNO-NOTE', SOFT),

  cabinet: pen('T-EQPM', 0.25, INK, 'solid', PAPER),
  cabinetFront: pen('T-EQPM', 0.7),
  cabinetFrontSmall: pen('T-EQPM', 0.5),
  cabinetText: area('T-EQPM-IDEN', INK),
  device: pen('T-EQPM-DEVC', 0.09, FAINT),
  switch: pen('T-EQPM-DEVC', 0.18, SOFT),

  dimension: pen('A-ANNO-DIMS', 0.13),
  dimensionText: area('A-ANNO-DIMS', INK),
  knockout: area('A-ANNO-MASK', PAPER),
  symbol: pen('A-ANNO-SYMB', 0.18),
  symbolFill: area('A-ANNO-SYMB', INK),
  symbolText: area('A-ANNO-SYMB', INK),
  matchLine: pen('A-ANNO-MTCH', 0.35, INK, 'dash-dot'),

  face: pen('T-EQPM', 0.35, INK, 'solid', PAPER),
  rail: pen('T-EQPM', 0.13, SOFT),
  unit: pen('T-EQPM', 0.09, GRID),
  unitText: area('T-EQPM-IDEN', SOFT),
  deviceFront: pen('T-EQPM-DEVC', 0.25, INK, 'solid', '#f1f4f7'),
  deviceRear: pen('T-EQPM-DEVC', 0.25, INK, 'solid', '#d9dfe6'),
  deviceText: area('T-EQPM-IDEN', INK),
  port: pen('T-EQPM-PORT', 0.09, SOFT, 'solid', PAPER),
  portUsed: pen('T-EQPM-PORT', 0.09, INK, 'solid', INK),
  ground: pen('A-FLOR', 0.5),

  tableHead: area('A-ANNO-TABL', INK),
  tableText: area('A-ANNO-TABL', INK),
  tableSoft: area('A-ANNO-TABL', SOFT),
  tableRule: pen('A-ANNO-TABL', 0.13, FAINT),
  tableHeadRule: pen('A-ANNO-TABL', 0.35),
  tableBand: area('A-ANNO-TABL', '#eef1f4'),
  tick: pen('A-ANNO-TABL', 0.18),

  labelEdge: pen('A-ANNO-LABL', 0.09, FAINT, 'dashed'),
  labelText: area('A-ANNO-LABL', INK),
  labelSoft: area('A-ANNO-LABL', SOFT),

  note: pen('A-ANNO-REVC', 0.35),
  noteText: area('A-ANNO-REVC', INK),
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof NAMED;

/** Styles of one plan: the named ones, two for each level of trays, one for each weight of each tier's cables. */
export interface StyleTable {
  readonly list: readonly Style[];
  readonly named: Readonly<Record<StyleName, number>>;
  /** Edge lines and tags of trays at an elevation in mm. */
  trayEdge(elevationMm: number): number;
  trayText(elevationMm: number): number;
  /** Cables of a tier (its place in the list of tier names), by class of weight. */
  cable(tier: number, weightClass: number): number;
  /** Lines and texts on a layer of a drawing under the plan, as pale as its opacity makes them; for drawings and colors that were named. Null: in one ink. */
  drawn(layer: string, color: string | null): DrawnStyle;
}

export interface DrawnStyle {
  readonly line: number;
  readonly text: number;
}

/** A layer of a drawing under the plan. */
export interface DrawnLayerLook {
  readonly layer: string;
  readonly opacityPct: number;
  /** Colors of their own that its lines and texts have, as they are read on paper. */
  readonly colors: readonly string[];
}

/** The table for the elevations (mm, each once), names of tiers and layers of drawings under it that a plan has. */
export function styleTable(
  elevationsMm: readonly number[],
  tierNames: readonly string[],
  drawnLayers: readonly DrawnLayerLook[] = [],
): StyleTable {
  const list: Style[] = [];
  const add = (style: Style): number => list.push(style) - 1;
  const named = {} as Record<StyleName, number>;
  for (const name of Object.keys(NAMED) as StyleName[]) named[name] = add(NAMED[name]);
  const trays = new Map(
    elevationsMm.map((elevationMm) => {
      const layer = `T-CABT-${elevationMm < 0 ? `M${-elevationMm}` : elevationMm}`;
      return [elevationMm, { edge: add(pen(layer, 0.18, SOFT)), text: add(area(layer, INK)) }] as const;
    }),
  );
  const cables = tierNames.map((name, tier) => {
    const { color, lineType } = tierLook(tier);
    const layer = `T-CABL-${name.toUpperCase().replace(/[^A-Z0-9-]/g, '-')}`;
    return CABLE_WEIGHTS_MM.map((weight) => add(pen(layer, weight, color, lineType)));
  });
  const drawn = new Map(
    drawnLayers.flatMap(({ layer, opacityPct, colors }) =>
      [null, ...colors].map((color) => {
        const ink = paled(color ?? SOFT, opacityPct);
        return [drawnKey(layer, color), { line: add(pen(layer, 0.13, ink)), text: add(area(layer, ink)) }] as const;
      }),
    ),
  );
  const found = (value: number | undefined, what: string): number => {
    if (value === undefined) throw new Error(`Bug: no style for ${what}`);
    return value;
  };
  return {
    list,
    named,
    trayEdge: (elevationMm) => found(trays.get(elevationMm)?.edge, `trays at ${elevationMm}`),
    trayText: (elevationMm) => found(trays.get(elevationMm)?.text, `trays at ${elevationMm}`),
    cable: (tier, weightClass) => found(cables[tier]?.[weightClass], `cables of tier ${tier}`),
    drawn(layer, color) {
      const style = drawn.get(drawnKey(layer, color));
      if (style === undefined) throw new Error(`Bug: no style for drawings on ${layer}`);
      return style;
    },
  };
}

function drawnKey(layer: string, color: string | null): string {
  return `${color ?? ''} ${layer}`;
}

/** A color as it looks on white paper at an opacity: every program shows a color, not every one a share of it. */
function paled(color: string, opacityPct: number): string {
  const share = (at: number): string => {
    const value = Number.parseInt(color.slice(at, at + 2), 16);
    return Math.round(255 - ((255 - value) * opacityPct) / 100)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${share(1)}${share(3)}${share(5)}`;
}

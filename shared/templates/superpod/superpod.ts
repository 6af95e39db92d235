/** A whole SuperPOD of DGX H100: cabinets, devices, trays, and its four fabrics with everything that the published bill counts. */
import { must } from '../../assert.ts';
import type { CabinetModel, Catalog } from '../../catalog/types.ts';
import { emptyPlan } from '../../plan/emptyPlan.ts';
import type { Cabinet, Plan } from '../../plan/types.ts';
import { ok, type Result, type UserError } from '../../result.ts';
import { cabinetsOfRow } from '../cabinetRow.ts';
import { crossTrays } from '../crossTrays.ts';
import { embeddedCatalog } from '../embeddedCatalog.ts';
import { layOutRows, USUAL_AISLES, type HallLayout } from '../hallLayout.ts';
import { buildShell, trayLevels } from '../hallShell.ts';
import type { CabinetUse } from '../railRows.ts';
import { byId } from '../tables.ts';
import { LARGEST_TRAY, sizeTrays } from '../traySizing.ts';
import { buildTrays, type TraySizes } from '../trays.ts';
import { superpodFabrics } from './fabrics.ts';
import { superpodDevices, TYPES } from './mounting.ts';
import type { SuperpodOptions } from './superpodOptions.ts';
import { MOST_UNITS } from './slots.ts';

const CABINET = 'legrand/nvidpd13';
const CABINETS_PER_UNIT = 8;
const NETWORK_CABINETS = 3;
const UNITS_PER_ROW = 2;
const SIDE_MARGIN_MM = 2400;
/** A feed to each cabinet of nodes: four of 10.2 kW and a tenth more, in whole kilowatts. */
const NODE_CABINET_W = 45_000;
/** Wider trays hang farther from the rears, which changes lengths a little: sizes settle within a few passes. */
const MOST_PASSES = 10;

/** The plan that the options describe. The same options give the same plan, and one unit more adds to it. */
export function generateSuperpod(catalog: Catalog, given: Partial<SuperpodOptions>): Result<Plan, UserError> {
  const su = given.su ?? MOST_UNITS;
  const model = must(catalog.cabinetModels.get(CABINET), CABINET);
  const cabinetsPerRow = Math.min(su, UNITS_PER_ROW) * CABINETS_PER_UNIT + NETWORK_CABINETS;
  const layout = layOutRows(
    { rows: Math.ceil(su / UNITS_PER_ROW), cabinetsPerRow, blocks: 1, cabinet: model, aisles: USUAL_AISLES, sideMarginMm: SIDE_MARGIN_MM },
    given.hall ?? null,
  );
  if (!layout.ok) return layout;
  return ok(new SuperpodHall(catalog, su, model, layout.value, given.name ?? `${su} SU of DGX H100, whole`).plan());
}

/** Puts the hall together, and again when trays turn out to be larger than needed. */
class SuperpodHall {
  private readonly catalog: Catalog;
  private readonly su: number;
  private readonly model: CabinetModel;
  private readonly layout: HallLayout;
  private readonly name: string;

  constructor(catalog: Catalog, su: number, model: CabinetModel, layout: HallLayout, name: string) {
    this.catalog = catalog;
    this.su = su;
    this.model = model;
    this.layout = layout;
    this.name = name;
  }

  plan(): Plan {
    let sizes: TraySizes = { row: LARGEST_TRAY, cross: LARGEST_TRAY };
    let plan = this.planWith(sizes);
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      const sized = sizeTrays(plan);
      if (sized.sizes.row === sizes.row && sized.sizes.cross === sizes.cross) return plan;
      sizes = sized.sizes;
      plan = this.planWith(sizes);
    }
    return plan;
  }

  private planWith(sizes: TraySizes): Plan {
    const { catalog, su, model, layout } = this;
    const fabrics = superpodFabrics(su);
    const crossXMm = crossTrays(
      layout,
      layout.rows.map(({ cabinets }) => usesOfRow(cabinets)),
      model.widthMm,
      0,
    );
    const shell = buildShell({ layout, model, crossXMm, powerW: null, hasCooling: false });
    const trays = buildTrays({ layout, cabinetDepthMm: model.depthMm, levels: trayLevels(model), crossXMm, sizes });
    const parts = fabrics.flatMap(({ tiers }) => Object.values(tiers));
    const empty = emptyPlan(this.name);
    return {
      ...empty,
      settings: { ...empty.settings, titleBlock: { ...empty.settings.titleBlock, project: this.name } },
      catalog: embeddedCatalog(catalog, {
        cabinetModels: [model.id],
        deviceTypes: Object.values(TYPES),
        transceivers: parts.flatMap(({ transceiverA, transceiverB }) => [transceiverA, transceiverB]).filter((id) => id !== null),
        cableFamilies: parts.map(({ family }) => family),
      }),
      halls: byId([shell.hall]),
      doors: byId(shell.doors),
      obstacles: byId(shell.obstacles),
      cabinets: byId(this.cabinets()),
      devices: byId(superpodDevices(su, catalog, model.rackUnits)),
      junctions: byId(trays.junctions),
      segments: byId(trays.segments),
      fabrics: byId(fabrics),
    };
  }

  /** The last row ends with the network cabinets where its second unit is not there yet. */
  private cabinets(): Cabinet[] {
    return this.layout.rows.flatMap((row, index) => {
      const units = Math.min(UNITS_PER_ROW, this.su - index * UNITS_PER_ROW);
      const standing = cabinetsOfRow(row, this.model).slice(0, units * CABINETS_PER_UNIT + NETWORK_CABINETS);
      return standing.map((cabinet, place) => (useAt(place) === 'node' ? { ...cabinet, powerBudgetW: NODE_CABINET_W } : cabinet));
    });
  }
}

/** Eight cabinets of nodes, three of switches, eight of nodes. */
function usesOfRow(cabinets: number): CabinetUse[] {
  return Array.from({ length: cabinets }, (_, place) => useAt(place));
}

function useAt(place: number): CabinetUse {
  return place >= CABINETS_PER_UNIT && place < CABINETS_PER_UNIT + NETWORK_CABINETS ? 'network' : 'node';
}

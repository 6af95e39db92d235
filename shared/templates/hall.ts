/** An empty hall: rows of cabinets with nothing in them, and trays above. */
import type { Catalog } from '../catalog/types.ts';
import { emptyPlan } from '../plan/emptyPlan.ts';
import type { Plan } from '../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { cabinetsOfRow } from './cabinetRow.ts';
import { embeddedCatalog } from './embeddedCatalog.ts';
import { layOutRows, USUAL_AISLES } from './hallLayout.ts';
import { buildShell, trayLevels } from './hallShell.ts';
import type { HallSize } from './railOptions.ts';
import { byId } from './tables.ts';
import { buildTrays, type TraySize } from './trays.ts';

export interface HallOptions {
  readonly name: string;
  /** Null: as large as needed. */
  readonly hall: HallSize | null;
  readonly rows: number;
  readonly cabinetsPerRow: number;
  /** Catalog id of the cabinet model. */
  readonly cabinet: string;
  readonly coldAisleMm: number;
  readonly hotAisleMm: number;
  readonly trays: boolean;
}

const DEFAULTS: HallOptions = {
  name: 'Empty hall',
  hall: null,
  rows: 4,
  cabinetsPerRow: 10,
  cabinet: 'generic/cabinet-600x1200x48u',
  coldAisleMm: USUAL_AISLES.coldMm,
  hotAisleMm: USUAL_AISLES.hotMm,
  trays: true,
};

const SIDE_MARGIN_MM = 2400;
const TRAY: TraySize = { widthMm: 300, depthMm: 100 };

/** The plan that the options describe, or what is wrong with them. */
export function generateHall(catalog: Catalog, given: Partial<HallOptions>): Result<Plan, UserError> {
  const options = { ...DEFAULTS, ...given };
  const model = catalog.cabinetModels.get(options.cabinet);
  if (model === undefined) {
    const ids = [...catalog.cabinetModels.keys()].sort().slice(0, 6).join(', ');
    return fail({
      code: 'template.unknown-entry',
      path: 'cabinet',
      message: `the catalog has no ${options.cabinet}`,
      remedy: `give an id of the catalog, such as ${ids}`,
    });
  }
  const layout = layOutRows(
    {
      rows: options.rows,
      cabinetsPerRow: options.cabinetsPerRow,
      blocks: 1,
      cabinet: model,
      aisles: { coldMm: options.coldAisleMm, hotMm: options.hotAisleMm },
      sideMarginMm: SIDE_MARGIN_MM,
    },
    options.hall,
  );
  if (!layout.ok) return layout;
  const quarters = layout.value.blocks.flatMap(({ fromXMm, toXMm }) =>
    [1, 3].map((quarter) => Math.round(fromXMm + ((toXMm - fromXMm) * quarter) / 4)),
  );
  const crossXMm = options.trays ? quarters : [];
  const shell = buildShell({ layout: layout.value, model, crossXMm, powerW: null, hasCooling: false });
  const trays = options.trays
    ? buildTrays({
        layout: layout.value,
        cabinetDepthMm: model.depthMm,
        levels: trayLevels(model),
        crossXMm,
        sizes: { row: TRAY, cross: TRAY },
      })
    : { junctions: [], segments: [] };
  const empty = emptyPlan(options.name);
  return ok({
    ...empty,
    settings: { ...empty.settings, titleBlock: { ...empty.settings.titleBlock, project: options.name } },
    catalog: embeddedCatalog(catalog, { cabinetModels: [model.id], deviceTypes: [], transceivers: [], cableFamilies: [] }),
    halls: byId([shell.hall]),
    doors: byId(shell.doors),
    obstacles: byId(shell.obstacles),
    cabinets: byId(layout.value.rows.flatMap((row) => cabinetsOfRow(row, model))),
    junctions: byId(trays.junctions),
    segments: byId(trays.segments),
  });
}

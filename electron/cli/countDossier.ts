/** Derivations of counts and sums that a takeoff states: metres, fibers, cages, modules, power, devices. */
import { must } from '../../shared/assert.ts';
import { NONE } from '../../shared/cabling/types.ts';
import type { Derived } from '../../shared/engine/engine.ts';
import { grouped, left, right, metresText } from './alignedTable.ts';
import type { Dossier, DossierPart } from './dossier.ts';
import { plural } from './takeoffText.ts';

/** Null where the figure is none of these. */
export function countDossier(derived: Derived, figure: string): Dossier | null {
  switch (figure) {
    case 'required':
    case 'ordered':
      return metresDossier(derived, figure);
    case 'fibers':
      return fibersDossier(derived);
    case 'cages':
      return cagesDossier(derived);
    case 'transceivers':
      return transceiversDossier(derived);
    case 'power':
      return powerDossier(derived);
    case 'devices':
      return devicesDossier(derived);
    case 'cabinets':
      return cabinetsDossier(derived);
    default:
      return null;
  }
}

/** Cables of one family with what is known of their lengths. */
interface FamilySum {
  readonly name: string;
  cables: number;
  knownMm: number;
  unknown: number;
}

function metresDossier({ cabling, takeoff }: Derived, figure: 'required' | 'ordered'): Dossier {
  const { cables, families } = cabling;
  const column = figure === 'required' ? cables.requiredMm : cables.orderedMm;
  const sums = families.map(({ name }): FamilySum => ({ name, cables: 0, knownMm: 0, unknown: 0 }));
  for (let cable = 0; cable < cables.count; cable += 1) {
    const sum = must(sums[cables.family[cable]!], 'family');
    const mm = column[cable]!;
    sum.cables += 1;
    if (mm === NONE) sum.unknown += 1;
    else sum.knownMm += mm;
  }
  const [totalMm, unknown] =
    figure === 'required'
      ? [takeoff.cables.requiredMm, takeoff.cables.unknownRequired]
      : [takeoff.cables.orderedMm, takeoff.cables.unknownOrdered];
  const what = figure === 'required' ? 'path and slack of each cable' : 'the length that each cable is bought in, without spares';
  const rows = sums.filter(({ cables: count }) => count > 0);
  return {
    title: `${figure}: ${unknown > 0 ? 'at least ' : ''}${metresText(totalMm)}, the sum of ${what}${unknown > 0 ? `; ${plural(unknown, 'cable')} without a known length` : ''}`,
    parts: [
      {
        columns: [left('Family'), right('Cables'), right('m'), right('Unknown')],
        rows: rows.map(({ name, cables: count, knownMm, unknown: open }) => [
          name,
          grouped(count),
          grouped(knownMm / 1000, 3),
          grouped(open),
        ]),
      },
    ],
    json: { figure, totalMm, unknown, byFamily: rows },
  };
}

function fibersDossier({ plan, takeoff }: Derived): Dossier {
  const byFamily = takeoff.cables.byFamily.map(({ family, count }) => {
    const { name, fiberCount, medium } = must(plan.catalog.cableFamilies.get(family), family);
    const each = medium === 'copper' ? 0 : fiberCount;
    return { family, name, cables: count, fiberCount: each, fibers: each === null ? null : each * count };
  });
  const { count, unknownCables } = takeoff.fibers;
  return {
    title: `fibers: ${unknownCables > 0 ? 'at least ' : ''}${grouped(count)} = cables × fibers of their family, lit or not${unknownCables > 0 ? `; the makers of ${plural(unknownCables, 'cable')} do not say` : ''}`,
    parts: [
      {
        columns: [left('Family'), right('Cables'), right('Fibers each'), right('Fibers')],
        rows: byFamily.map(({ name, cables, fiberCount, fibers }) => [
          name,
          grouped(cables),
          fiberCount === null ? 'unknown' : grouped(fiberCount),
          fibers === null ? 'unknown' : grouped(fibers),
        ]),
      },
    ],
    json: { figure: 'fibers', count, unknownCables, byFamily },
  };
}

function cagesDossier({ plan, takeoff }: Derived): Dossier {
  const modules = takeoff.transceivers.reduce((sum, { count }) => sum + count, 0);
  const plugs = takeoff.cages.count - modules;
  const rows = takeoff.transceivers.map(({ id, count }) => [must(plan.catalog.transceivers.get(id), id).name, grouped(count)]);
  return {
    title: `cages: ${grouped(takeoff.cages.count)} of equipment in use, each counted once however many links share its module`,
    parts: [counts('What sits in them', [...rows, ...(plugs === 0 ? [] : [['a plug without a module', grouped(plugs)]])])],
    json: { figure: 'cages', count: takeoff.cages.count, transceivers: takeoff.transceivers, plugs },
  };
}

function transceiversDossier({ plan, takeoff: { transceivers } }: Derived): Dossier {
  const total = transceivers.reduce((sum, { count }) => sum + count, 0);
  return {
    title: `transceivers: ${grouped(total)}, one for each cage in use that takes a module`,
    parts: [
      counts(
        'Module',
        transceivers.map(({ id, count }) => [must(plan.catalog.transceivers.get(id), id).name, grouped(count)]),
      ),
    ],
    json: { figure: 'transceivers', count: total, byModel: transceivers },
  };
}

function powerDossier({ survey, takeoff: { powerW } }: Derived): Dossier {
  const types = new Map<string, { readonly name: string; readonly eachW: number | null; count: number }>();
  for (const { type } of survey.devices) {
    const known = types.get(type.id);
    if (known === undefined) types.set(type.id, { name: type.name, eachW: type.maxPowerW, count: 1 });
    else known.count += 1;
  }
  const byType = [...types.values()];
  const { known, unknownDevices } = powerW;
  return {
    title: `power: ${unknownDevices > 0 ? 'at least ' : ''}${grouped(known / 1000, 1)} kW = devices × the most that each draws${unknownDevices > 0 ? `; not known of ${plural(unknownDevices, 'device')}` : ''}`,
    parts: [
      {
        columns: [left('Device type'), right('Devices'), right('W each'), right('kW')],
        rows: byType.map(({ name, eachW, count }) => [
          name,
          grouped(count),
          eachW === null ? 'unknown' : grouped(eachW),
          eachW === null ? 'unknown' : grouped((eachW * count) / 1000, 1),
        ]),
      },
    ],
    json: { figure: 'power', knownW: known, unknownDevices, byType },
  };
}

function devicesDossier({ takeoff: { devices } }: Derived): Dossier {
  return {
    title: `devices: ${grouped(devices.count)}, the sum of their roles`,
    parts: [
      counts(
        'Role',
        devices.byRole.map(({ role, count }) => [role, grouped(count)]),
      ),
    ],
    json: { figure: 'devices', ...devices },
  };
}

function cabinetsDossier({ plan, takeoff }: Derived): Dossier {
  const byModel = new Map<string, number>();
  for (const { model } of plan.cabinets.values()) byModel.set(model, (byModel.get(model) ?? 0) + 1);
  const rows = [...byModel].map(([model, count]) => ({ model: must(plan.catalog.cabinetModels.get(model), model).name, count }));
  return {
    title: `cabinets: ${grouped(takeoff.cabinets.count)}, the sum of their models`,
    parts: [
      counts(
        'Model',
        rows.map(({ model, count }) => [model, grouped(count)]),
      ),
    ],
    json: { figure: 'cabinets', count: takeoff.cabinets.count, byModel: rows },
  };
}

function counts(title: string, rows: readonly (readonly string[])[]): DossierPart {
  return { columns: [left(title), right('Count')], rows };
}

/** `raceway takeoff`: counts, metres, hours, days. */
import { Command } from 'commander';
import type { Derived } from '../../shared/engine/engine.ts';
import { cabinetParts } from '../../shared/cabling/cabinetParts.ts';
import { ok } from '../../shared/result.ts';
import type { ProfileComparison } from '../../shared/takeoff/profileComparison.ts';
import type { ProfileHours } from '../../shared/takeoff/types.ts';
import { derivePlan } from './derivePlan.ts';
import type { DerivedPlan } from './derivePlan.ts';
import { bundleTypes } from '../../shared/looms/bundleTypes.ts';
import { loomSizes, loomSizesIf, type LoomSize } from '../../shared/looms/loomSizes.ts';
import { fabricBills } from '../../shared/takeoff/fabricBills.ts';
import { loomOrders } from '../../shared/takeoff/loomOrders.ts';
import { hallBills } from '../../shared/takeoff/hallBills.ts';
import { findProfile } from './findProfile.ts';
import { ExitCode, problem } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { takeoffText } from './takeoffText.ts';
import { writeStdout } from './terminal.ts';
import { variantOption, type VariantOption } from './variantOption.ts';

interface Options extends VariantOption {
  readonly profile?: string;
  readonly json?: true;
}

export function takeoffCommand(onEnd: (outcome: Outcome) => void): Command {
  return new Command('takeoff')
    .description('count links, cables and parts; metres, hours and days')
    .argument('<plan>', 'a .raceway file, or - for standard input')
    .addOption(variantOption())
    .option('--profile <name>', 'labor profile, instead of the one in the plan: custom-loom, stock-jumper, field-terminated')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  raceway takeoff hall.raceway --profile stock-jumper --json')
    .action(async (plan: string, options: Options) => {
      onEnd(await takeoff(plan, options));
    });
}

async function takeoff(source: string, options: Options): Promise<Outcome> {
  const read = await derivePlan(source, options.variant);
  if (!read.ok) return read;
  const { takeoff: quantities } = read.value.derived;
  const hours = options.profile === undefined ? quantities.hours : findProfile(quantities.profiles, options.profile);
  if (hours === null && options.profile !== undefined) {
    return problem('--profile', {
      code: 'option.profile',
      message: `the plan has no labor profile ${options.profile}`,
      remedy:
        quantities.profiles.length === 0
          ? 'leave --profile out; the plan holds none'
          : `choose one of ${quantities.profiles.map(({ profile }) => profile).join(', ')}`,
    });
  }
  const text =
    options.json === true ? takeoffJson(read.value, hours, await graphOf(read.value.derived)) : takeoffText(read.value.derived, hours);
  const written = await writeStdout([text]);
  return written.ok ? ok(ExitCode.done) : written;
}

async function graphOf({ survey, cabling }: Derived): Promise<{ nodes: number; edges: number; sources: number }> {
  const { graphSize } = await import('../../shared/cabling/expandedGraph.ts');
  return graphSize(survey, cabling);
}

/** Names here are promised to scripts: more may come, none goes. Hours are null in a plan that holds no labor profiles. */
function takeoffJson({ derived, parseMs, elapsedMs }: DerivedPlan, hours: ProfileHours | null, graph: object): string {
  const { takeoff: quantities, findings } = derived;
  const { links, cables, cages, fibers, spareLegs, cabinets, devices, transceivers, pathways, powerW, scope, profiles, comparison } =
    quantities;
  const standing = findings.filter(({ accepted }) => accepted === null);
  const json = {
    plan: derived.plan.name,
    scope,
    looms: {
      ...loomsJson(loomSizes(derived)),
      orders: ordersJson(derived),
      custom: loomsJson(loomSizesIf(derived, 'custom')),
      stock: loomsJson(loomSizesIf(derived, 'stock')),
    },
    fabrics: fabricBills(derived.plan, derived.survey, derived.cabling),
    ...hallsJson(derived),
    links,
    cables,
    cages,
    fibers,
    spareLegs,
    cabinets,
    devices,
    transceivers,
    pathways,
    conduitM: quantities.conduitMm / 1000,
    cabinetPathways: cabinetPathways(derived),
    powerW,
    hours: {
      profile: hours?.profile ?? null,
      total: hours?.total ?? null,
      range: hours?.range ?? null,
      unknownCables: hours?.unknownCables ?? 0,
      byTask: hours?.tasks ?? [],
      ratePerHour: comparison?.ratePerHour ?? null,
      base: comparison?.base ?? null,
      profiles: profiles.map(({ profile, name, total, range, days, unknownCables }) => ({
        name: shortName(profile),
        profile,
        title: name,
        total,
        range,
        days,
        unknownCables,
        ...comparedFigures(comparison, profile),
      })),
    },
    days: hours?.days ?? null,
    findings: {
      errors: standing.filter(({ severity }) => severity === 'error').length,
      warnings: standing.filter(({ severity }) => severity === 'warning').length,
      accepted: findings.length - standing.length,
    },
    elapsedMs: rounded(elapsedMs),
    parseMs: rounded(parseMs),
    rssPeakMb: rounded(process.resourceUsage().maxRSS / 1024),
    graph,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** What is ordered by the build sheet instead of the stock jumpers of the bill; null where nothing is. */
function ordersJson({ plan, survey, cabling }: Derived): object | null {
  const orders = loomOrders(plan, survey, cabling);
  return orders === null ? null : { looms: orders.looms, cables: orders.cables, madeM: orders.madeMm / 1000, tooLong: orders.tooLong };
}

/** Each hall by itself, and what runs between two. */
function hallsJson({ plan, survey, cabling }: Derived): object {
  const { halls, between } = hallBills(plan, survey, cabling);
  return { halls, betweenHalls: between };
}

/** Openings, vertical managers and drops that hold cables: pathways too, by cabinet. */
function cabinetPathways({ survey, cabling }: Derived): object[] {
  return survey.cabinets.flatMap(({ cabinet }, row) =>
    cabinetParts(survey, cabling, row)
      .filter(({ cables }) => cables > 0)
      .map(({ place, cables, fillPct, massGPerM }) => ({ cabinet: cabinet.id, ...place, fillPct, cables, kgPerM: massGPerM / 1000 })),
  );
}

/** Against the plan's own profile; none where the plan does not hold it. */
function comparedFigures(comparison: ProfileComparison | null, id: string): object {
  const compared = comparison?.profiles.find(({ profile }) => profile === id);
  if (compared === undefined) return {};
  const { cost, ratio, saved, savedMinutesPerCable, breakEvenPerCable, drivers } = compared;
  return { cost, ratio, saved, savedMinutesPerCable, breakEvenPerCable, drivers };
}

/** Looms: how many, the cables in them, and the types of bundle by capacity and length. */
function loomsJson(looms: readonly LoomSize[]): object {
  const types = bundleTypes(looms);
  return {
    count: looms.length,
    cables: looms.reduce((sum, { members }) => sum + members, 0),
    bundleTypeCount: types.length,
    bundleTypes: types.map(({ lengthMm, ...type }) => ({ ...type, lengthM: lengthMm === null ? null : lengthMm / 1000 })),
  };
}

/** `custom-loom` of `raceway/custom-loom`. */
function shortName(profile: string): string {
  return profile.slice(profile.lastIndexOf('/') + 1);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Derivations of figures: links, cables, hours, days, bill of materials. */
import type { Derived } from '../../shared/engine/engine.ts';
import { billOfMaterials } from '../../shared/takeoff/bom.ts';
import { moneyText } from '../../shared/catalog/money.ts';
import type { Bom, BomLine, FactorUse, ProfileHours, Range, TierCount } from '../../shared/takeoff/types.ts';
import { must } from '../../shared/assert.ts';
import { grouped, left, right } from './alignedTable.ts';
import { countDossier } from './countDossier.ts';
import { facts } from './dossier.ts';
import type { Dossier, DossierPart } from './dossier.ts';
import { findProfile } from './findProfile.ts';
import { breakEvenText, conduitsLine, plural } from './takeoffText.ts';

/** Null when `id` is not a figure, or one of its parts that is not there. */
export function figureDossier(derived: Derived, id: string): Dossier | null {
  const slash = id.indexOf('/');
  const [figure, part] = slash < 0 ? [id, null] : [id.slice(0, slash), id.slice(slash + 1)];
  switch (figure) {
    case 'links':
    case 'cables':
      return part === null ? tierDossier(figure, derived.takeoff[figure]) : null;
    case 'hours':
      return part === null ? hoursDossier(derived) : (taskDossier(derived, part) ?? profileDossier(derived, part));
    case 'profiles':
      return part === null ? profilesDossier(derived) : null;
    case 'days':
      return part === null ? daysDossier(derived) : null;
    case 'bom':
      return bomDossier(derived, part);
    default:
      return part === null ? countDossier(derived, figure) : null;
  }
}

/** What may follow the slash of a figure: tasks and labor profiles, order numbers; null for what is no figure with parts. */
export function partsOfFigure({ plan, survey, cabling, takeoff }: Derived, figure: string): readonly string[] | null {
  switch (figure) {
    case 'hours': {
      const tasks = takeoff.profiles.flatMap(({ tasks: own }) => own.map(({ task }) => task));
      return [...new Set([...tasks, ...takeoff.profiles.map(({ profile }) => profile)])];
    }
    case 'bom':
      return billOfMaterials(plan, survey, cabling, takeoff).lines.map(({ sku, description }) => sku ?? description);
    default:
      return null;
  }
}

function tierDossier(figure: string, { count, byTier }: { readonly count: number; readonly byTier: readonly TierCount[] }): Dossier {
  return {
    title: `${figure}: ${grouped(count)}, the sum of its tiers`,
    parts: [{ columns: [left('Tier'), right('Count')], rows: byTier.map((tier) => [tier.tier, grouped(tier.count)]) }],
    json: { figure, count, byTier },
  };
}

function hoursDossier(derived: Derived): Dossier {
  const { hours } = derived.takeoff;
  return hours === null ? withoutProfile('hours') : hoursOfProfile(derived, hours);
}

function withoutProfile(figure: string): Dossier {
  return { title: `${figure}: no labor profile in the plan`, parts: [], json: { figure, profile: null } };
}

function profileDossier(derived: Derived, name: string): Dossier | null {
  const found = findProfile(derived.takeoff.profiles, name);
  return found === null ? null : hoursOfProfile(derived, found);
}

function hoursOfProfile({ plan, takeoff }: Derived, hours: ProfileHours): Dossier {
  const profile = must(plan.catalog.labourProfiles.get(hours.profile), hours.profile);
  return {
    title:
      `hours (${hours.profile}): ${hours.unknownCables > 0 ? 'at least ' : ''}${grouped(hours.total, 2)} person-hours = sum of units × minutes × factors × people ÷ 60 ÷ utilization ${profile.utilisation}\n` +
      `low ${grouped(hours.range.low, 1)}, high ${grouped(hours.range.high, 1)}` +
      (hours.unknownCables > 0 ? `; ${grouped(hours.unknownCables)} of ${plural(takeoff.cables.count, 'cable')} without a route` : '') +
      `\n${conduitsLine(takeoff)}`.trimEnd(),
    parts: [
      {
        columns: [left('Task'), right('Units'), left('of'), right('Minutes'), right('People'), right('Hours'), left('Source')],
        rows: hours.tasks.map((task, index) => {
          const { minutes, people } = must(profile.tasks[index], task.task);
          return [
            task.task,
            grouped(task.units, 1),
            task.unit,
            String(minutes.likely),
            String(people),
            grouped(task.hours, 2),
            task.source,
          ];
        }),
      },
      factorsPart(hours.tasks.flatMap((task) => task.factors.map((use) => ({ where: task.task, use })))),
    ],
    json: { figure: 'hours', utilisation: profile.utilisation, ...hours },
  };
}

/** All profiles against the plan's own, and the tasks that make the difference. */
function profilesDossier({ plan, takeoff: { comparison } }: Derived): Dossier {
  if (comparison === null) return withoutProfile('profiles');
  const { base, ratePerHour, cables, profiles } = comparison;
  const span = ({ low, likely, high }: Range): string => `${grouped(low, 1)}  ${grouped(likely, 1)}  ${grouped(high, 1)}`;
  const others = profiles.filter(({ profile }) => profile !== base);
  return {
    title:
      `profiles: each against ${base}, over ${plural(cables, 'cable')}\n` +
      (ratePerHour === null
        ? 'labor rate unknown: set it in the plan’s settings to see money'
        : `labor rate ${moneyText(ratePerHour)} an hour; break-even = saved hours × rate ÷ cables`),
    parts: [
      {
        columns: [left('Labor profile'), right('Hours (low likely high)'), right('Saved'), right('Cost'), right('Break-even a cable')],
        rows: profiles.map((one) => [
          one.profile === base ? `${one.profile} *` : one.profile,
          span(one.hours),
          one.profile === base ? '' : span(one.saved),
          one.cost === null ? 'unknown' : moneyText(one.cost.likely),
          one.profile === base ? '' : breakEvenText(one),
        ]),
      },
      ...others.map((one): DossierPart => ({
        columns: [left(`${one.profile}: what makes the difference`), right('Hours saved')],
        rows: one.drivers.map(({ name, hours }) => [name, grouped(hours, 1)]),
      })),
    ],
    json: { figure: 'profiles', plan: plan.name, ...comparison },
  };
}

function taskDossier({ plan, takeoff }: Derived, id: string): Dossier | null {
  const profiles = takeoff.profiles.flatMap((hours) => {
    const task = hours.tasks.find((one) => one.task === id);
    const profile = must(plan.catalog.labourProfiles.get(hours.profile), hours.profile);
    const rule = profile.tasks.find((one) => one.id === id);
    return task === undefined || rule === undefined ? [] : [{ profile, task, rule }];
  });
  const [first] = profiles;
  if (first === undefined) return null;
  return {
    title:
      `hours/${id}: ${first.task.name}\nhours = units × minutes × factors × people ÷ 60 ÷ utilization, for each labor profile; * is the plan's own` +
      (first.task.unit === 'pathway-metre' ? `\n${conduitsLine(takeoff)}`.trimEnd() : ''),
    parts: [
      {
        columns: [
          left('Labor profile'),
          right('Units'),
          left('of'),
          right('Minutes (low likely high)'),
          right('People'),
          right('Utilization'),
          right('Hours'),
          left('Source'),
        ],
        rows: profiles.map(({ profile, task, rule }) => [
          profile.id === takeoff.hours?.profile ? `${profile.id} *` : profile.id,
          grouped(task.units, 1) + (rule.share === 1 ? '' : ` (${rule.share * 100} % of them)`),
          task.unit,
          `${rule.minutes.low} ${rule.minutes.likely} ${rule.minutes.high}`,
          String(rule.people),
          String(profile.utilisation),
          grouped(task.hours, 2),
          task.source,
        ]),
      },
      factorsPart(profiles.flatMap(({ profile, task }) => task.factors.map((use) => ({ where: profile.id, use })))),
    ],
    json: {
      figure: `hours/${id}`,
      profiles: profiles.map(({ profile, task, rule }) => ({
        ...task,
        profile: profile.id,
        minutes: rule.minutes,
        people: rule.people,
        share: rule.share,
        utilisation: profile.utilisation,
      })),
    },
  };
}

/** Factors that bear on some of a task's units. */
function factorsPart(uses: readonly { readonly where: string; readonly use: FactorUse }[]): DossierPart {
  return {
    columns: [left('Slowed'), left('by'), right('Units'), right('Times (low likely high)'), left('Source')],
    rows: uses.map(({ where, use }) => [
      where,
      use.name,
      grouped(use.units, 1),
      `${use.times.low} ${use.times.likely} ${use.times.high}`,
      use.source,
    ]),
  };
}

function daysDossier({ plan, takeoff: { hours } }: Derived): Dossier {
  if (hours === null) return withoutProfile('days');
  const { crew } = must(plan.catalog.labourProfiles.get(hours.profile), hours.profile);
  return {
    title: `days (${hours.profile}): ${hours.unknownCables > 0 ? 'at least ' : ''}${grouped(hours.days, 1)} = hours ÷ (people × hours a day), rounded up to a tenth, without order of work`,
    parts: [
      facts([
        ['Person-hours', grouped(hours.total, 2)],
        ['People in the crew', String(crew.people)],
        ['Hours a day', String(crew.hoursPerDay)],
        ['Days', grouped(hours.days, 1)],
      ]),
    ],
    json: { figure: 'days', profile: hours.profile, hours: hours.total, crew, days: hours.days },
  };
}

function bomDossier(derived: Derived, sku: string | null): Dossier | null {
  const bom = billOfMaterials(derived.plan, derived.survey, derived.cabling, derived.takeoff);
  const lines = sku === null ? bom.lines : bom.lines.filter((line) => line.sku === sku || line.description === sku);
  if (lines.length === 0 && sku !== null) return null;
  const parts = lines.map((line) => lineFacts(derived, bom, line));
  return {
    title: sku === null ? `bom: ${grouped(lines.length)} lines` : `bom/${sku}`,
    parts,
    json: { figure: sku === null ? 'bom' : `bom/${sku}`, lines },
  };
}

function lineFacts(derived: Derived, bom: Bom, line: BomLine): DossierPart {
  const price = line.price === null ? 'unknown' : moneyText(line.price);
  const amount = line.amountMinor === null ? 'unknown' : moneyText({ amountMinor: line.amountMinor, currency: bom.currency });
  return facts([
    [line.description, '', line.sku ?? 'no order number'],
    ['Required', `${grouped(line.required)} ${line.unit}`, requiredNote(derived, line)],
    ['Spares', `${grouped(line.spares)} ${line.unit}`, `${sparePct(derived, line)} % of the required, rounded up`],
    ['Order', `${grouped(line.order)} ${line.unit}`, 'required and spares'],
    ['Unit price', price],
    ['Amount', amount, 'order × unit price'],
  ]);
}

function sparePct({ plan }: Derived, { class: bomClass }: BomLine): number {
  const { sparesPct } = plan.settings;
  switch (bomClass) {
    case 'cabinet':
      return sparesPct.cabinets;
    case 'device':
      return sparesPct.devices;
    case 'transceiver':
      return sparesPct.transceivers;
    case 'cable':
      return sparesPct.cables;
    case 'pathway':
      return 0;
  }
}

function requiredNote({ cabling }: Derived, line: BomLine): string {
  switch (line.class) {
    case 'cabinet':
      return 'placed cabinets of this model';
    case 'device':
      return 'mounted devices of this type';
    case 'transceiver':
      return 'cages in use, one module each';
    case 'pathway':
      return 'centerlines of its segments, rounded up to whole metres';
    case 'cable':
      return line.lengthMm === null ? 'cables whose length is not known' : tiersOfLength(cabling, line);
  }
}

/** Tiers whose cables make up a cable line. */
function tiersOfLength({ cables, families, tiers }: Derived['cabling'], { family, lengthMm }: BomLine): string {
  const counts = new Map<string, number>();
  for (let cable = 0; cable < cables.count; cable += 1) {
    if (cables.orderedMm[cable] !== lengthMm || families[cables.family[cable]!]!.id !== family) continue;
    const { name } = tiers[cables.tier[cable]!]!;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return `cables by tier: ${[...counts].map(([tier, count]) => `${tier} ${grouped(count)}`).join(', ')}`;
}

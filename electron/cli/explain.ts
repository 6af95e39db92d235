/** `raceway explain`: the derivation of one cable, thing or figure. */
import { Command } from 'commander';
import { ok } from '../../shared/result.ts';
import { derivePlan } from './derivePlan.ts';
import { ExitCode, problem } from './outcome.ts';
import type { Dossier } from './dossier.ts';
import type { NamedThing } from './namedThings.ts';
import type { Outcome } from './outcome.ts';
import { writeStdout } from './terminal.ts';
import { variantOption, type VariantOption } from './variantOption.ts';

interface Options extends VariantOption {
  readonly json?: true;
}

/** Ids named where several things have one name. */
const MOST_SHOWN = 12;
/** Enough for all tasks of a labor profile. */
const MOST_PARTS_SHOWN = 40;

export function explainCommand(onEnd: (outcome: Outcome) => void): Command {
  return new Command('explain')
    .description('show how a length, a count or an hour comes about')
    .argument('<plan>', 'a .raceway file, or - for standard input')
    .argument(
      '<id>',
      'a cable or link, a loom, a segment, cabinet or device, a fabric, tier, cable family, rule for ways or redundancy group by id or exact name, a junction by its id, a length by its order number; or a figure: links, cables, required, ordered, fibers, cages, transceivers, power, devices, cabinets, hours, hours/TASK, profiles, days, bom, bom/SKU',
    )
    .addOption(variantOption())
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  raceway explain hall.raceway compute/node-leaf/su1.node01:1–su1.leaf1:1\n  raceway explain hall.raceway hours/mate\n' +
        '  raceway explain hall.raceway bom/MFP7E10-N010\n  raceway explain hall.raceway "Compute, east"',
    )
    .action(async (plan: string, id: string, options: Options) => {
      onEnd(await explain(plan, id, options));
    });
}

async function explain(source: string, id: string, options: Options): Promise<Outcome> {
  const read = await derivePlan(source, options.variant);
  if (!read.ok) return read;
  const { derived } = read.value;
  const [{ figureDossier, partsOfFigure }, { thingDossier }, { dossierText }, { namedThings }, { partsNamed }] = await Promise.all([
    import('./figureDossier.ts'),
    import('./thingDossier.ts'),
    import('./dossier.ts'),
    import('./namedThings.ts'),
    import('./partDossier.ts'),
  ]);
  const things = namedThings(derived, id);
  const named: (NamedThing & { readonly dossier: () => Dossier | null })[] = [
    ...things.map((thing) => ({ ...thing, dossier: () => thingDossier(derived, thing.id, id) })),
    ...partsNamed(derived, id),
  ];
  const byId = figureDossier(derived, id) ?? thingDossier(derived, id) ?? named.find((one) => one.id === id)?.dossier() ?? null;
  const found = byId ?? (named.length === 1 ? (named[0]?.dossier() ?? null) : null);
  if (found === null) {
    const slash = id.indexOf('/');
    const ofFigure = slash < 0 || named.length > 0 ? null : partsOfFigure(derived, id.slice(0, slash));
    if (ofFigure !== null) return unknownPart(read.value.name, id.slice(0, slash), id.slice(slash + 1), ofFigure);
    return unknownOrSeveral(read.value.name, id, named);
  }
  const text =
    options.json === true
      ? `${JSON.stringify(found.json, null, 2)}\n`
      : `${dossierText(found)}${alsoCalled(id, byId === null ? [] : named)}`;
  const written = await writeStdout([text]);
  return written.ok ? ok(ExitCode.done) : written;
}

/** Where an id or a figure is the name of other things, too: which these are. */
function alsoCalled(id: string, named: readonly NamedThing[]): string {
  const others = named.filter((one) => one.id !== id);
  return others.length === 0 ? '' : `\n${id} is also the name of ${listed(others)}\n`;
}

function listed(named: readonly NamedThing[]): string {
  const shown = named.slice(0, MOST_SHOWN).map(({ id: own, what }) => `${own} (${what})`);
  return `${shown.join(', ')}${named.length > MOST_SHOWN ? ` and ${named.length - MOST_SHOWN} more` : ''}`;
}

function unknownPart(plan: string, figure: string, part: string, parts: readonly string[]): Outcome {
  const more = parts.length > MOST_PARTS_SHOWN ? ` or ${parts.length - MOST_PARTS_SHOWN} more` : '';
  return problem(plan, {
    code: 'explain.part',
    message: `${figure} has no part ${part === '' ? 'without a name' : part}`,
    remedy:
      parts.length === 0
        ? `ask for ${figure} alone`
        : `choose one of ${parts.slice(0, MOST_PARTS_SHOWN).join(', ')}${more}, or ask for ${figure} alone`,
  });
}

function unknownOrSeveral(plan: string, id: string, named: readonly NamedThing[]): Outcome {
  if (named.length === 0) {
    return problem(plan, {
      code: 'explain.unknown',
      message: `nothing in the plan has the id or name ${id}, and it is not a figure`,
      remedy:
        'take an id from raceway cables, a loom’s name from raceway looms, a tier or family from raceway takeoff, or the id or name of a hall, cabinet, device, pathway, junction, fabric, rule for ways or redundancy group; or ask for a figure: links, cables, required, ordered, fibers, cages, transceivers, power, devices, cabinets, hours, hours/TASK, profiles, days, bom or bom/SKU',
    });
  }
  return problem(plan, {
    code: 'explain.several',
    message: `several have this name: ${listed(named)}`,
    remedy: 'give one of these ids',
  });
}

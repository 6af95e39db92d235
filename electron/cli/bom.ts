/** `raceway bom`: what to buy. */
import { Command } from 'commander';
import { fail, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { SparesPct } from '../../shared/takeoff/bom.ts';
import { bomText } from './bomText.ts';
import { derivePlan } from './derivePlan.ts';
import { ExitCode, problem } from './outcome.ts';
import type { Outcome, Problem } from './outcome.ts';
import { repeated } from './repeatedOption.ts';
import { tableFormat, writeTables } from './tableOutput.ts';
import { writeStdout } from './terminal.ts';
import { variantOption, type VariantOption } from './variantOption.ts';

interface Options extends VariantOption {
  readonly output?: string;
  readonly spares?: readonly string[];
  readonly json?: true;
}

export function bomCommand(onEnd: (outcome: Outcome) => void): Command {
  return new Command('bom')
    .description('list what to buy, with spares, prices where known, and what the counts rest on')
    .argument('<plan>', 'a .raceway file, or - for standard input')
    .addOption(variantOption())
    .option('-o, --output <file>', 'a .csv or .xlsx file (with the assumptions on a second sheet), or - for CSV on standard output')
    .option(
      '--spares <percent>',
      'spares in percent instead of those in the plan: 5 for every class, or cables=5; repeat for more',
      repeated,
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  raceway bom hall.raceway -o bom.xlsx --spares cables=5 --spares transceivers=2')
    .action(async (plan: string, options: Options) => {
      onEnd(await bom(plan, options));
    });
}

async function bom(source: string, options: Options): Promise<Outcome> {
  const format = options.output === undefined ? null : tableFormat(options.output);
  if (format !== null && !format.ok) return format;
  if (options.json === true && options.output === '-') {
    return problem('-o -', {
      code: 'option.clash',
      message: 'standard output cannot take both CSV and JSON',
      remedy: 'leave out one of them',
    });
  }
  const read = await derivePlan(source, options.variant);
  if (!read.ok) return read;
  const { plan, survey, cabling, takeoff } = read.value.derived;
  const spares = sparesOf(plan.settings.sparesPct, options.spares ?? []);
  if (!spares.ok) return spares;
  const { billOfMaterials } = await import('../../shared/takeoff/bom.ts');
  const bill = billOfMaterials(plan, survey, cabling, takeoff, spares.value);
  if (options.output !== undefined && format !== null) {
    const { bomTables } = await import('../../shared/takeoff/bomTables.ts');
    const { lines, assumptions } = bomTables(bill);
    const written = await writeTables(options.output, format.value, [lines, assumptions], source);
    if (!written.ok) return written;
  }
  if (options.json === true || options.output === undefined) {
    const written = await writeStdout([options.json === true ? `${JSON.stringify(bill, null, 2)}\n` : bomText(bill)]);
    if (!written.ok) return written;
  }
  return ok(ExitCode.done);
}

/** The plan's percentages with those of the options in their place, later ones over earlier ones. */
function sparesOf(ofPlan: SparesPct, settings: readonly string[]): Result<SparesPct, Problem> {
  const names = Object.keys(ofPlan);
  let spares: Record<string, number> = { ...ofPlan };
  for (const setting of settings) {
    const match = /^(?:([a-z]+)=)?(\d+(?:\.\d+)?)$/.exec(setting);
    const [name, pct] = [match?.[1], Number(match?.[2])];
    if (match === null || pct > 1000 || (name !== undefined && !names.includes(name))) {
      const { error } = problem(`--spares ${setting}`, {
        code: 'option.spares',
        message: 'is not a percentage from 0 to 1000 for a class of parts',
        remedy: `write 5, or one of ${names.map((one) => `${one}=5`).join(', ')}`,
      });
      return fail(error);
    }
    spares = { ...spares, ...Object.fromEntries((name === undefined ? names : [name]).map((one) => [one, pct])) };
  }
  const { cables, transceivers, devices, cabinets } = { ...ofPlan, ...spares };
  return ok({ cables, transceivers, devices, cabinets });
}

/** `raceway looms`: what a cable maker builds the looms from. */
import { Command } from 'commander';
import { ok } from '../../shared/result.ts';
import { derivePlan } from './derivePlan.ts';
import { ExitCode, problem } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { tableFormat, writeTables } from './tableOutput.ts';
import { progress } from './terminal.ts';
import { variantOption, type VariantOption } from './variantOption.ts';

interface Options extends VariantOption {
  readonly output: string;
}

export function loomsCommand(onEnd: (outcome: Outcome) => void): Command {
  return new Command('looms')
    .description('write the build sheet of the looms: trunks, staggered legs, labels, connectors, tolerances')
    .argument('<plan>', 'a .raceway file, or - for standard input')
    .addOption(variantOption())
    .requiredOption('-o, --output <file>', 'a .csv (a row a leg) or .xlsx file (legs and looms), or - for CSV on standard output')
    .addHelpText(
      'after',
      '\nExamples:\n  raceway looms hall.raceway -o looms.xlsx\n  raceway sheets hall.raceway -o looms.pdf --only looms',
    )
    .action(async (plan: string, options: Options) => {
      onEnd(await looms(plan, options));
    });
}

async function looms(source: string, options: Options): Promise<Outcome> {
  const format = tableFormat(options.output);
  if (!format.ok) return format;
  const read = await derivePlan(source, options.variant);
  if (!read.ok) return read;
  const [{ buildSheetTables }, { loomsOf }] = await Promise.all([
    import('../../shared/looms/buildSheet.ts'),
    import('../../shared/looms/looms.ts'),
  ]);
  progress('Gathering looms');
  if (loomsOf(read.value.derived).length === 0) {
    return problem(read.value.name, {
      code: 'looms.none',
      message: 'no two cables of the plan run together',
      remedy: 'lay pathways between the cabinets, or let tiers be bound in the settings',
    });
  }
  const written = await writeTables(options.output, format.value, [...buildSheetTables(read.value.derived)], source);
  return written.ok ? ok(ExitCode.done) : written;
}

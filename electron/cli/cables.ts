/** `raceway cables`: the cable schedule, one row per cable. */
import { Command } from 'commander';
import { ok } from '../../shared/result.ts';
import { layCables } from './derivePlan.ts';
import { ExitCode } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { tableFormat, writeTables } from './tableOutput.ts';
import { variantOption, type VariantOption } from './variantOption.ts';

interface Options extends VariantOption {
  readonly output: string;
}

export function cablesCommand(onEnd: (outcome: Outcome) => void): Command {
  return new Command('cables')
    .description('write the cable schedule: ends, lengths, route and labels of every cable')
    .argument('<plan>', 'a .raceway file, or - for standard input')
    .addOption(variantOption())
    .requiredOption('-o, --output <file>', 'a .csv or .xlsx file, or - for CSV on standard output')
    .addHelpText('after', '\nExample:\n  raceway cables hall.raceway -o cables.xlsx')
    .action(async (plan: string, options: Options) => {
      onEnd(await cables(plan, options));
    });
}

async function cables(source: string, options: Options): Promise<Outcome> {
  const format = tableFormat(options.output);
  if (!format.ok) return format;
  const laid = await layCables(source, options.variant);
  if (!laid.ok) return laid;
  const { cableSchedule } = await import('../../shared/takeoff/schedule.ts');
  const written = await writeTables(options.output, format.value, [cableSchedule(laid.value)], source);
  return written.ok ? ok(ExitCode.done) : written;
}

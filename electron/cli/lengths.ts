/** `raceway lengths`: the length plan of every cable family, its curve, and which longer spare covers which length. */
import { Command } from 'commander';
import { runCommand } from '../../shared/commands/history.ts';
import { setLengthPlans } from '../../shared/commands/lengthPlans.ts';
import { bestOf, planLengths, recordOf } from '../../shared/lengths/lengthPlan.ts';
import type { FamilyLengths, LengthWish } from '../../shared/lengths/lengthPlan.ts';
import type { LengthRules } from '../../shared/lengths/lengthCurve.ts';
import { derive } from '../../shared/engine/engine.ts';
import { spareCover } from '../../shared/lengths/spareCover.ts';
import type { LengthPlan, Plan } from '../../shared/plan/types.ts';
import { fail, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { derivePlan } from './derivePlan.ts';
import { encoded, writeOutput } from './fileOutput.ts';
import { lengthsJson, lengthsText } from './lengthsText.ts';
import { ExitCode, problem } from './outcome.ts';
import type { Outcome, Problem } from './outcome.ts';
import { progress, writeStdout } from './terminal.ts';
import { variantOption, type VariantOption } from './variantOption.ts';

interface Options extends VariantOption {
  readonly maxSkus?: string;
  readonly minOrder?: string;
  readonly surplusLimit?: string;
  readonly json?: true;
  readonly output?: string;
}

const MOST = 1_000_000;

export function lengthsCommand(onEnd: (outcome: Outcome) => void): Command {
  return new Command('lengths')
    .description('choose the cable lengths to order: the cheapest few of each family, and what more of them would save')
    .argument('<plan>', 'a .raceway file, or - for standard input')
    .addOption(variantOption())
    .option('--max-skus <count>', 'at most so many lengths of a family, instead of those that the plan orders')
    .option('--min-order <cables>', 'least number of cables that one length is ordered in')
    .option('--surplus-limit <metres>', 'most that a cable may be longer than required')
    .option('-o, --output <file>', 'write the plan with these lengths recorded in it')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  raceway lengths hall.raceway --max-skus 3 -o ordered.raceway')
    .action(async (plan: string, options: Options) => {
      onEnd(await lengths(plan, options));
    });
}

async function lengths(source: string, options: Options): Promise<Outcome> {
  const wish = readWish(options);
  if (!wish.ok) return wish;
  const read = await derivePlan(source, options.variant);
  if (!read.ok) return read;
  const { derived } = read.value;
  const { plan, cabling } = derived;
  progress('Choosing lengths');
  const families = planLengths(plan, cabling, wish.value);
  const recorded = record(plan, families, wish.value.maxLengths);
  if (!recorded.ok) return problem(read.value.name, recorded.error);
  if (options.output !== undefined) {
    const { serializePlan } = await import('../../shared/plan/serializePlan.ts');
    const written = await writeOutput(options.output, encoded([serializePlan(recorded.value)]), null);
    if (!written.ok || options.output === '-') return written.ok ? ok(ExitCode.done) : written;
  }
  progress('Matching spares');
  // Spares are of the lengths that would be ordered, not of those that the plan orders now.
  const ordered = recorded.value === plan ? derived : derive(recorded.value, derived);
  const report = { families, cover: spareCover(ordered.plan, ordered.cabling), currency: plan.settings.currency };
  const written = await writeStdout([options.json === true ? lengthsJson(report) : lengthsText(report)]);
  return written.ok ? ok(ExitCode.done) : written;
}

/** The plan with the best point of every family recorded; a family for which the wish cannot be met stays as it is. */
function record(plan: Plan, families: readonly FamilyLengths[], maxLengths: number | null): Result<Plan, Parameters<typeof problem>[1]> {
  const plans = families.flatMap(({ family, rules, curve, recorded }): LengthPlan[] => {
    if (maxLengths === null && recorded !== null) return [];
    const point = bestOf(curve, maxLengths);
    return point === null ? [] : [recordOf(family, rules, { ...point, k: maxLengths ?? point.k })];
  });
  if (plans.length === 0) return ok(plan);
  const ran = runCommand(plan, setLengthPlans, { plans });
  return ran.ok ? ok(ran.value.plan) : ran;
}

function readWish({ maxSkus, minOrder, surplusLimit }: Options): Result<LengthWish, Problem> {
  const count = wholeNumber('--max-skus', maxSkus);
  if (!count.ok) return count;
  const minimum = wholeNumber('--min-order', minOrder);
  if (!minimum.ok) return minimum;
  const limit = surplusLimit === undefined ? null : Number(surplusLimit);
  if (limit !== null && !(surplusLimit?.trim() !== '' && limit >= 0 && limit <= 1000)) {
    return problem(`--surplus-limit ${surplusLimit ?? ''}`, {
      code: 'option.surplus-limit',
      message: 'is not a length in metres',
      remedy: 'write for example 2.5',
    });
  }
  const isGiven = minimum.value !== null || limit !== null;
  const rules: LengthRules = { minimumOrder: minimum.value ?? 1, surplusLimitMm: limit === null ? null : Math.round(limit * 1000) };
  return ok({ maxLengths: count.value, rules: isGiven ? rules : null });
}

function wholeNumber(option: string, text: string | undefined): Result<number | null, Problem> {
  if (text === undefined) return ok(null);
  const value = /^\d{1,7}$/.test(text) ? Number(text) : NaN;
  if (value >= 1 && value <= MOST) return ok(value);
  return fail(
    problem(`${option} ${text}`, { code: 'option.count', message: 'is not a count', remedy: `write a whole number from 1 to ${MOST}` })
      .error,
  );
}

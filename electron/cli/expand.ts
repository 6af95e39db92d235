/** `raceway expand`: from the units that stand to more of them, link by link and step by step. */
import { Command } from 'commander';
import type { Derived } from '../../shared/engine/engine.ts';
import type { Expansion } from '../../shared/expansion/expansion.ts';
import { fail, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { derivePlan } from './derivePlan.ts';
import { encoded, writeOutput } from './fileOutput.ts';
import { ExitCode, problem } from './outcome.ts';
import type { Outcome, Problem } from './outcome.ts';
import { progress, writeStdout } from './terminal.ts';
import { variantOption, type VariantOption } from './variantOption.ts';

interface Options extends VariantOption {
  readonly set?: string;
  readonly fabric?: string;
  readonly to?: string;
  readonly toVariant?: string;
  readonly keep?: string;
  readonly output?: string;
  readonly json?: true;
}

export function expandCommand(onEnd: (outcome: Outcome) => void): Command {
  return new Command('expand')
    .description('grow a fabric by scalable units: links added and moved, cables reused, and the steps in which a crew does it')
    .argument('<plan>', 'a .raceway file, or - for standard input')
    .addOption(variantOption())
    .option('--set <su=count>', 'scalable units that it has then; one more where left out')
    .option('--fabric <id or name>', 'which fabric grows, where a plan has several')
    .option('--to <plan>', 'compare with this plan instead of growing one; what stays in it has kept its id')
    .option('--to-variant <name>', 'the variant of this name in the file of --to')
    .option('--keep <percent>', 'share of the links of each device that stay up in every step (default: 75)')
    .option('-o, --output <file>', 'write the grown plan')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  raceway expand hall.raceway --set su=3 -o larger.raceway\n  raceway expand hall.raceway --to larger.raceway --json',
    )
    .action(async (plan: string, options: Options) => {
      onEnd(await expand(plan, options));
    });
}

async function expand(source: string, options: Options): Promise<Outcome> {
  const su = unitsOf(options.set);
  if (!su.ok) return su;
  const keep = keepOf(options.keep);
  if (!keep.ok) return keep;
  if (options.to !== undefined && (options.set !== undefined || options.output !== undefined || options.fabric !== undefined)) {
    return problem('--to', {
      code: 'option.to',
      message: 'compares two plans and grows none',
      remedy: 'leave out --set, --fabric and -o, or --to',
    });
  }
  if (options.toVariant !== undefined && options.to === undefined) {
    return problem('--to-variant', { code: 'option.to-variant', message: 'names a variant of no file', remedy: 'name the file with --to' });
  }
  const read = await derivePlan(source, options.variant);
  if (!read.ok) return read;
  const before = read.value.derived;
  const after =
    options.to === undefined ? await grow(read.value.name, before, su.value, options) : await compared(options.to, options.toVariant);
  if (!after.ok) return after;
  const { derived, notes, written } = after.value;
  if (written && options.output === '-') return ok(ExitCode.done);
  progress('Ordering the steps');
  const [{ expansionOf, USUAL_KEEP_PCT }, { expansionText, expansionJson }] = await Promise.all([
    import('../../shared/expansion/expansion.ts'),
    import('./expandText.ts'),
  ]);
  const expansion: Expansion = expansionOf(before, derived, keep.value ?? USUAL_KEEP_PCT);
  const text = options.json === true ? expansionJson(expansion, before, derived, notes) : expansionText(expansion, before, derived, notes);
  const printed = await writeStdout([text]);
  return printed.ok ? ok(ExitCode.done) : printed;
}

interface After {
  readonly derived: Derived;
  readonly notes: readonly string[];
  readonly written: boolean;
}

async function grow(name: string, before: Derived, su: number | null, { fabric, output }: Options): Promise<Result<After, Problem>> {
  const [{ growPlan }, { derive }, { serializePlan }] = await Promise.all([
    import('../../shared/expansion/growPlan.ts'),
    import('../../shared/engine/engine.ts'),
    import('../../shared/plan/serializePlan.ts'),
  ]);
  const grown = growPlan(before.plan, { fabric: fabric ?? null, su });
  if (!grown.ok) return problem(name, grown.error);
  if (output !== undefined) {
    const written = await writeOutput(output, encoded([serializePlan(grown.value.plan)]), name);
    if (!written.ok) return written;
  }
  return ok({ derived: derive(grown.value.plan), notes: grown.value.notes, written: output !== undefined });
}

async function compared(path: string, variant: string | undefined): Promise<Result<After, Problem>> {
  const read = await derivePlan(path, variant);
  return read.ok ? ok({ derived: read.value.derived, notes: [], written: false }) : read;
}

function unitsOf(text: string | undefined): Result<number | null, Problem> {
  if (text === undefined) return ok(null);
  const match = /^su=(\d{1,4})$/u.exec(text);
  if (match !== null) return ok(Number(match[1]));
  return fail(
    problem(`--set ${text}`, { code: 'option.set', message: 'is not a number of scalable units', remedy: 'write for example su=3' }).error,
  );
}

function keepOf(text: string | undefined): Result<number | null, Problem> {
  if (text === undefined) return ok(null);
  const value = /^\d{1,2}$/u.test(text) ? Number(text) : NaN;
  if (value >= 0) return ok(value);
  return fail(
    problem(`--keep ${text}`, { code: 'option.keep', message: 'is not a share of links', remedy: 'write a whole number from 0 to 99' })
      .error,
  );
}

/** `raceway diff`: two plans against each other, in counts, lengths, hours, money and findings, and thing by thing. */
import { Command } from 'commander';
import { ok } from '../../shared/result.ts';
import { readPlanOf } from './derivePlan.ts';
import { inTurns } from './inTurns.ts';
import { ExitCode, problem } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { writeStdout } from './terminal.ts';

interface Options {
  readonly oldVariant?: string;
  readonly newVariant?: string;
  readonly json?: true;
}

export function diffCommand(onEnd: (outcome: Outcome) => void): Command {
  return new Command('diff')
    .description('compare two plans in counts, lengths, hours, money and findings, and what was added, removed, moved or changed')
    .argument('<old>', 'a .raceway file, or - for standard input')
    .argument('<new>', 'a .raceway file, or - for standard input')
    .option('--old-variant <name>', 'the variant of this name in the old file, instead of the one that is worked on')
    .option('--new-variant <name>', 'the variant of this name in the new file')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nThings are matched by id; where ids differ, by name or place. Exit 0 whether the plans differ or not.' +
        '\n\nExamples:\n  raceway diff hall.raceway wider-aisles.raceway\n  git show HEAD:hall.raceway | raceway diff - hall.raceway --json' +
        '\n  raceway diff hall.raceway hall.raceway --new-variant "Wider aisles"',
    )
    .action(async (old: string, next: string, options: Options) => {
      onEnd(await diff(old, next, options));
    });
}

async function diff(oldSource: string, newSource: string, options: Options): Promise<Outcome> {
  if (oldSource === '-' && newSource === '-') {
    return problem('-', {
      code: 'option.standard-input',
      message: 'both plans cannot come from standard input',
      remedy: 'name a file for one of the two',
    });
  }
  const old = await readPlanOf(oldSource, options.oldVariant);
  if (!old.ok) return old;
  const next = await readPlanOf(newSource, options.newVariant);
  if (!next.ok) return next;
  const [{ compareInSteps }, { diffText, diffJson }] = await Promise.all([import('../../shared/diff/compare.ts'), import('./diffText.ts')]);
  const comparison = await inTurns(compareInSteps(old.value, next.value));
  const written = await writeStdout([options.json === true ? diffJson(comparison) : diffText(comparison)]);
  return written.ok ? ok(ExitCode.done) : written;
}

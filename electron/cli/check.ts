/** `raceway check`: findings; exit 1 when an error stands. */
import { Command } from 'commander';
import type { Finding } from '../../shared/checks/types.ts';
import { ok } from '../../shared/result.ts';
import type { Derived } from '../../shared/engine/engine.ts';
import { aboutText } from './aboutText.ts';
import { derivePlan } from './derivePlan.ts';
import { ExitCode } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { plural } from './takeoffText.ts';
import { writeStdout } from './terminal.ts';
import { variantOption, type VariantOption } from './variantOption.ts';

interface Options extends VariantOption {
  readonly json?: true;
}

export function checkCommand(onEnd: (outcome: Outcome) => void): Command {
  return new Command('check')
    .description('list what is wrong with a plan; exit 1 when there are errors')
    .argument('<plan>', 'a .raceway file, or - for standard input')
    .addOption(variantOption())
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  raceway check hall.raceway && raceway bom hall.raceway -o bom.xlsx')
    .action(async (plan: string, options: Options) => {
      onEnd(await check(plan, options));
    });
}

async function check(source: string, options: Options): Promise<Outcome> {
  const read = await derivePlan(source, options.variant);
  if (!read.ok) return read;
  const { derived } = read.value;
  const { findings } = derived;
  const standing = findings.filter(({ accepted }) => accepted === null);
  const accepted = findings.filter(({ accepted: reason }) => reason !== null);
  const written = await writeStdout([options.json === true ? findingsJson(standing, accepted) : findingsText(derived, standing, accepted)]);
  if (!written.ok) return written;
  return ok(standing.some(({ severity }) => severity === 'error') ? ExitCode.findings : ExitCode.done);
}

/** Accepted findings stand apart, so that who counts `findings` counts what is still wrong. */
function findingsJson(standing: readonly Finding[], accepted: readonly Finding[]): string {
  return `${JSON.stringify({ findings: standing, accepted }, null, 2)}\n`;
}

function findingsText(derived: Derived, standing: readonly Finding[], accepted: readonly Finding[]): string {
  const lines = standing.map((finding) => {
    const { severity, code, message, required, actual, mend } = finding;
    const about = aboutText(derived, finding);
    return (
      `${severity.padEnd(7)}  ${code}: ${message}\n` +
      (about === null ? '' : `         about ${about}\n`) +
      `         required ${required}, actual ${actual}. ${mend}\n`
    );
  });
  const acceptedLines = accepted.map(({ code, message, accepted: reason }) => `accepted  ${code}: ${message} (${reason ?? ''})\n`);
  const count = (severity: Finding['severity']): number => standing.filter((finding) => finding.severity === severity).length;
  const sum = `${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}, ${accepted.length} accepted\n`;
  return [...lines, ...acceptedLines, sum].join('');
}

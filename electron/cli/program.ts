/** The command line: which commands there are, and how each one ends. */
import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { bomCommand } from './bom.ts';
import { cablesCommand } from './cables.ts';
import { checkCommand } from './check.ts';
import { diffCommand } from './diff.ts';
import { expandCommand } from './expand.ts';
import { explainCommand } from './explain.ts';
import { generateCommand } from './generate.ts';
import { importCommand } from './importTable.ts';
import { lengthsCommand } from './lengths.ts';
import { loomsCommand } from './looms.ts';
import { ExitCode, oneLine, problemLine } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { sheetsCommand } from './sheets.ts';
import { takeoffCommand } from './takeoff.ts';
import { endProgress, listenToClosedStreams, writeStdout } from './terminal.ts';

/** Commands by name, in the order of the help. Modules that do the work are loaded by the command that needs them. */
const commands = [
  generateCommand,
  takeoffCommand,
  checkCommand,
  bomCommand,
  cablesCommand,
  importCommand,
  lengthsCommand,
  loomsCommand,
  expandCommand,
  diffCommand,
  sheetsCommand,
  explainCommand,
];

/** Runs one command with the arguments after the program's name; the exit code. Never throws. */
export async function runRaceway(args: readonly string[]): Promise<number> {
  let outcome: Outcome = { ok: true, value: ExitCode.done };
  let helpText = '';
  const program = createProgram(
    (ended) => {
      outcome = ended;
    },
    (text) => {
      helpText += text;
    },
  );
  listenToClosedStreams();
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : args, { from: 'user' });
    return endOf(outcome);
  } catch (error) {
    if (!(error instanceof CommanderError)) return endOfBug(error);
    // Help and version end parsing too, without any trouble.
    return error.exitCode === 0 ? endOf(await print(helpText)) : endOfUsage(error);
  } finally {
    endProgress();
  }
}

function createProgram(onEnd: (outcome: Outcome) => void, onHelp: (text: string) => void): Command {
  const program = new Command('raceway')
    .description('Plan the cabinets and the fiber of a data hall: counts, lengths, hours, orders and drawings from one plan.')
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help; after a command, the help of that command')
    .addHelpText('after', exitCodesHelp);
  for (const command of commands) program.addCommand(command(onEnd));
  for (const command of [program, ...program.commands]) {
    // Errors are thrown and written once, as one line, at the end.
    command.exitOverride().configureOutput({ writeOut: onHelp, writeErr: () => undefined });
  }
  return program.helpCommand('help [command]', 'print the help of a command');
}

const exitCodesHelp = `
Exit codes: 0 done; 1 check found errors; 2 bad input, with one line on standard error; 70 a bug in raceway.
A plan named - is read from standard input; -o - writes to standard output.`;

function endOf(outcome: Outcome): number {
  if (outcome.ok) return outcome.value;
  writeError(problemLine(outcome.error));
  return ExitCode.badInput;
}

async function print(text: string): Promise<Outcome> {
  const written = await writeStdout([text]);
  return written.ok ? { ok: true, value: ExitCode.done } : written;
}

function endOfUsage(error: CommanderError): number {
  writeError(`${error.message.replace(/^error: /, '')}; see raceway --help`);
  return ExitCode.badInput;
}

function endOfBug(error: unknown): number {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  writeError(`a bug in raceway ${packageJson.version}: ${text}; please report it with the command and the plan`);
  if (process.env['RACEWAY_DEBUG'] !== undefined && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return ExitCode.internal;
}

function writeError(line: string): void {
  endProgress();
  process.stderr.write(`raceway: ${oneLine(line)}\n`);
}

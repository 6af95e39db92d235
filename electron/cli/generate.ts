/** `raceway generate`: a new plan from a template. */
import { Command } from 'commander';
import { fail, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Template } from '../../shared/templates/templates.ts';
import { alignedTable, left } from './alignedTable.ts';
import { encoded, writeOutput } from './fileOutput.ts';
import { ExitCode, problem } from './outcome.ts';
import type { Outcome, Problem } from './outcome.ts';
import { repeated } from './repeatedOption.ts';
import { progress, writeStdout } from './terminal.ts';

interface Options {
  readonly set?: readonly string[];
  readonly output?: string;
  readonly list?: true;
  readonly help?: true;
}

/** Its help depends on the template, so it is an option of its own here. */
export function generateCommand(onEnd: (outcome: Outcome) => void): Command {
  return new Command('generate')
    .description('make a plan from a template')
    .argument('[template]', 'a name from raceway generate --list')
    .option('--set <key=value>', 'set a key of the template; repeat for more', repeated)
    .option('-o, --output <file>', 'the .raceway file to write, or - for standard output')
    .option('--list', 'list the templates')
    .helpOption(false)
    .option('-h, --help', 'print this help; after a template, its keys')
    .addHelpText('after', '\nExample:\n  raceway generate rail-optimised --set preset=b200 --set su=2 -o hall.raceway')
    .action(async (template: string | undefined, options: Options, command: Command) => {
      onEnd(await generate(template, options, command));
    });
}

async function generate(name: string | undefined, options: Options, command: Command): Promise<Outcome> {
  if (name === undefined && options.help === true) command.help();
  const { templates } = await import('../../shared/templates/templates.ts');
  if (options.list === true) return print(listText(templates));
  const template = templates.find((one) => one.name === name);
  if (template === undefined) {
    return problem(name ?? 'generate', {
      code: 'template.unknown',
      message: name === undefined ? 'names no template' : 'is not a template',
      remedy: `choose one of ${templates.map((one) => one.name).join(', ')}`,
    });
  }
  if (options.help === true) return print(keysText(template));
  const settings = settingsOf(options.set ?? []);
  if (!settings.ok) return settings;
  if (options.output === undefined) {
    return problem(template.name, { code: 'output.missing', message: 'there is nowhere to write the plan', remedy: 'add -o plan.raceway' });
  }
  return writePlan(template, settings.value, options.output);
}

async function writePlan(template: Template, settings: Readonly<Record<string, string>>, output: string): Promise<Outcome> {
  progress(`Generating ${template.name}`);
  const [{ loadCatalog }, { serializePlan }] = await Promise.all([
    import('../catalogFiles.ts'),
    import('../../shared/plan/serializePlan.ts'),
  ]);
  const plan = template.generate(loadCatalog(), settings);
  if (!plan.ok) return problem(template.name, plan.error);
  const written = await writeOutput(output, encoded([serializePlan(plan.value)]), null);
  return written.ok ? ok(ExitCode.done) : written;
}

/** `key=value` pairs; the template says which keys and values there are. */
function settingsOf(pairs: readonly string[]): Result<Readonly<Record<string, string>>, Problem> {
  const settings = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at <= 0) {
      return fail(problem(`--set ${pair}`, { code: 'option.set', message: 'is not key=value', remedy: 'write for example su=2' }).error);
    }
    const key = pair.slice(0, at);
    if (settings.has(key)) {
      return fail(problem(`--set ${pair}`, { code: 'option.set', message: `sets ${key} a second time`, remedy: 'set it once' }).error);
    }
    settings.set(key, pair.slice(at + 1));
  }
  return ok(Object.fromEntries(settings));
}

async function print(text: string): Promise<Outcome> {
  const written = await writeStdout([text]);
  return written.ok ? ok(ExitCode.done) : written;
}

function listText(templates: readonly Template[]): string {
  const table = alignedTable(
    [left(''), left('')],
    templates.map(({ name, summary }) => [name, summary]),
  );
  return `${table}\nThe keys of one: raceway generate TEMPLATE --help\n`;
}

function keysText({ name, summary, keys, example }: Template): string {
  const table = alignedTable(
    [left('Key'), left('Kind'), left('Default'), left('')],
    keys.map((key) => [key.name, key.kind, key.default, key.help]),
  );
  const settings = Object.entries(example).map(([key, value]) => `--set ${key}=${value} `);
  return `${name}: ${summary}\n\n${table}\nExample:\n  raceway generate ${name} ${settings.join('')}-o plan.raceway\n`;
}

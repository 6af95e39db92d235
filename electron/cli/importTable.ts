/** `raceway import`: links from a table into a plan whose devices stand: a cable schedule as Raceway writes it, or lines of two ends. */
import { readFile, stat } from 'node:fs/promises';
import { Command } from 'commander';
import type { TableAnswer } from '../../shared/engine/tableAnswer.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import { derivePlan } from './derivePlan.ts';
import { encoded, writeOutput } from './fileOutput.ts';
import { fileProblem } from './fileProblem.ts';
import { faultLines, importJson, importText } from './importText.ts';
import { ExitCode, problem, type Outcome, type Problem } from './outcome.ts';
import { progress, writeStdout } from './terminal.ts';
import { variantOption, type VariantOption } from './variantOption.ts';

interface Options extends VariantOption {
  readonly into: string;
  readonly output: string;
  readonly name: string;
  readonly json?: true;
}

export function importCommand(onEnd: (outcome: Outcome) => void): Command {
  return new Command('import')
    .description('draw the links of a table, CSV or XLSX: a cable schedule as raceway cables writes it, or lines of from, to, family, tier')
    .argument('<table>', 'a .csv, .tsv, .txt or .xlsx file')
    .requiredOption('--into <plan>', 'the .raceway file whose devices are connected, or - for standard input')
    .addOption(variantOption())
    .requiredOption('-o, --output <file>', 'the .raceway file to write, or - for standard output')
    .option('--name <name>', 'of the fabric, where the table names none', 'Table')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nAll lines are drawn or none; every line that is wrong is listed. Cables that stand as the table has them stay.' +
        '\nLengths, order numbers, routes and labels of a schedule are not read: the plan works them out anew.' +
        '\n\nExamples:\n  raceway import cables.xlsx --into bare.raceway -o hall.raceway' +
        '\n  raceway import links.csv --into hall.raceway --name Storage -o joined.raceway',
    )
    .action(async (table: string, options: Options) => {
      onEnd(await importTable(table, options));
    });
}

async function importTable(path: string, options: Options): Promise<Outcome> {
  if (options.json === true && options.output === '-')
    return problem('-o -', {
      code: 'option.clash',
      message: 'standard output cannot take both the plan and JSON',
      remedy: 'leave out one of them',
    });
  const text = await tableText(path);
  if (!text.ok) return text;
  const read = await derivePlan(options.into, options.variant);
  if (!read.ok) return read;
  progress(`Reading ${path}`);
  const [{ loadCatalog }, { judgeTableText }] = await Promise.all([
    import('../catalogFiles.ts'),
    import('../../shared/engine/tableAnswer.ts'),
  ]);
  const { plan } = read.value.derived;
  const catalog = withPlanCatalog(loadCatalog(), plan);
  const answer = judgeTableText(read.value.derived, text.value, null, catalog);
  const wrong = answer.lines.filter(({ fault }) => fault !== null);
  if (wrong.length > 0 || answer.lines.length === 0) return refused(path, answer, options);
  const drawn = await draw(plan, answer, options.name, text.value, catalog);
  if (!drawn.ok) return problem(path, drawn.error);
  const { serializePlan } = await import('../../shared/plan/serializePlan.ts');
  const written = await writeOutput(options.output, encoded([serializePlan(drawn.value)]), null);
  if (!written.ok || options.output === '-') return written.ok ? ok(ExitCode.done) : written;
  const told = await writeStdout([options.json === true ? importJson(plan, drawn.value, answer) : importText(plan, drawn.value, answer)]);
  return told.ok ? ok(ExitCode.done) : told;
}

async function tableText(path: string): Promise<Result<string, Problem>> {
  const { MOST_TABLE_BYTES, tableTextOf } = await import('../../shared/readers/tableFile.ts');
  try {
    const { size } = await stat(path);
    // Before it fills the memory.
    if (size > MOST_TABLE_BYTES)
      return problem(path, { code: 'table.size', message: 'is larger than 256 MiB', remedy: 'split it into several files' });
    const text = tableTextOf(await readFile(path));
    return text.ok ? text : problem(path, text.error);
  } catch (error) {
    return fail(fileProblem(error, path, 'read'));
  }
}

function withPlanCatalog(shipped: Catalog, { catalog }: Plan): Pick<Catalog, 'cableFamilies' | 'transceivers'> {
  return {
    cableFamilies: new Map([...shipped.cableFamilies, ...catalog.cableFamilies]),
    transceivers: new Map([...shipped.transceivers, ...catalog.transceivers]),
  };
}

/** All wrong lines where results go, and the first of them as the one line of the error. */
async function refused(path: string, answer: TableAnswer, { json, output }: Options): Promise<Outcome> {
  const wrong = answer.lines.filter(({ fault }) => fault !== null);
  const [first] = wrong;
  if (first?.fault === undefined || first.fault === null)
    return problem(path, {
      code: 'table.empty',
      message: 'has no line with a link',
      remedy: 'write lines of from, to, or export a cable schedule',
    });
  if (output !== '-') {
    const told = await writeStdout([faultLines(answer, json === true)]);
    if (!told.ok) return told;
  }
  const more = wrong.length === 1 ? '' : `, and ${wrong.length - 1} more ${wrong.length === 2 ? 'line is' : 'lines are'} wrong`;
  return problem(path, { code: 'table.line', line: first.line, message: first.fault.message + more, remedy: first.fault.remedy });
}

async function draw(
  plan: Plan,
  { fabric, schedule }: TableAnswer,
  name: string,
  text: string,
  parts: Pick<Catalog, 'cableFamilies' | 'transceivers'>,
): Promise<Result<Plan, UserError>> {
  const [{ drawSchedule }, { runCommand }, { newId }, { seededBytes }, { partsUsed }] = await Promise.all([
    import('../../shared/commands/drawSchedule.ts'),
    import('../../shared/commands/history.ts'),
    import('../../shared/plan/ids.ts'),
    import('../../shared/fabrics/schedule/seededBytes.ts'),
    import('../../shared/fabrics/schedule/partsUsed.ts'),
  ]);
  const own = fabric === null ? [] : [{ id: newId('fabrics', plan, seededBytes([text])), name, ...fabric }];
  const drawn = schedule ?? { fabrics: own, links: [], overrides: [] };
  if (drawn.fabrics.length === 0 && drawn.links.length === 0) return ok(plan);
  const ran = runCommand(plan, drawSchedule, { ...drawn, parts: partsUsed(drawn, parts) });
  return ran.ok ? ok(ran.value.plan) : ran;
}

/** `raceway sheets`: drawings and lists for paper. */
import { Command } from 'commander';
import type { Plan } from '../../shared/plan/types.ts';
import { fail, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { PaperName, WriteNote } from '../../shared/sheets/drawing.ts';
import { PAPER_NAMES } from '../../shared/sheets/papers.ts';
import type { SheetKind } from '../../shared/sheets/sheetContext.ts';
import type { UnderlayPictures } from '../../shared/sheets/underlayPictures.ts';
import { derivePlan } from './derivePlan.ts';
import { ExitCode, oneLine, problem } from './outcome.ts';
import type { Outcome, Problem } from './outcome.ts';
import { sheetTarget } from './sheetTarget.ts';
import type { SheetFormat, SheetTarget } from './sheetTarget.ts';
import { writeSheetFile, writeSheetFolder } from './sheetOutput.ts';
import type { DrawnSheets } from './sheetOutput.ts';
import { progress, tell, writeStdout } from './terminal.ts';
import { variantOption, type VariantOption } from './variantOption.ts';

interface Options extends VariantOption {
  readonly output: string;
  readonly paper: string;
  readonly only?: string;
  readonly format?: string;
  readonly drawings: boolean;
  readonly notes: boolean;
}

const kinds: readonly SheetKind[] = ['plan', 'elevations', 'pull', 'labels', 'looms'];
/** Looms are built elsewhere: their sheets go to the maker, not with the drawings of the hall. */
const usualKinds = kinds.filter((kind) => kind !== 'looms');

export function sheetsCommand(onEnd: (outcome: Outcome) => void): Command {
  return new Command('sheets')
    .description('write the floor plan, cabinet elevations, pull sheets and labels to scale')
    .argument('<plan>', 'a .raceway file, or - for standard input')
    .addOption(variantOption())
    .requiredOption('-o, --output <file>', 'a .pdf; a .svg or .dxf (one sheet); a folder (a file a sheet); or - for standard output')
    .option('--paper <name>', `paper: ${PAPER_NAMES.join(', ')}`, 'A3')
    .option('--only <kinds>', `some of ${kinds.join(',')}; all but looms where left out, for .svg and .dxf the plan`)
    .option('--format <name>', 'format where the output does not say: pdf, svg, dxf (svg for a folder, pdf for -)')
    .option('--no-drawings', 'leave out the images, DXF files and PDF pages that lie under the plan')
    .option('--no-notes', 'leave out the open notes and markups of the floor plans')
    .addHelpText(
      'after',
      '\nExamples:\n  raceway sheets hall.raceway -o hall.pdf --paper A3\n  raceway sheets hall.raceway -o hall.dxf --only plan',
    )
    .action(async (plan: string, options: Options) => {
      onEnd(await sheets(plan, options));
    });
}

async function sheets(source: string, options: Options): Promise<Outcome> {
  const target = await sheetTarget(options.output, options.format);
  if (!target.ok) return target;
  const paper = paperOf(options.paper);
  if (!paper.ok) return paper;
  const only = kindsOf(options.only, target.value);
  if (!only.ok) return only;
  const read = await derivePlan(source, options.variant);
  if (!read.ok) return read;
  progress('Drawing sheets');
  const { sheetSet } = await import('../../shared/sheets/sheetSet.ts');
  const { derived } = read.value;
  const pictures = options.drawings && only.value.includes('plan') ? await drawingsUnder(derived.plan) : undefined;
  const set = sheetSet(derived, {
    paper: paper.value,
    only: only.value,
    notes: options.notes,
    ...(pictures === undefined ? {} : { pictures }),
  });
  const notes = await writeSheets({ sheets: set, plan: derived.plan, planSource: source }, target.value);
  if (!notes.ok) return notes;
  const text = [...set.notes, ...notes.value].map(({ sheet, message }) => `${oneLine(`${sheet}: ${message}`)}\n`);
  const written = options.output === '-' ? ok(undefined) : await writeStdout(text);
  return written.ok ? ok(ExitCode.done) : written;
}

/** What sheets show of the drawings under the plan; undefined: nothing lies there. */
async function drawingsUnder(plan: Plan): Promise<UnderlayPictures | undefined> {
  if (plan.underlays.size === 0) return undefined;
  progress('Reading the drawings under the plan');
  const { readUnderlayPictures } = await import('../../shared/sheets/underlayPictures.ts');
  const { loadPdfLibrary } = await import('./pdfLibrary.ts');
  return readUnderlayPictures(plan, loadPdfLibrary);
}

async function writeSheets(drawn: DrawnSheets, target: SheetTarget): Promise<Result<readonly WriteNote[], Problem>> {
  const { count } = drawn.sheets;
  if (count === 0) return noSuchSheets(target, 'the plan has no such sheets', 'choose other kinds with --only');
  if (target.kind === 'folder') return writeSheetFolder(drawn, target);
  if (isOneSheet(target.format) && count > 1) {
    if (!startsWithWholeHall(drawn)) return tooManySheets(drawn, target);
    const details = `${count - 1} detail ${count === 2 ? 'sheet is' : 'sheets are'} left out; write to a folder or a .pdf to have them`;
    tell(oneLine(`${target.path}: the whole hall on one sheet; ${details}`));
  }
  return writeSheetFile(drawn, target.path, target.format);
}

/** Floor plans of one hall, of which the first shows all of it. */
function startsWithWholeHall({ sheets, plan }: DrawnSheets): boolean {
  return plan.halls.size === 1 && sheets.parts.every(({ kind }) => kind === 'plan');
}

function tooManySheets({ sheets: { count }, plan }: DrawnSheets, target: SheetTarget): Result<never, Problem> {
  const halls = plan.halls.size > 1 ? `, of ${plan.halls.size} halls` : '';
  const message = `the plan has ${count} such sheets${halls}, and a .${target.format} file holds one`;
  const folder = `-o sheets --format ${target.format}`;
  return noSuchSheets(target, message, `write a folder with a file a sheet, ${folder}, or a .pdf`);
}

function noSuchSheets({ path }: SheetTarget, message: string, remedy: string): Result<never, Problem> {
  return fail(problem(path, { code: 'output.sheets', message, remedy }).error);
}

function isOneSheet(format: SheetFormat): boolean {
  return format !== 'pdf';
}

function paperOf(name: string): Result<PaperName, Problem> {
  const paper = PAPER_NAMES.find((one) => one.toLowerCase() === name.toLowerCase());
  if (paper !== undefined) return ok(paper);
  return fail(
    problem(`--paper ${name}`, { code: 'option.paper', message: 'is not a known paper', remedy: `choose one of ${PAPER_NAMES.join(', ')}` })
      .error,
  );
}

function kindsOf(text: string | undefined, target: SheetTarget): Result<readonly SheetKind[], Problem> {
  if (text === undefined) return ok(target.kind === 'file' && isOneSheet(target.format) ? ['plan'] : usualKinds);
  const names = text.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !kinds.some((kind) => kind === name));
  if (wrong === undefined) return ok(kinds.filter((kind) => names.includes(kind)));
  const { error } = problem(`--only ${text}`, {
    code: 'option.only',
    message: `${wrong === '' ? 'an empty name' : wrong} is not a kind of sheet`,
    remedy: `choose some of ${kinds.join(',')}`,
  });
  return fail(error);
}

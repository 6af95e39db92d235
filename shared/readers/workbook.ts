/** Cells of workbooks (Office Open XML) as texts, whichever program wrote them. Formulas give the value that was last worked out. */
import { strFromU8, unzipSync } from 'fflate';
import { fail, ok, type Result, type UserError } from '../result.ts';
import type { TextRow } from './separatedText.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly TextRow[];
}

/** Unpacked, all that is read of it: a small file could unpack to fill the memory. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Sheets in the order of their tabs, rows with the numbers that the sheet shows. */
export function readWorkbook(bytes: Uint8Array): Result<readonly WorkbookSheet[], UserError> {
  let files: Readonly<Record<string, Uint8Array>>;
  let room = MOST_BYTES;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^xl\/(?:[^/]*|_rels\/[^/]*|worksheets\/[^/]*)\.(?:xml|rels)$/u.test(name)) return false;
        room -= originalSize;
        return room >= 0;
      },
    });
  } catch {
    return fault('workbook.damaged', 'is no workbook, or a damaged one', 'save it as .xlsx once more, or as CSV');
  }
  if (room < 0) return fault('workbook.size', 'unpacks to more than 512 MiB', 'save its sheet as CSV');
  const part = (path: string): string | null => {
    const found = Object.hasOwn(files, path) ? files[path] : undefined;
    return found === undefined ? null : strFromU8(found);
  };
  const workbook = part('xl/workbook.xml');
  if (workbook === null) return fault('workbook.damaged', 'has no workbook in it', 'save it as .xlsx once more, or as CSV');
  const texts = sharedTexts(part('xl/sharedStrings.xml') ?? '');
  const targets = new Map(
    elements(part('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map(({ attributes }) => [
      attribute(attributes, 'Id') ?? '',
      attribute(attributes, 'Target') ?? '',
    ]),
  );
  const sheets = elements(workbook, 'sheet').flatMap(({ attributes }): WorkbookSheet[] => {
    const target = targets.get(attribute(attributes, 'id') ?? '') ?? '';
    const xml = part(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    return xml === null ? [] : [{ name: plainText(attribute(attributes, 'name') ?? ''), rows: sheetRows(xml, texts) }];
  });
  return ok(sheets);
}

function fault(code: string, message: string, remedy: string): { readonly ok: false; readonly error: UserError } {
  return fail({ code, message, remedy });
}

interface Element {
  readonly attributes: string;
  readonly inner: string;
}

const elementPatterns = new Map<string, RegExp>();
const attributePatterns = new Map<string, RegExp>();

/** Elements of a name, whatever prefix their namespace has; none of these lies within another of its name. */
function elements(xml: string, name: string): Element[] {
  let pattern = elementPatterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, 'gu');
    elementPatterns.set(name, pattern);
  }
  return [...xml.matchAll(pattern)].map(([, attributes = '', inner = '']) => ({ attributes, inner }));
}

function attribute(attributes: string, name: string): string | null {
  let pattern = attributePatterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u');
    attributePatterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  return found === null ? null : (found[1] ?? found[2] ?? '');
}

function sharedTexts(xml: string): readonly string[] {
  return elements(xml, 'si').map(({ inner }) => richText(inner));
}

/** Runs of a text put together, without what says how it is read aloud. */
function richText(xml: string): string {
  return elements(xml.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/gu, ''), 't')
    .map(({ inner }) => plainText(inner))
    .join('');
}

function sheetRows(xml: string, texts: readonly string[]): TextRow[] {
  const rows: TextRow[] = [];
  let line = 0;
  for (const { attributes, inner } of elements(xml, 'row')) {
    line = Number(attribute(attributes, 'r') ?? line + 1);
    const cells: string[] = [];
    for (const cell of elements(inner, 'c')) {
      const column = columnOf(attribute(cell.attributes, 'r')) ?? cells.length;
      while (cells.length < column) cells.push('');
      cells[column] = cellText(cell, texts);
    }
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
  }
  return rows;
}

function cellText({ attributes, inner }: Element, texts: readonly string[]): string {
  const kind = attribute(attributes, 't');
  if (kind === 'inlineStr') return richText(inner);
  const value = elements(inner, 'v')[0]?.inner ?? '';
  return kind === 's' ? (texts[Number(value)] ?? '') : plainText(value);
}

/** `AB12` is column 27, counted from 0. */
function columnOf(place: string | null): number | null {
  const letters = /^[A-Z]{1,3}/u.exec(place ?? '')?.[0];
  return letters === undefined ? null : Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of XML, with the format's own escapes (`_x000D_`) undone. */
function plainText(xml: string): string {
  return xml
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/_x([0-9a-f]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

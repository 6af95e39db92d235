/** Reads a DXF file into a drawing of lines: what stands in its model, never its paper. */
import { fail, ok, type Result, type UserError } from '../result.ts';
import { readDocument, numberOf, type DxfDocument } from './dxf/document.ts';
import { ModelDrawing } from './dxf/modelDrawing.ts';
import { PathGatherer, type LineDrawing, type SkippedEntities } from './lineDrawing.ts';

/** Larger files are refused before they are read. */
export const MAX_DXF_BYTES = 128 * 1024 * 1024;

const BINARY_MARK = 'AutoCAD Binary DXF';
/** From this release on files are UTF-8. */
const FIRST_UNICODE = 'AC1021';
const READ_SHARE = 0.6;

/** Millimetres of one unit by `$INSUNITS`; units that no building is drawn in are left out. */
const UNIT_MM: Readonly<Record<number, number>> = {
  1: 25.4,
  2: 304.8,
  3: 1_609_344,
  4: 1,
  5: 10,
  6: 1000,
  7: 1_000_000,
  9: 0.0254,
  10: 914.4,
  13: 0.001,
  14: 100,
  15: 10_000,
  16: 100_000,
  21: 1200_000 / 3937,
};

/** The drawing, or in one line why there is none. */
export function readDxf(bytes: Uint8Array, onShare: (share: number) => void = () => undefined): Result<LineDrawing, UserError> {
  const refused = refusal(bytes);
  if (refused !== null) return fail(refused);
  const text = textOfFile(bytes);
  const document = readDocument(text, (share) => onShare(share * READ_SHARE));
  const nothing = emptiness(document, text);
  if (nothing !== null) return fail(nothing);
  const gatherer = new PathGatherer();
  for (const { name, isOff } of document.layers) gatherer.nameLayer(name, isOff);
  const model = new ModelDrawing(document, gatherer);
  const entities: Record<string, number> = {};
  let onPaper = 0;
  document.entities.forEach((entity, at) => {
    if (at % 1000 === 0) onShare(READ_SHARE + ((1 - READ_SHARE) * at) / document.entities.length);
    if (numberOf(entity, 67, 0) === 1) {
      onPaper += 1;
      return;
    }
    entities[entity.type] = (entities[entity.type] ?? 0) + 1;
    model.draw(entity);
  });
  const skipped: SkippedEntities[] = [...model.skipped];
  if (onPaper > 0) skipped.push({ type: 'Paper space', count: onPaper, why: 'stands on a sheet, not in the model' });
  if (document.brokenAt !== null) skipped.push({ type: 'Rest of the file', count: 1, why: `damaged from line ${document.brokenAt} on` });
  return ok(gatherer.finish({ mmPerUnit: UNIT_MM[Number(document.header.get('$INSUNITS') ?? 0)] ?? null, entities, skipped }));
}

function refusal(bytes: Uint8Array): UserError | null {
  const remedy = 'save it as DXF 2000 in text (ASCII) form and add it again';
  const start = String.fromCharCode(...bytes.subarray(0, BINARY_MARK.length));
  if (start === BINARY_MARK) return { code: 'drawing.binary-dxf', message: 'this is a binary DXF', remedy };
  if (/^AC10\d\d/.test(start)) return { code: 'drawing.dwg', message: 'this is a DWG file', remedy };
  if (bytes.length <= MAX_DXF_BYTES) return null;
  const [has, most] = [Math.ceil(bytes.length / 1024 / 1024), MAX_DXF_BYTES / 1024 / 1024];
  return {
    code: 'drawing.too-large',
    message: `the drawing has ${has} MiB, and may have ${most}`,
    remedy: 'purge it, or save the floor plan alone',
  };
}

function emptiness({ sections, brokenAt, hasEnd, entities }: DxfDocument, text: string): UserError | null {
  const remedy = 'export it again as DXF 2000';
  if (sections.length === 0 && !(hasEnd && text.trim() !== '')) {
    return { code: 'drawing.not-dxf', message: brokenAt === null ? 'the file holds no drawing' : 'this is no DXF file', remedy };
  }
  if (brokenAt !== null && entities.length === 0) {
    return { code: 'drawing.damaged', line: brokenAt, message: `the file is damaged at line ${brokenAt}`, remedy };
  }
  if (sections.length > 0 && !sections.includes('ENTITIES')) {
    return { code: 'drawing.no-model', message: 'the file holds blocks but no model', remedy: 'export the model, not a block library' };
  }
  return null;
}

/** Its text, by the code page that it names; older files are in that of their country, newer ones in UTF-8. */
function textOfFile(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const version = /\$ACADVER\s+1\s+(AC\d+)/.exec(head)?.[1] ?? 'AC1009';
  const page = /\$DWGCODEPAGE\s+3\s+ANSI_(\d+)/i.exec(head)?.[1];
  if (version >= FIRST_UNICODE) return new TextDecoder('utf-8').decode(bytes);
  try {
    return new TextDecoder(page === undefined ? 'windows-1252' : `windows-${page}`).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

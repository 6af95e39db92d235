/** Reads one page of a PDF as sheets draw it. */
import { fail, ok, type Result, type UserError } from '../../result.ts';
import { drawPage } from './drawPage.ts';
import type { PageDrawing } from './pagePaper.ts';
import type { PdfLibrary, PdfObjects, PdfPage } from './pdfLibrary.ts';

/** The page, or in one line why there is none. `bytes` are given away. */
export async function readPdfPage(library: PdfLibrary, bytes: Uint8Array, number: number): Promise<Result<PageDrawing, UserError>> {
  const loading = library.getDocument({
    data: bytes,
    // The same in every host: plain pixels, no fonts of the machine, nothing fetched.
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    verbosity: 0,
  });
  try {
    const file = await loading.promise;
    if (number < 1 || number > file.numPages) return unread(`the PDF has no page ${number}`, 'add the page that is meant');
    const [page, layers] = await Promise.all([file.getPage(number), file.getOptionalContentConfig()]);
    const { fnArray, argsArray } = await page.getOperatorList();
    const names = new Map(Object.entries(library.OPS).map(([name, code]) => [code, name]));
    const operators = fnArray.map((code, at) => {
      const args = argsArray[at];
      return { name: names.get(code) ?? '', args: Array.isArray(args) ? (args as unknown[]) : [] };
    });
    const objects = await objectsOf(page, operators);
    return ok(drawPage({ viewport: page.getViewport({ scale: 1 }), operators, names, layers, objects }));
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return isLocked
      ? unread('the PDF asks for a password', 'save it without a password and add it again')
      : unread('the PDF cannot be read', 'print it to a new PDF and add that');
  } finally {
    await loading.destroy();
  }
}

function unread(message: string, remedy: string): Result<never, UserError> {
  return fail({ code: 'drawing.pdf', message, remedy });
}

/** What operators wait for: pictures of the page, fonts and pictures of the whole file. */
async function objectsOf(
  { objs, commonObjs }: PdfPage,
  operators: readonly { readonly name: string; readonly args: readonly unknown[] }[],
): Promise<ReadonlyMap<string, unknown>> {
  const ids = new Set(
    operators.flatMap(({ name, args }) => (name === 'dependency' ? args.filter((id): id is string => typeof id === 'string') : [])),
  );
  const found = await Promise.all([...ids].map(async (id) => [id, await objectOf(id.startsWith('g_') ? commonObjs : objs, id)] as const));
  return new Map(found);
}

function objectOf(objects: PdfObjects, id: string): Promise<unknown> {
  return new Promise((resolve) => {
    objects.get(id, resolve);
  });
}

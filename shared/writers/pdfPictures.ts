/** Pictures in a PDF: each stored once however often it is drawn, its white letting through what lies under it. */
import type { Mark, PaperPoint, Sheet, SheetImage, WriteNote } from '../sheets/drawing.ts';
import { decimal } from './number.ts';
import { pdfImage } from './pdfImage.ts';
import type { PdfDocument, PdfReference } from './pdfDocument.ts';

interface Stored {
  readonly name: string;
  readonly orientation: number;
}

type ImageMark = Extract<Mark, { mark: 'image' }>;

/** Where the stored picture's corner and sides come to lie, as shares of the one that is seen: from the EXIF standard. */
const TURNS: Readonly<
  Record<number, readonly [corner: readonly [number, number], right: readonly [number, number], down: readonly [number, number]]>
> = {
  1: [
    [0, 0],
    [1, 0],
    [0, 1],
  ],
  2: [
    [1, 0],
    [-1, 0],
    [0, 1],
  ],
  3: [
    [1, 1],
    [-1, 0],
    [0, -1],
  ],
  4: [
    [0, 1],
    [1, 0],
    [0, -1],
  ],
  5: [
    [0, 0],
    [0, 1],
    [1, 0],
  ],
  6: [
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  7: [
    [1, 1],
    [0, -1],
    [-1, 0],
  ],
  8: [
    [0, 1],
    [0, -1],
    [1, 0],
  ],
};

export class PdfPictures {
  /** How pictures are laid on the paper, by name: shared by all pages. */
  readonly looks: Record<string, PdfReference> = {};
  private readonly document: PdfDocument;
  private readonly resources: Record<string, PdfReference>;
  private readonly stored = new Map<SheetImage, Stored | null>();
  private notes: string[] = [];

  /** `resources` takes the pictures by name. */
  constructor(document: PdfDocument, resources: Record<string, PdfReference>) {
    this.document = document;
    this.resources = resources;
  }

  /** Operators that draw it; none where a PDF cannot hold it, which is noted. */
  draw(sheet: Sheet, mark: ImageMark): string {
    const image = sheet.images[mark.image];
    if (image === undefined) throw new Error(`Bug: sheet ${sheet.id} has no image ${mark.image}`);
    const stored = this.store(image);
    if (stored === null) return '';
    const { clip } = mark;
    const [[u, v], [ru, rv], [du, dv]] = TURNS[stored.orientation]!;
    const along = (right: number, down: number): PaperPoint => ({
      x: mark.right.x * right + mark.down.x * down,
      y: mark.right.y * right + mark.down.y * down,
    });
    const [shift, right, down] = [along(u, v), along(ru, rv), along(du, dv)];
    // A picture's own space has its corner below and runs up.
    const at = { x: mark.at.x + shift.x + down.x, y: mark.at.y + shift.y + down.y };
    const matrix = [right.x, right.y, -down.x, -down.y, at.x, at.y].map((value) => decimal(value, 4));
    const window = [clip.x, clip.y, clip.widthMm, clip.heightMm].map((value) => decimal(value, 3));
    return `q ${window.join(' ')} re W n /${this.look(mark.opacityPct)} gs ${matrix.join(' ')} cm /${stored.name} Do Q`;
  }

  /** What could not be drawn since they were last taken. */
  takeNotes(sheet: string): WriteNote[] {
    const messages = this.notes;
    this.notes = [];
    return messages.map((message) => ({ sheet, message }));
  }

  private store(image: SheetImage): Stored | null {
    let known = this.stored.get(image);
    if (known === undefined) {
      const made = pdfImage(image);
      known = made.ok ? { name: `I${this.stored.size + 1}`, orientation: made.value.orientation } : null;
      this.stored.set(image, known);
      if (made.ok) {
        const reference = this.document.ref({ Type: 'XObject', Subtype: 'Image', ...made.value.data });
        this.resources[known!.name] = reference;
        reference.end(made.value.bytes);
      } else this.notes.push(`A picture under the plan is left out: ${made.error.message}; ${made.error.remedy}`);
    }
    return known;
  }

  private look(opacityPct: number): string {
    const name = `G${opacityPct}`.replace('.', '_');
    if (this.looks[name] === undefined) {
      this.looks[name] = this.document.ref({ Type: 'ExtGState', ca: opacityPct / 100, BM: 'Multiply' });
      this.looks[name].end();
    }
    return name;
  }
}

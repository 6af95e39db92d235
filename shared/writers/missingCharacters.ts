import type { WriteNote } from '../sheets/drawing.ts';
import { fontHas } from '../sheets/textMetrics.ts';

/** Collects the characters of one sheet that the font lacks, and says so once. */
export class MissingCharacters {
  private readonly characters = new Map<string, number>();

  /** Whether the font lacks a character of the text. */
  lookAt(text: string): boolean {
    let missing = false;
    for (let i = 0; i < text.length; i += 1) {
      // Nearly all text is plain: the table is asked only for the rest.
      if (text.charCodeAt(i) >= 0x20 && text.charCodeAt(i) < 0x7f) continue;
      const codePoint = text.codePointAt(i)!;
      if (codePoint > 0xffff) i += 1;
      if (fontHas(codePoint)) continue;
      missing = true;
      const character = String.fromCodePoint(codePoint);
      this.characters.set(character, (this.characters.get(character) ?? 0) + 1);
    }
    return missing;
  }

  /** `consequence` says what happens to them: `they show as empty boxes`. */
  notes(sheet: string, consequence: string): WriteNote[] {
    if (this.characters.size === 0) return [];
    const codes = [...this.characters.keys()]
      .map((character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
      .sort();
    const shown = codes.length > 8 ? `${codes.slice(0, 8).join(', ')} and ${codes.length - 8} more` : codes.join(', ');
    return [{ sheet, message: `The sheet font has no ${shown}; ${consequence}` }];
  }
}

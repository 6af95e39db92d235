/** The fonts that sheets are set in, for Node. */
import { readFile } from 'node:fs/promises';
import type { FontFiles } from '../shared/writers/fontFiles.ts';

const SHIPPED = new URL('../assets/fonts/', import.meta.url);

export async function loadFonts(): Promise<FontFiles> {
  const [regular, semibold] = await Promise.all(
    ['Inter-Regular.ttf', 'Inter-SemiBold.ttf'].map((name) => readFile(new URL(name, SHIPPED))),
  );
  return { regular: regular!, semibold: semibold! };
}

import type { FontWeight } from '../sheets/drawing.ts';

/** The bundled font, as read by the host. */
export interface FontFiles {
  readonly regular: Uint8Array;
  readonly semibold: Uint8Array;
}

export const FONT_FAMILY = 'Inter';
export const CSS_WEIGHT: Readonly<Record<FontWeight, number>> = { regular: 400, semibold: 600 };

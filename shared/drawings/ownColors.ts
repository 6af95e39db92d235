/** Colors of a drawing as they can be read on a ground: those that are too near to it are drawn towards its opposite, their hue stays. */

type Rgb = readonly [red: number, green: number, blue: number];

/** Of a color against its ground. */
const LEAST_CONTRAST = 4.5;
const STEPS = 20;

/** A palette on a ground, `#rrggbb` all; what has no color of its own is in the ink. */
export function paletteOn(palette: readonly (string | null)[], ink: string, ground: string): string[] {
  return palette.map((color) => (color === null ? ink : readableOn(color, ground)));
}

/** The color itself where it stands out from the ground, else the nearest one on the way to black or white that does. */
export function readableOn(color: string, ground: string): string {
  const [own, below] = [partsOf(color), luminanceOf(partsOf(ground))];
  const far = below > 0.18 ? 0 : 255;
  for (let step = 0; step < STEPS; step += 1) {
    const mixed = own.map((part) => Math.round(part + ((far - part) * step) / STEPS)) as unknown as Rgb;
    if (contrastOf(luminanceOf(mixed), below) >= LEAST_CONTRAST) return hexOf(mixed);
  }
  return hexOf([far, far, far]);
}

function partsOf(hex: string): Rgb {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function hexOf(parts: Rgb): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** After WCAG 2.2, as is the contrast. */
function luminanceOf(parts: Rgb): number {
  const [red, green, blue] = parts.map((part) =>
    part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  ) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

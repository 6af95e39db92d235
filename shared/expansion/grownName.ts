/** What a plan is called that grew: a name that counts its units counts the new ones. */

/** `3 SU of DGX B200` of `2 SU of DGX B200`, `pod, 2 scalable units` of `pod, 1 scalable unit`; other names are nobody's to change. */
export function grownName(name: string, from: number, to: number): string {
  return name.replace(
    new RegExp(`(?<![\\d.,])${from}([ -])(SU|scalable unit|unit)(s?)\\b`, 'giu'),
    (_, gap: string, word: string, plural: string) => {
      const isShort = word.toLowerCase() === 'su';
      return `${to}${gap}${word}${isShort || gap === '-' ? plural : 's'}`;
    },
  );
}

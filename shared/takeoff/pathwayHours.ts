/** Which pathways the hours of hanging trays are counted of: a conduit is not hung, and no labor profile says how long one takes. */

/** States what is left out, beside every sum of hours and on the bill. */
export function conduitsText(conduitMm: number): string {
  return `${String(conduitMm / 1000)} m of conduit are in no hours (assumption: laid before the cabling starts, no labor profile has a task for them)`;
}

/** What other units are of the plan's own, as the yard and pound agreement of 1959 defines them: exact. */

export const MM_PER_INCH = 25.4;
export const MM_PER_FOOT = 304.8;
export const MM_PER_YARD = 914.4;
export const MM_PER_MILE = 1_609_344;
export const G_PER_POUND = 453.59237;
/** A pound of force over a square foot. */
export const PA_PER_PSF = (0.45359237 * 9.80665) / 0.3048 ** 2;

/** What a catalog entry that the plan embeds says of a figure that its maker does not publish and somebody typed. */
export const BY_HAND = 'entered by hand, as its maker gives it';

/** What a template would make, before it is made. */
export interface TemplateCounts {
  readonly tiers: readonly { readonly tier: string; readonly links: number; readonly cables: number }[];
  readonly devices: readonly { readonly role: string; readonly count: number }[];
}

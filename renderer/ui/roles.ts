/** What devices do, as the screen names it. */
const roleTitles: Readonly<Record<string, string>> = {
  node: 'Nodes',
  leaf: 'Leaf switches',
  spine: 'Spine switches',
  core: 'Core switches',
  ufm: 'Fabric managers',
  panel: 'Patch panels',
  other: 'Other devices',
};

export function roleTitle(role: string): string {
  return roleTitles[role] ?? role;
}

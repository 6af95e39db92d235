/** Kinds of sheets, as the screen names them. */
const titles: Readonly<Record<string, string>> = {
  plan: 'Floor plan',
  elevations: 'Elevations',
  pull: 'Pull sheets',
  labels: 'Labels',
  looms: 'Loom build sheets',
};

export function sheetKindTitle(kind: string): string {
  return titles[kind] ?? kind;
}

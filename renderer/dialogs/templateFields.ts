/** The keys of a template as fields of a form: titles for people, choices where there are few, the main ones first. */
import type { TemplateInfo } from '../../shared/engine/protocol.ts';

export interface TemplateField {
  readonly key: string;
  readonly title: string;
  readonly help: string;
  readonly default: string;
  /** Null: typed freely. */
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
  /** Shown at once; the others behind a button. */
  readonly main: boolean;
}

const titles: Readonly<Record<string, string>> = {
  preset: 'Preset',
  su: 'Scalable units',
  nodesPerSu: 'Nodes per unit',
  rails: 'Rails',
  uplinksPerLeaf: 'Uplinks per leaf',
  switchPorts: 'Ports per switch',
  nodesPerCabinet: 'Nodes per cabinet',
  ufm: 'Fabric manager',
  hall: 'Hall, width × depth in mm',
  placement: 'Network cabinets',
  fiber: 'Fiber',
  cooling: 'Cooling',
  name: 'Name of the plan',
  cabinet: 'Cabinet model',
  cabinetsPerRow: 'Cabinets per row',
  networkCabinetsPerRow: 'Network cabinets per row',
  rows: 'Rows',
};

const choiceTitles: Readonly<Record<string, string>> = {
  'preset h100': 'DGX H100',
  'preset b200': 'DGX B200',
  'placement central': 'In the middle of rows',
  'placement row-ends': 'At the ends of rows',
  'placement end-row': 'In rows of their own',
  'fiber auto': 'By reach',
  'fiber multimode': 'Multimode',
  'fiber singlemode': 'Single-mode',
  'cooling fan-walls': 'Fan walls',
  'cooling none': 'None',
  'ufm true': 'Yes',
  'ufm false': 'No',
};

const mainKeys: readonly string[] = ['preset', 'su', 'nodesPerCabinet', 'placement', 'fiber', 'hall', 'rows', 'cabinetsPerRow', 'cabinet'];

export function templateTitle(template: string): string {
  const names: Readonly<Record<string, string>> = { 'rail-optimised': 'Rail-optimised fabric', hall: 'Empty hall of rows' };
  return names[template] ?? template;
}

export function fieldsOf(template: TemplateInfo): readonly TemplateField[] {
  const isRail = template.name === 'rail-optimised';
  const fields = template.keys.map(
    (key): TemplateField => ({
      key: key.name,
      title: titles[key.name] ?? spaced(key.name),
      help: key.help,
      default: key.default,
      options: optionsOf(key.kind)?.map((value) => ({ value, label: choiceTitles[`${key.name} ${value}`] ?? value })) ?? null,
      main: isRail ? mainKeys.includes(key.name) && key.name !== 'cabinetsPerRow' && key.name !== 'cabinet' : true,
    }),
  );
  const order = (field: TemplateField) => (mainKeys.includes(field.key) ? mainKeys.indexOf(field.key) : mainKeys.length);
  return fields.map((field, place) => ({ field, place })).sort((one, other) => order(one.field) - order(other.field) || one.place - other.place).map(({ field }) => field);
}

/** `h100 | b200` as its members; `yes or no` as both. */
function optionsOf(kind: string): readonly string[] | null {
  if (kind.includes('|')) return kind.split('|').map((option) => option.trim());
  return kind === 'boolean' ? ['true', 'false'] : null;
}

function spaced(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

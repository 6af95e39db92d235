/** The keys of a template as fields of a form: titles for people, choices where there are few, the main ones first. */
import type { TemplateInfo, TemplateSettings } from '../../shared/engine/protocol.ts';
import { ok, type Result, type UserError } from '../../shared/result.ts';
import { parseLength, parseSize } from '../ui/parseLength.ts';
import { sizeValueText, type Units } from '../../shared/quantities.ts';
import { sizeUnit } from '../ui/quantities.ts';
import { COOLINGS, FIBER_CHOICES, PLACEMENTS, RAIL_PRESETS } from '../../shared/templates/railOptions.ts';
import { SUPERPOD_PRESETS } from '../../shared/templates/superpod/superpodOptions.ts';

export interface TemplateField {
  readonly key: string;
  readonly kind: TemplateInfo['keys'][number]['kind'];
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
  ufmUnit: 'Unit of the fabric manager',
  hall: 'Hall, width × depth',
  placement: 'Network cabinets',
  fiber: 'Fiber',
  cooling: 'Cooling',
  name: 'Name of the plan',
  cabinet: 'Cabinet model',
  cabinetsPerRow: 'Cabinets per row',
  networkCabinetsPerRow: 'Network cabinets per row',
  rows: 'Rows',
  trays: 'Trays',
  coldAisleMm: 'Cold aisle',
  hotAisleMm: 'Hot aisle',
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
  'trays true': 'Yes',
  'trays false': 'No',
  'preset none': 'Generic parts',
};

const mainKeys: readonly string[] = ['preset', 'su', 'nodesPerCabinet', 'placement', 'fiber', 'hall', 'rows', 'cabinetsPerRow', 'cabinet'];

export function templateTitle(template: string): string {
  const names: Readonly<Record<string, string>> = {
    'rail-optimised': 'Rail-optimised fabric',
    superpod: 'Whole SuperPOD',
    hall: 'Empty hall of rows',
    blank: 'Blank plan',
  };
  return names[template] ?? template;
}

/** Lengths are shown and typed in the units of the screen. */
export function fieldsOf(template: TemplateInfo, units: Units): readonly TemplateField[] {
  const isRail = template.name === 'rail-optimised';
  const fields = template.keys.map((key): TemplateField => ({
    key: key.name,
    kind: key.kind,
    title: `${titles[key.name] ?? spaced(key.name)}${key.kind === 'size' || key.kind === 'length' ? `, ${sizeUnit(units)}` : ''}`,
    help: units === 'metric' ? key.help : imperialHelp(key),
    default:
      key.kind === 'length' ? sizeValueText(Number(key.default), units) : (choiceTitles[`${key.name} ${key.default}`] ?? key.default),
    options: optionsOf(template, key)?.map((value) => ({ value, label: choiceTitles[`${key.name} ${value}`] ?? value })) ?? null,
    main: isRail ? mainKeys.includes(key.name) && key.name !== 'cabinetsPerRow' && key.name !== 'cabinet' : true,
  }));
  const order = (field: TemplateField) => (mainKeys.includes(field.key) ? mainKeys.indexOf(field.key) : mainKeys.length);
  return fields
    .map((field, place) => ({ field, place }))
    .sort((one, other) => order(one.field) - order(other.field) || one.place - other.place)
    .map(({ field }) => field);
}

/** Of what was typed, what these fields can take: a choice that one template has not, it leaves to the others. */
export function settingsFor(fields: readonly TemplateField[], typed: TemplateSettings): TemplateSettings {
  return Object.fromEntries(
    fields.flatMap(({ key, options }) => {
      const value = typed[key];
      return value === undefined || (options !== null && !options.some((one) => one.value === value)) ? [] : [[key, value]];
    }),
  );
}

/** The engine's own help speaks of millimetres. */
function imperialHelp({ kind, help }: TemplateInfo['keys'][number]): string {
  switch (kind) {
    case 'size':
      return `inner width x depth, such as 80' x 60'`;
    case 'length':
      return help.replace(', in mm', '');
    case 'number':
    case 'choice':
    case 'yes or no':
    case 'text':
      return help;
  }
}

/** What the engine takes for what was typed: lengths in whole millimetres. */
export function engineValue(kind: TemplateField['kind'], typed: string, units: Units): Result<string, UserError> {
  switch (kind) {
    case 'size': {
      const size = parseSize(typed, units);
      return size.ok ? ok(size.value.join('x')) : size;
    }
    case 'length': {
      const length = parseLength(typed, units);
      return length.ok ? ok(String(length.value.value)) : length;
    }
    case 'number':
    case 'choice':
    case 'yes or no':
    case 'text':
      return ok(typed);
  }
}

const choices: Readonly<Record<string, readonly string[]>> = {
  preset: RAIL_PRESETS,
  placement: PLACEMENTS,
  fiber: FIBER_CHOICES,
  cooling: COOLINGS,
};

function optionsOf({ name }: TemplateInfo, key: TemplateInfo['keys'][number]): readonly string[] | null {
  if (name === 'superpod' && key.name === 'preset') return SUPERPOD_PRESETS;
  if (key.kind === 'yes or no') return ['true', 'false'];
  return key.kind === 'choice' ? (choices[key.name] ?? null) : null;
}

function spaced(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

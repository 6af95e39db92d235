/** The plan's settings as fields to be typed: their words, what they hold, and what a draft of them means. */
import type { Some } from '../../shared/commands/settings.ts';
import type { Money } from '../../shared/catalog/types.ts';
import type { Plan, Settings } from '../../shared/plan/types.ts';
import { DEFAULT_POWER_SEPARATION_MM } from '../../shared/checks/powerSeparation.ts';
import { moneyText, parseMoney } from '../../shared/catalog/money.ts';
import { parseLength } from '../ui/parseLength.ts';
import { sizeValueText, type Units } from '../../shared/quantities.ts';
import { sizeUnit } from '../ui/quantities.ts';

type FieldKind = 'text' | 'money' | 'length' | 'percent' | 'count' | 'yes-no' | 'units' | 'labor-profile';

export interface SettingsField {
  /** Path in the plan, as errors name it: `settings.slack.trunkMmPerEnd`. */
  readonly path: string;
  readonly label: string;
  /** What it does, in one line. */
  readonly meaning: string;
  readonly kind: FieldKind;
}

export interface SettingsSection {
  readonly title: string;
  readonly fields: readonly SettingsField[];
}

/** Texts by path, as they stand in the dialog. */
export type SettingsDraft = Readonly<Record<string, string>>;

export interface ReadDraft {
  readonly name?: string;
  readonly set: Some<Settings>;
}

function field(path: string, kind: FieldKind, label: string, meaning: string): SettingsField {
  return { path, kind, label, meaning };
}

const trayKinds = [
  ['ladder', 'Ladder'],
  ['basket', 'Basket'],
  ['raceway', 'Raceway'],
  ['underfloor', 'Underfloor'],
] as const;

export const settingsSections: readonly SettingsSection[] = [
  {
    title: 'Plan and title block',
    fields: [
      field('name', 'text', 'Plan name', 'Stands on every sheet'),
      field('settings.titleBlock.project', 'text', 'Project', 'What is built'),
      field('settings.titleBlock.client', 'text', 'Client', 'Who it is built for'),
      field('settings.titleBlock.author', 'text', 'Author', 'Who answers for the plan'),
      field('settings.titleBlock.revision', 'text', 'Revision', 'Counts issues of the plan, such as B or 3'),
      field('settings.titleBlock.date', 'text', 'Date', 'Day of the revision, such as 2026-03-09'),
    ],
  },
  {
    title: 'Units and labor',
    fields: [
      field('settings.units', 'units', 'Units', 'In which the plan is shown when it is opened'),
      field('settings.labourProfile', 'labor-profile', 'Labor profile', 'Its hours are shown first'),
      field('settings.labourRate', 'money', 'Labor rate', 'Paid for a person-hour, all in, such as USD 60; empty: unknown'),
    ],
  },
  {
    title: 'Spares',
    fields: [
      field('settings.sparesPct.cables', 'percent', 'Cables', 'Ordered beyond the required count'),
      field('settings.sparesPct.transceivers', 'percent', 'Transceivers', 'Ordered beyond the required count'),
      field('settings.sparesPct.devices', 'percent', 'Devices', 'Ordered beyond the required count'),
      field('settings.sparesPct.cabinets', 'percent', 'Cabinets', 'Ordered beyond the required count'),
    ],
  },
  {
    title: 'Slack',
    fields: [
      field('settings.slack.insideCabinetMmPerEnd', 'length', 'Inside a cabinet, each end', 'Added to cables that stay in one cabinet'),
      field('settings.slack.jumperMmPerEnd', 'length', 'Jumper, each end', 'Added to jumpers between cabinets'),
      field('settings.slack.jumperPctOfPathway', 'percent', 'Jumper, of the pathway', 'Added for the way along pathways'),
      field('settings.slack.trunkMmPerEnd', 'length', 'Trunk, each end', 'Added to trunks'),
      field('settings.slack.copperMmPerEnd', 'length', 'Copper, each end', 'Added to copper cables'),
    ],
  },
  {
    title: 'Routes and clearances',
    fields: [
      field('settings.dropReachMm', 'length', 'Drop reach', 'Farthest, measured flat, from an opening to a pathway'),
      field('settings.waterfallMm', 'length', 'Waterfall', 'Cable over each one, from a pathway into its drop'),
      field('settings.sidePassThrough', 'yes-no', 'Side pass-through', 'Cables may go straight into a bayed neighbor'),
      field('settings.aisles.coldMinMm', 'length', 'Cold aisle, least', 'Narrower ones are findings'),
      field('settings.aisles.hotMinMm', 'length', 'Hot aisle, least', 'Narrower ones are findings'),
      field('settings.powerSeparationMm', 'length', 'Copper to power', 'Least distance along pathways; the first figure is an assumption'),
      field('settings.feedsPerCabinet', 'count', 'Feeds per cabinet', 'Independent power feeds over which supplies are spread'),
    ],
  },
  {
    title: 'Fill of pathways',
    fields: [
      ...trayKinds.flatMap(([kind, title]) => [
        field(`settings.fill.byKind.${kind}.planPct`, 'percent', `${title}, planned`, 'Share of the area that new trays are sized to'),
        field(`settings.fill.byKind.${kind}.warnPct`, 'percent', `${title}, warning`, 'Fuller ones raise a warning'),
        field(`settings.fill.byKind.${kind}.errorPct`, 'percent', `${title}, error`, 'Fuller ones raise an error'),
      ]),
      field('settings.fill.conduitPct.one', 'percent', 'Conduit, one cable', 'Most of the area that it may take'),
      field('settings.fill.conduitPct.two', 'percent', 'Conduit, two cables', 'Most of the area that they may take'),
      field('settings.fill.conduitPct.more', 'percent', 'Conduit, more cables', 'Most of the area that they may take'),
    ],
  },
];

/** What holds where a plan says nothing. */
const assumed: Readonly<Record<string, number>> = { 'settings.powerSeparationMm': DEFAULT_POWER_SEPARATION_MM };

/** `Drop reach (mm)`. */
export function fieldTitle({ label, kind }: SettingsField, units: Units): string {
  const unit = kind === 'length' ? sizeUnit(units) : kind === 'percent' ? '%' : null;
  return unit === null ? label : `${label} (${unit})`;
}

export function draftOf(plan: Plan, units: Units): SettingsDraft {
  const draft: Record<string, string> = {};
  for (const { path, kind } of settingsSections.flatMap(({ fields }) => fields)) {
    draft[path] = textOf(valueAt(plan, path) ?? assumed[path], kind, units);
  }
  return draft;
}

function textOf(value: unknown, kind: FieldKind, units: Units): string {
  // A length that is absent adds nothing.
  if (kind === 'length') return sizeValueText(typeof value === 'number' ? value : 0, units);
  if (kind === 'yes-no') return yesNo(value);
  // Unknown stands empty.
  if (kind === 'money') return value === undefined || value === null ? '' : moneyText(value as Money);
  return String(value);
}

function yesNo(value: unknown): string {
  return value === true ? 'yes' : 'no';
}

function valueAt(plan: Plan, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), plan);
}

/** What differs from the plan, or what is wrong, by path. Fields that were not touched keep their exact figures. */
export function readDraft(
  draft: SettingsDraft,
  before: SettingsDraft,
  units: Units,
): { readonly ok: true; readonly value: ReadDraft } | { readonly ok: false; readonly problems: SettingsDraft } {
  const problems: Record<string, string> = {};
  const settings: Record<string, unknown> = {};
  for (const { path, kind } of settingsSections.flatMap(({ fields }) => fields)) {
    const text = draft[path] ?? '';
    if (path === 'name' || text === before[path]) continue;
    const value = valueOf(text, kind, units);
    if (value.ok) put(settings, path.split('.').slice(1), value.value);
    else problems[path] = value.problem;
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const name = (draft['name'] ?? '').trim();
  // Built along the paths of the fields, which are those of the settings.
  return { ok: true, value: { ...(name === before['name'] ? {} : { name }), set: settings } };
}

type ReadValue =
  { readonly ok: true; readonly value: string | number | boolean | Money | null } | { readonly ok: false; readonly problem: string };

function valueOf(text: string, kind: FieldKind, units: Units): ReadValue {
  switch (kind) {
    case 'text':
    case 'units':
    case 'labor-profile':
      return { ok: true, value: text.trim() };
    case 'yes-no':
      return { ok: true, value: text === 'yes' };
    case 'money': {
      if (text.trim() === '') return { ok: true, value: null };
      const money = parseMoney(text);
      return money.ok ? money : { ok: false, problem: `${money.error.message}; ${money.error.remedy}` };
    }
    case 'length': {
      const length = parseLength(text, units);
      if (!length.ok) return { ok: false, problem: `${length.error.message}; ${length.error.remedy}` };
      if (length.value.kind === 'relative') return { ok: false, problem: 'Write the length itself, without a sign' };
      return { ok: true, value: length.value.value };
    }
    case 'percent':
    case 'count': {
      const match = /^(\d+(?:[.,]\d+)?)\s*%?$/.exec(text.trim());
      if (match?.[1] === undefined)
        return { ok: false, problem: kind === 'percent' ? 'Write a share such as 10' : 'Write a number such as 2' };
      return { ok: true, value: Number(match[1].replace(',', '.')) };
    }
  }
}

function put(target: Record<string, unknown>, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined) return;
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const inner: Record<string, unknown> = {};
  const known = target[key];
  if (typeof known === 'object' && known !== null) Object.assign(inner, known);
  put(inner, rest, value);
  target[key] = inner;
}

/** The terms of a cable's length, gathered into the few parts that people speak of, in the order of the run. */
import type { CableDerivation, Term, TermKind } from '../../shared/cabling/types.ts';
import { lengthText, numberText, type Units } from '../../shared/quantities.ts';
import { countText } from '../ui/quantities.ts';

export type PartGroup = 'cabinet' | 'drop' | 'pathway' | 'level' | 'slack';

export interface LengthPart {
  readonly group: PartGroup;
  readonly name: string;
  readonly lengthMm: number;
  /** The terms behind it, for the tooltip. */
  readonly detail: string;
}

const groupOf: Readonly<Record<TermKind, PartGroup>> = {
  'port-to-manager': 'cabinet',
  manager: 'cabinet',
  'front-to-rear': 'cabinet',
  'side-to-side': 'cabinet',
  'manager-to-opening': 'cabinet',
  waterfall: 'drop',
  drop: 'drop',
  offset: 'drop',
  pathway: 'pathway',
  riser: 'level',
  'level-change': 'level',
};

/** `aName` and `bName` are the cabinets at the two ends. */
export function lengthParts(derivation: CableDerivation, aName: string, bName: string, units: Units): readonly LengthPart[] {
  const parts: { group: PartGroup; terms: Term[]; cabinet: string }[] = [];
  let onPathways: 'before' | 'on' | 'after' = 'before';
  for (const term of derivation.terms) {
    const group = groupOf[term.kind];
    const flat = group === 'pathway' || group === 'level';
    if (flat) onPathways = 'on';
    else if (onPathways === 'on') onPathways = 'after';
    // Segments and level changes take turns; each kind is one part.
    const known = flat ? parts.find((part) => part.group === group) : parts.at(-1)?.group === group ? parts.at(-1) : undefined;
    if (known === undefined) parts.push({ group, terms: [term], cabinet: onPathways === 'after' ? bName : aName });
    else known.terms.push(term);
  }
  const shown = parts.map(({ group, terms, cabinet }): LengthPart => ({
    group,
    name: partName(group, terms, cabinet),
    lengthMm: terms.reduce((sum, term) => sum + term.lengthMm, 0),
    detail: terms.map((term) => `${term.note}: ${lengthText(term.lengthMm, units)}`).join('\n'),
  }));
  if (derivation.slack === null) return shown;
  const { legsMm } = derivation;
  const slack = slackPart(derivation.slack, derivation.terms, units);
  return legsMm === null ? [...shown, slack] : [...shown, slack, { ...LEGS_PART, lengthMm: legsMm }];
}

const LEGS_PART = {
  group: 'slack',
  name: 'Legs of the trunk',
  detail: 'What the maker’s legs and the body between them take beyond path and slack',
} as const;

function slackPart(slack: NonNullable<CableDerivation['slack']>, terms: readonly Term[], units: Units): LengthPart {
  const pathwayMm = terms
    .filter(({ kind }) => kind === 'pathway' || kind === 'level-change')
    .reduce((sum, { lengthMm }) => sum + lengthMm, 0);
  const share = slack.pctOfPathway === 0 ? '' : ` + ${numberText(slack.pctOfPathway)} % of ${lengthText(pathwayMm, units)} pathway`;
  return {
    group: 'slack',
    name: `Slack: 2 × ${lengthText(slack.perEndMm, units)}${share}`,
    lengthMm: slack.totalMm,
    detail: `Slack of class ${slack.slackClass}`,
  };
}

function partName(group: PartGroup, terms: readonly Term[], cabinet: string): string {
  switch (group) {
    case 'cabinet':
      return `In cabinet ${cabinet}`;
    case 'drop':
      return `Drop at ${cabinet}`;
    case 'pathway':
      return `Pathways, ${countText(terms.length, 'segment')}`;
    case 'level':
      return countText(terms.length, 'level change');
    case 'slack':
      return 'Slack';
  }
}

/** The terms of a cable's length, gathered into the few parts that people speak of, in the order of the run. */
import type { CableDerivation, Term, TermKind } from '../../shared/cabling/types.ts';
import { lengthText, numberText, type Units } from '../ui/quantities.ts';

export type PartGroup = 'cabinet' | 'drop' | 'pathway' | 'slack';

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
  drop: 'drop',
  offset: 'drop',
  pathway: 'pathway',
  'level-change': 'pathway',
};

/** `aName` and `bName` are the cabinets at the two ends. */
export function lengthParts(derivation: CableDerivation, aName: string, bName: string, units: Units): readonly LengthPart[] {
  const runs: { group: PartGroup; terms: Term[] }[] = [];
  for (const term of derivation.terms) {
    const group = groupOf[term.kind];
    const last = runs.at(-1);
    if (last?.group === group) last.terms.push(term);
    else runs.push({ group, terms: [term] });
  }
  const parts: LengthPart[] = runs.map(({ group, terms }, place) => ({
    group,
    name: partName(group, terms, place === 0 ? aName : bName, runs.length === 1),
    lengthMm: terms.reduce((sum, term) => sum + term.lengthMm, 0),
    detail: terms.map((term) => `${term.note}: ${lengthText(term.lengthMm, units)}`).join('\n'),
  }));
  const { slack } = derivation;
  if (slack !== null) {
    const share = slack.pctOfPathway === 0 ? '' : ` + ${numberText(slack.pctOfPathway)} %`;
    parts.push({
      group: 'slack',
      name: `Slack: 2 × ${lengthText(slack.perEndMm, units)}${share}`,
      lengthMm: slack.totalMm,
      detail: `Slack of class ${slack.slackClass}`,
    });
  }
  return parts;
}

function partName(group: PartGroup, terms: readonly Term[], cabinet: string, alone: boolean): string {
  switch (group) {
    case 'cabinet':
      return alone ? `Inside ${cabinet}` : `In cabinet ${cabinet}`;
    case 'drop':
      return `Drop, ${cabinet}`;
    case 'pathway': {
      const segments = terms.filter((term) => term.kind === 'pathway').length;
      const changes = terms.length - segments;
      return `Pathways, ${numberText(segments)}${changes === 0 ? '' : ` and ${numberText(changes)} level ${changes === 1 ? 'change' : 'changes'}`}`;
    }
    case 'slack':
      return 'Slack';
  }
}

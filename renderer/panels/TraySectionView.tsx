/** A cut through a pathway: every cable as round as it is, loom by loom, with what each loom takes of the room and weighs. */
import { useEffect, useState } from 'react';
import type { SectionGroup, TraySection } from '../../shared/engine/traySection.ts';
import { diameterText, lengthText, numberText, sizeValueText } from '../../shared/quantities.ts';
import { useDerived, usePlanner, useSession } from '../state/plannerContext.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { parseLength } from '../ui/parseLength.ts';
import { countText, massPerLengthText, percentText, sizeUnit } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { schemes } from '../theme/tokens.ts';
import { SectionDrawing } from './SectionDrawing.tsx';
import inspector from './Inspector.module.css';
import styles from './TraySectionView.module.css';

const COLORS = schemes.light.tiers.length;
/** Colors come again as rings, and then as broken rings, so that three times as many looms differ. */
const TURNS = 3;

/** Looms beyond these are in the drawing and in the table of looms. */
const MOST_LISTED = 60;

export function TraySectionView({ id }: { readonly id: string }) {
  const { session } = usePlanner();
  const units = useSession((state) => state.units);
  const cut = useSession((state) => (state.cut?.segment === id ? state.cut.atMm : null));
  const litLoom = useSession((state) => state.litLoom);
  const section = useSectionOf(id, cut);
  const [pointed, setPointed] = useState<number | null>(null);
  if (section === null || section.groups.length === 0) return null;
  const { groups, atMm, lengthMm, usedAreaMm2, areaMm2, massGPerM } = section;
  const ofLoom = groups.findIndex(({ loom }) => loom !== null && loom === litLoom);
  const lit = pointed ?? (ofLoom < 0 ? null : ofLoom);
  const cables = groups.reduce((sum, group) => sum + group.cables.length, 0);
  return (
    <Section title="Section by loom" aside={percentText((100 * usedAreaMm2) / areaMm2)}>
      <NumberField
        label="Cut at"
        value={atMm}
        unit={sizeUnit(units)}
        format={(value) => sizeValueText(value, units)}
        parse={(text) => parseLength(text, units)}
        step={100}
        onCommit={({ kind, value }) => {
          const wanted = kind === 'absolute' ? value : atMm + value;
          session.setState({ cut: { segment: id, atMm: Math.min(lengthMm, Math.max(0, Math.round(wanted))) } });
          return null;
        }}
      />
      <p className={inspector.note}>
        {cut === null ? 'Where most cables lie' : 'Where it was cut'}, of {lengthText(lengthMm, units)}: {countText(cables, 'cable')} in{' '}
        {countText(groups.length, 'group')}, {massPerLengthText(massGPerM, units)}
      </p>
      <SectionDrawing
        section={section}
        lit={lit}
        colors={COLORS}
        turns={TURNS}
        onPoint={setPointed}
        onPick={(cable) => session.select([{ kind: 'cable', id: cable }])}
      />
      <ul className={styles.legend} aria-label="Looms in the section">
        {groups.slice(0, MOST_LISTED).map((group, at) => (
          <li key={group.loom ?? group.name}>
            <button
              type="button"
              className={styles.group}
              data-lit={lit === at}
              onPointerEnter={() => setPointed(at)}
              onPointerLeave={() => setPointed(null)}
              onFocus={() => setPointed(at)}
              onBlur={() => setPointed(null)}
              onClick={() => selectGroup(group, session.select)}
            >
              <span className={styles.key} data-color={at % COLORS} data-turn={Math.floor(at / COLORS) % TURNS} aria-hidden>
                {at + 1}
              </span>
              <span className={styles.name}>{group.name}</span>
              <span className={styles.figures}>
                {numberText(group.cables.length)} × {diameterText(diameterOf(section, at), units)} ·{' '}
                {massPerLengthText(group.massGPerM, units)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {groups.length > MOST_LISTED ? <p className={inspector.note}>{groups.length - MOST_LISTED} more in the drawing</p> : null}
    </Section>
  );
}

/** The widest cable of a group. */
function diameterOf({ circles }: TraySection, group: number): number {
  return circles.reduce((most, circle) => (circle.group === group ? Math.max(most, 2 * circle.rMm) : most), 0);
}

function selectGroup({ loom, cables }: SectionGroup, select: ReturnType<typeof usePlanner>['session']['select']): void {
  if (loom !== null) select([{ kind: 'loom', id: loom }]);
  else select(cables.map((id) => ({ kind: 'cable', id })));
}

/** The section of the plan as it stands; the last one stays until the next is there. */
function useSectionOf(id: string, atMm: number | null): TraySection | null {
  const { engine } = usePlanner();
  const revision = useDerived((state) => state.revision);
  const [answer, setAnswer] = useState<TraySection | null>(null);
  useEffect(() => {
    let wanted = true;
    engine.section(id, atMm).then(
      (section) => {
        if (wanted) setAnswer(section);
      },
      // The engine starts again, and the next revision asks again.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [engine, id, atMm, revision]);
  return answer?.segment === id ? answer : null;
}

/** A loom: how it is made, its trunk and its staggered legs, from where it is pulled and why; what is decided by hand can be taken back. */
import { Button } from '@mantine/core';
import { IconFocusCentered } from '@tabler/icons-react';
import { insteadText, MADE_TEXTS, pullReason, type LegReport } from '../../shared/looms/describeLoom.ts';
import type { LoomExplanation } from '../../shared/engine/cableExplanation.ts';
import type { LoomMake } from '../../shared/plan/types.ts';
import { diameterText, lengthText, massText, numberText, productText } from '../../shared/quantities.ts';
import { findAction } from '../actions/actionTable.ts';
import { useDerived, usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { bindByRules, decideLoom, splitInTwo, type KnownLoom } from '../tools/loomActions.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Figure, Figures } from '../ui/Figures.tsx';
import { countText, UNKNOWN } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { PanelHeading } from './PanelHeading.tsx';
import { TrunkLegFields } from './TrunkLegFields.tsx';
import { useExplanation } from './useExplanation.ts';
import styles from './Inspector.module.css';

const makes: readonly { readonly value: LoomMake; readonly label: string }[] = [
  { value: 'custom', label: 'Made to length' },
  { value: 'stock', label: 'Stock jumpers, bound on site' },
  { value: 'none', label: 'Not bound' },
];
const AS_RULED = 'ruled';
const BY_RULE = { value: AS_RULED, label: 'By the rules' };

export function LoomInspector({ id }: { readonly id: string }) {
  const planner = usePlanner();
  const loom = useExplanation('loom', id);
  const computed = useDerived((state) => state.summary !== null);
  if (loom === null) {
    return computed ? (
      <PanelHeading title="Loom" subtitle="Its cables are bound otherwise now, or pulled alone." />
    ) : (
      <EmptyState title="Computing…" />
    );
  }
  return (
    <>
      <PanelHeading
        title={`Loom ${loom.name}`}
        subtitle={`${countText(loom.cables, 'cable')}, ${MADE_TEXTS[loom.made]}`}
        actions={
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<IconFocusCentered size={14} aria-hidden />}
            onClick={() => findAction('view.zoom-selection')?.run(planner)}
          >
            Zoom
          </Button>
        }
      />
      <LoomFields loom={loom} />
      <LoomLengths loom={loom} />
      <TrunkLegFields cable={loom.legs[0]?.cable ?? ''} family={loom.family.id} />
      <Section title="Pull" aside={loom.breakouts[loom.pull.end].cabinetName}>
        <p className={styles.note}>
          From {loom.breakouts[loom.pull.end].cabinetName}: {pullReason(loom.pull)}.
        </p>
        <Trays loom={loom} />
      </Section>
      <Section title="Legs" aside={numberText(loom.legs.length)}>
        <Legs loom={loom} />
      </Section>
    </>
  );
}

function knownOf({ id, decision, legs }: LoomExplanation): KnownLoom {
  return { id, decision, cables: [...new Set(legs.map(({ cable }) => cable))] };
}

function LoomFields({ loom }: { readonly loom: LoomExplanation }) {
  const planner = usePlanner();
  const decision = usePlan((state) => (loom.decision === null ? undefined : state.plan.looms.get(loom.decision)));
  const known = knownOf(loom);
  const tell = (refusal: string | null) => {
    if (refusal !== null) planner.session.setState({ notice: { text: refusal, tone: 'error' } });
  };
  const ends = loom.breakouts.map(({ cabinet, cabinetName }) => ({ value: cabinet, label: cabinetName }));
  return (
    <div className={styles.fields}>
      <TextField label="Name" value={loom.name} onCommit={(text) => decideLoom(planner, known, { name: text })} />
      <SelectField
        label="Made"
        value={decision?.make ?? AS_RULED}
        options={[BY_RULE, ...makes]}
        onChange={(value) => tell(decideLoom(planner, known, { make: makes.find((make) => make.value === value)?.value ?? null }))}
      />
      <SelectField
        label="Pull from"
        value={decision?.pulledFrom ?? AS_RULED}
        options={[BY_RULE, ...ends]}
        onChange={(value) => tell(decideLoom(planner, known, { pulledFrom: value === AS_RULED ? null : value }))}
      />
      <div className={styles.actions}>
        <Button variant="default" size="compact-sm" disabled={loom.cables < 4} onClick={() => splitInTwo(planner, known)}>
          Split in two
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => planner.session.select(known.cables.map((id) => ({ kind: 'cable', id })))}
        >
          Select its cables
        </Button>
        {loom.decision === null ? null : (
          <Button variant="default" size="compact-sm" onClick={() => bindByRules(planner, [loom.decision ?? ''])}>
            Bind by the rules
          </Button>
        )}
      </div>
    </div>
  );
}

function LoomLengths({ loom }: { readonly loom: LoomExplanation }) {
  const units = useSession((state) => state.units);
  const isCustom = loom.made === 'custom';
  const instead = insteadText(loom, (lengthMm) => productText(lengthMm, units));
  return (
    <Section title="Length" aside={loom.lengthMm === null ? UNKNOWN : productText(loom.lengthMm, units)}>
      <Figures>
        <Figure name="From opening to opening" value={lengthText(loom.boundMm, units)} />
        {isCustom ? <Figure name="Trunk, with slack and tolerance" value={lengthText(loom.trunkMm, units)} /> : null}
        {loom.made === 'trunk' && loom.trunkMm !== loom.boundMm ? (
          <Figure name="Between the breakouts" value={lengthText(loom.trunkMm, units)} />
        ) : null}
        <Figure
          name={isCustom ? 'Longest, plug to plug' : 'One length for all'}
          value={loom.lengthMm === null ? 'none is long enough' : productText(loom.lengthMm, units)}
          weight="total"
          tone={loom.lengthMm === null ? 'error' : 'plain'}
        />
        {instead === null ? null : <Figure name="Ordered by the build sheet" value={instead} weight="soft" />}
        <Figure name="Diameter, about" value={diameterText(loom.diameterMm, units)} />
        <Figure name="Mass" value={massText(loom.massG, units)} />
        <Figure name="Fibers" value={loom.fibers === null ? UNKNOWN : numberText(loom.fibers)} />
        <Figure name="Family" value={loom.family.name} weight="soft" />
      </Figures>
    </Section>
  );
}

function Trays({ loom }: { readonly loom: LoomExplanation }) {
  const { session } = usePlanner();
  return (
    <ul className={styles.list}>
      {loom.segments.map(({ id, name }) => (
        <li key={id}>
          <button
            type="button"
            className={styles.item}
            title={`Show the section of ${name}`}
            onClick={() => session.setState({ selection: [{ kind: 'segment', id }], caught: null, litLoom: loom.id })}
          >
            <span className={styles.itemName}>{name}</span>
            <span className={styles.itemAside}>section</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Legs({ loom }: { readonly loom: LoomExplanation }) {
  const { session } = usePlanner();
  const units = useSession((state) => state.units);
  const endText = ({ positionU, port, madeMm, portMm }: LegReport['ends'][number]) =>
    `U${positionU} · ${port} · ${lengthText(madeMm ?? portMm, units)}`;
  return (
    <>
      <p className={styles.note}>
        {loom.breakouts[0].cabinetName}, then {loom.breakouts[1].cabinetName}: rack unit, port,{' '}
        {loom.made === 'custom' ? 'leg from the breakout point' : 'way from the opening to the port'}
      </p>
      <ul className={styles.list}>
        {loom.legs.map((leg) => (
          <li key={leg.number}>
            <button
              type="button"
              className={styles.item}
              title={`Select ${leg.cableName}`}
              onClick={() => session.select([{ kind: 'cable', id: leg.cable }])}
            >
              <strong>{leg.number}</strong>
              <span className={styles.itemName}>{endText(leg.ends[0])}</span>
              <span className={styles.itemAside}>{leg.fits === false ? `too short · ${endText(leg.ends[1])}` : endText(leg.ends[1])}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

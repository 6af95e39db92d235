/** A cable: where it runs from and to, how its length comes about, what is ordered, and whether light gets through. */
import { Button } from '@mantine/core';
import { IconFocusCentered } from '@tabler/icons-react';
import { RouteStatus } from '../../shared/cabling/types.ts';
import { MADE_TEXTS } from '../../shared/looms/describeLoom.ts';
import type { CableLoom } from '../../shared/engine/cableExplanation.ts';
import type { EndText, Explanation } from '../../shared/engine/protocol.ts';
import { findAction } from '../actions/actionTable.ts';
import { useDerived, usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { tierPlace } from '../theme/tokens.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Figure, Figures } from '../ui/Figures.tsx';
import { diameterText, lengthText, massText, nominalText, productText, sizeText, type Units } from '../../shared/quantities.ts';
import { UNKNOWN } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { TierName } from '../ui/TierKey.tsx';
import { CableRoute } from './CableRoute.tsx';
import { ChannelSections } from './ChannelSections.tsx';
import { lengthParts } from './lengthParts.ts';
import { LinkParts } from './LinkParts.tsx';
import { PanelHeading } from './PanelHeading.tsx';
import { TermsBar } from './TermsBar.tsx';
import { TrunkLegFields } from './TrunkLegFields.tsx';
import { useExplanation } from './useExplanation.ts';
import styles from './Inspector.module.css';

type CableExplanation = Extract<Explanation, { readonly kind: 'cable' }>;

const statusText: Readonly<Record<RouteStatus, string>> = {
  [RouteStatus.noRoute]: 'No route',
  [RouteStatus.sameCabinet]: 'Inside one cabinet',
  [RouteStatus.bayed]: 'Straight into the neighbour',
  [RouteStatus.pathways]: 'Along the pathways',
};

export function CableInspector({ id }: { readonly id: string }) {
  const planner = usePlanner();
  const explanation = useExplanation('cable', id);
  const computed = useDerived((state) => state.summary !== null);
  const link = usePlan((state) => state.plan.links.get(id));
  if (explanation === null) {
    return computed ? <PanelHeading title="Cable" subtitle={id} /> : <EmptyState title="Computing…" />;
  }
  return (
    <>
      <PanelHeading
        title={explanation.label ?? 'Cable'}
        subtitle={<TierName tier={explanation.tier} />}
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
      <p className={styles.note}>{explanation.derivation.cableName}</p>
      <Section title="Length" aside={statusText[explanation.derivation.status]}>
        <LengthFigures explanation={explanation} />
      </Section>
      <CableRoute explanation={explanation} />
      <Section title="Ends">
        <Ends explanation={explanation} />
      </Section>
      <ChannelSections channels={explanation.channels} shownCable={explanation.derivation.cableId} />
      <PanelButton isThrough={explanation.channels.count > 0} />
      <Section title="What is ordered">
        <Order explanation={explanation} />
      </Section>
      <TrunkLegFields cable={explanation.derivation.cableId} family={explanation.derivation.family.id} />
      {explanation.loom === null ? null : (
        <Section title="Loom">
          <LoomFigures loom={explanation.loom} />
        </Section>
      )}
      {link === undefined ? null : (
        <Section title="Drawn by hand">
          <LinkParts link={link} />
        </Section>
      )}
    </>
  );
}

/** Puts panels between its ends, or takes them out. */
function PanelButton({ isThrough }: { readonly isThrough: boolean }) {
  const planner = usePlanner();
  const hasPanels = usePlan(({ plan }) => [...plan.devices.values()].some(({ role }) => role === 'panel'));
  if (!isThrough && !hasPanels) return null;
  const action = findAction(isThrough ? 'panels.remove' : 'panels.insert');
  return (
    <div className={styles.parts}>
      <Button variant="default" size="compact-sm" onClick={() => action?.run(planner)}>
        {isThrough ? 'Run directly, without panels' : 'Run through panels…'}
      </Button>
    </div>
  );
}

function LoomFigures({ loom }: { readonly loom: CableLoom }) {
  const { session } = usePlanner();
  const units = useSession((state) => state.units);
  return (
    <>
      <button
        type="button"
        className={styles.item}
        onClick={() => session.select([{ kind: 'loom', id: loom.id }])}
        title={`Select loom ${loom.name}`}
      >
        <span className={styles.itemName}>{loom.name}</span>
        <span className={styles.itemAside}>{MADE_TEXTS[loom.made]}</span>
      </button>
      <Figures>
        <Figure name="Cables in it" value={String(loom.members)} />
        <Figure name="Length" value={loom.lengthMm === null ? UNKNOWN : productText(loom.lengthMm, units)} />
        {loom.insteadOfMm === null ? null : (
          <Figure name="Instead of the ordered" value={productText(loom.insteadOfMm, units)} weight="soft" />
        )}
        <Figure name="Diameter, about" value={diameterText(loom.diameterMm, units)} />
        <Figure name="Mass" value={massText(loom.massG, units)} />
        <Figure name="Pulled from" value={loom.pulledFrom} />
        {loom.legs.map(({ cabinet, portMm, madeMm }, at) => (
          <Figure
            key={at}
            name={madeMm === null ? `Opening to port, ${cabinet}` : `Leg of this cable, ${cabinet}`}
            value={lengthText(madeMm ?? portMm, units)}
            weight="soft"
          />
        ))}
      </Figures>
    </>
  );
}

function LengthFigures({ explanation: { derivation, tier, channels, route, a, b } }: { readonly explanation: CableExplanation }) {
  const units = useSession((state) => state.units);
  if (derivation.status === RouteStatus.noRoute) {
    return (
      <p className={styles.hint}>
        {route?.isRuledOut === true
          ? 'Rules leave it no way; Findings names them.'
          : 'No way on the pathways joins its two ends. Add a pathway above both cabinets, or let an existing one accept drops.'}
      </p>
    );
  }
  const { requiredMm, orderedMm, surplusMm, overriddenRequiredMm, reachMm } = derivation;
  const tooFar = reachMm !== null && orderedMm !== null && orderedMm > reachMm;
  return (
    <>
      <TermsBar
        parts={lengthParts(derivation, a.cabinetName, b.cabinetName, units)}
        units={units}
        color={`var(--rw-tier-${tierPlace(tier)})`}
      />
      <Figures>
        <Figure name="Required" value={requiredMm === null ? UNKNOWN : lengthText(requiredMm, units)} weight="total" />
        {overriddenRequiredMm === null ? null : (
          <Figure name="Set by hand" value={lengthText(overriddenRequiredMm, units)} tone="warning" />
        )}
        <Figure
          name={derivation.family.supply.kind === 'stock' ? 'Ordered, from stock' : 'Ordered, made to order'}
          value={orderedMm === null ? 'none is long enough' : productText(orderedMm, units)}
          tone={orderedMm === null ? 'error' : 'plain'}
        />
        <Figure name="Surplus to store" value={surplusMm === null ? UNKNOWN : lengthText(surplusMm, units)} weight="soft" />
        {channels.count > 0 ? null : (
          <Figure
            name="Reach"
            value={reachMm === null ? UNKNOWN : `${distance(reachMm, units)} ${tooFar ? '✕' : '✓'}`}
            tone={reachMm === null ? 'plain' : tooFar ? 'error' : 'good'}
          />
        )}
      </Figures>
    </>
  );
}

function distance(mm: number, units: Units): string {
  return units === 'metric' ? nominalText(mm) : lengthText(mm, units);
}

function Ends({ explanation: { a, b, parts } }: { readonly explanation: CableExplanation }) {
  const plan = usePlan((state) => state.plan);
  const plugText = (optic: string | null, end: EndText): string => {
    if (optic !== null) return plan.catalog.transceivers.get(optic)?.name ?? optic;
    const type = plan.catalog.deviceTypes.get(plan.devices.get(end.device)?.type ?? '');
    return type?.passes === undefined ? 'Direct attach, no optic' : 'Adapter of a patch panel';
  };
  return (
    <>
      <End name="A" end={a} plug={plugText(parts.transceiverA, a)} />
      <End name="B" end={b} plug={plugText(parts.transceiverB, b)} />
    </>
  );
}

function End({ name, end, plug }: { readonly name: string; readonly end: EndText; readonly plug: string }) {
  const { session } = usePlanner();
  return (
    <div className={styles.list}>
      <button
        type="button"
        className={styles.item}
        onClick={() => session.select([{ kind: 'cabinet', id: end.cabinet }])}
        title={`Select cabinet ${end.cabinetName}`}
      >
        <strong>{name}</strong>
        <span className={styles.itemName}>
          {end.cabinetName} · U{end.positionU} · {end.deviceName}
        </span>
        <span className={styles.itemAside}>{end.port}</span>
      </button>
      <p className={styles.note}>{plug}</p>
    </div>
  );
}

function Order({ explanation: { derivation } }: { readonly explanation: CableExplanation }) {
  const units = useSession((state) => state.units);
  const { family, sku, linkIds } = derivation;
  return (
    <Figures>
      <Figure name="Family" value={family.name} />
      <Figure name="SKU" value={sku ?? 'no number'} weight={sku === null ? 'soft' : 'plain'} />
      <Figure name="Links it carries" value={String(linkIds.length)} />
      {family.fiberType === null ? null : (
        <Figure name="Fiber" value={`${family.fiberType}${family.fiberCount === null ? '' : `, ${family.fiberCount}`}`} />
      )}
      <Figure name="Bend radius" value={sizeText(family.bendRadiusMm, units)} weight="soft" />
    </Figures>
  );
}

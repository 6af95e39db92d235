/** The length of a cable that would be made, and what would be ordered for it. Its rows keep their places while it is computed. */
import { RouteStatus } from '../../shared/cabling/types.ts';
import { useMemo } from 'react';
import type { TierParts } from '../../shared/plan/types.ts';
import { linkBetween, type PortsKnown } from '../elevation/connectPorts.ts';
import type { PortAt } from '../elevation/elevationStore.ts';
import { partNames } from '../elevation/partsText.ts';
import { useTriedCable } from '../elevation/useTriedCable.ts';
import { useSession } from '../state/plannerContext.ts';
import { Figure, Figures } from '../ui/Figures.tsx';
import { lengthText, productText } from '../../shared/quantities.ts';
import { UNKNOWN } from '../ui/quantities.ts';
import styles from './dialogs.module.css';

const NOT_YET = '…';

interface TriedCableProps {
  /** Of the link that would be made. */
  readonly id: string;
  readonly known: PortsKnown | null;
  readonly from: PortAt | null;
  readonly to: PortAt | null;
  readonly parts: TierParts | null;
}

export function TriedCable({ id, known, from, to, parts }: TriedCableProps) {
  const link = useMemo(
    () => (known === null || from === null || to === null || parts === null ? null : linkBetween(known, id, from, to, parts)),
    [known, id, from, to, parts],
  );
  const units = useSession((state) => state.units);
  const derivation = useTriedCable(link);
  const names = known === null || parts === null ? null : partNames(known.plan, parts);
  const noWay = derivation?.status === RouteStatus.noRoute;
  const waiting = link === null ? UNKNOWN : NOT_YET;
  const required = derivation === null ? waiting : derivation.requiredMm === null ? UNKNOWN : lengthText(derivation.requiredMm, units);
  const ordered =
    derivation === null ? waiting : derivation.orderedMm === null ? 'none is long enough' : productText(derivation.orderedMm, units);
  return (
    <div className={styles.tried}>
      <Figures label="The cable">
        <Figure name="Cable" value={names?.cable ?? UNKNOWN} />
        <Figure name="Optic at end A" value={names === null ? UNKNOWN : (names.opticA ?? 'none, the cable goes in')} />
        <Figure name="Optic at end B" value={names === null ? UNKNOWN : (names.opticB ?? 'none, the cable goes in')} />
        <Figure name="Required" value={noWay ? 'no pathway joins the two' : required} tone={noWay ? 'error' : 'plain'} />
        <Figure
          name={derivation?.family.supply.kind === 'made-to-order' ? 'Ordered, made to order' : 'Ordered, from stock'}
          value={noWay ? UNKNOWN : ordered}
          tone={derivation !== null && !noWay && derivation.orderedMm === null ? 'error' : 'plain'}
        />
        <Figure name="SKU" value={derivation === null ? waiting : (derivation.sku ?? 'no number')} weight="soft" />
      </Figures>
    </div>
  );
}

/** A device: where it is mounted, what it draws and weighs, how many of its ports are used. */
import { useSession, usePlanner } from '../state/plannerContext.ts';
import { Figure, Figures } from '../ui/Figures.tsx';
import { lengthText, massText, numberText, powerText, UNKNOWN } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { TierKey } from '../ui/TierKey.tsx';
import { PanelHeading } from './PanelHeading.tsx';
import { partialSumText } from './partialSum.ts';
import { useExplanation } from './useExplanation.ts';
import { useShownPlan } from './useShownPlan.ts';
import styles from './Inspector.module.css';

export function DeviceInspector({ id }: { readonly id: string }) {
  const { session } = usePlanner();
  const plan = useShownPlan();
  const units = useSession((state) => state.units);
  const device = plan.devices.get(id);
  const explanation = useExplanation('device', id);
  if (device === undefined) return null;
  const cabinet = plan.cabinets.get(device.cabinet);
  return (
    <>
      <PanelHeading title={device.name} subtitle={explanation?.typeName ?? device.type} />
      <div className={styles.list}>
        <button type="button" className={styles.item} onClick={() => session.select([{ kind: 'cabinet', id: device.cabinet }])}>
          <span className={styles.itemName}>In cabinet {cabinet?.name ?? device.cabinet}</span>
          <span className={styles.itemAside}>
            U{device.positionU}, {device.face}
          </span>
        </button>
      </div>
      {explanation === null ? null : (
        <>
          <Section title="Load">
            <Figures>
              <Figure name="Role" value={device.role} />
              <Figure name="Power, at most" value={explanation.maxPowerW === null ? UNKNOWN : powerText(explanation.maxPowerW)} />
              <Figure name="Mass" value={massText(explanation.massG, units)} />
            </Figures>
          </Section>
          <Section title="Ports used">
            <Figures>
              {explanation.ports.map((block) => (
                <Figure
                  key={block.block}
                  name={`${block.block}, ${numberText(block.speedGbps)} Gb/s`}
                  value={`${numberText(block.used)} of ${numberText(block.total)}`}
                />
              ))}
            </Figures>
          </Section>
          <Section title="Cables">
            <Figures>
              {explanation.cables.map((tier) => (
                <Figure key={tier.tier} mark={<TierKey tier={tier.tier} />} name={tier.tier} value={numberText(tier.count)} />
              ))}
              <Figure name="Required length" value={partialSumText(explanation.requiredMm, (mm) => lengthText(mm, units))} weight="total" />
            </Figures>
          </Section>
        </>
      )}
    </>
  );
}

/** Devices, one or many: where they are mounted, what they draw and weigh, what is plugged into their ports. */
import { must } from '../../shared/assert.ts';
import type { Device, Plan } from '../../shared/plan/types.ts';
import { useKnownPorts } from '../elevation/useKnownPorts.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { Figure, Figures } from '../ui/Figures.tsx';
import { lengthText, massText, numberText } from '../../shared/quantities.ts';
import { countText, powerText, UNKNOWN } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { TierKey } from '../ui/TierKey.tsx';
import { DeviceFields } from './DeviceFields.tsx';
import { PanelHeading } from './PanelHeading.tsx';
import { PortList } from './PortList.tsx';
import { partialSumText } from './partialSum.ts';
import { useExplanation } from './useExplanation.ts';
import { useShownPlan } from './useShownPlan.ts';
import styles from './Inspector.module.css';

export function DeviceInspector({ ids }: { readonly ids: readonly string[] }) {
  const plan = useShownPlan();
  const devices = ids.flatMap((id) => plan.devices.get(id) ?? []);
  const [only] = devices;
  if (only === undefined) return null;
  const types = new Set(devices.map(({ type }) => type));
  const typeName = plan.catalog.deviceTypes.get(only.type)?.name ?? only.type;
  return (
    <>
      <PanelHeading
        title={devices.length === 1 ? only.name : countText(devices.length, 'device')}
        subtitle={types.size === 1 ? typeName : 'Several types'}
      />
      <DeviceFields devices={devices} plan={plan} />
      {devices.length === 1 ? <OneDevice device={only} plan={plan} /> : <ManyDevices devices={devices} plan={plan} />}
    </>
  );
}

function OneDevice({ device, plan }: { readonly device: Device; readonly plan: Plan }) {
  const { session } = usePlanner();
  const units = useSession((state) => state.units);
  const explanation = useExplanation('device', device.id);
  const known = useKnownPorts(plan, [device.id]);
  const type = must(plan.catalog.deviceTypes.get(device.type), 'device type');
  if (explanation === null) return null;
  return (
    <>
      <div className={styles.list}>
        <button type="button" className={styles.item} onClick={() => session.select([{ kind: 'cabinet', id: device.cabinet }])}>
          <span className={styles.itemName}>Select cabinet {plan.cabinets.get(device.cabinet)?.name ?? device.cabinet}</span>
        </button>
      </div>
      <Section title="Load">
        <Figures>
          <Figure name="Power, at most" value={explanation.maxPowerW === null ? UNKNOWN : powerText(explanation.maxPowerW)} />
          <Figure name="Mass" value={massText(explanation.massG, units)} />
        </Figures>
      </Section>
      <Section title="Ports used">
        <Figures>
          {explanation.ports.map((block) => (
            <Figure
              key={block.block}
              name={block.speedGbps === 0 ? block.block : `${block.block}, ${numberText(block.speedGbps)} Gb/s`}
              value={`${numberText(block.used)} of ${numberText(block.total)}`}
            />
          ))}
        </Figures>
        <PortList type={type} told={known?.ports(device.id)} />
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
  );
}

function ManyDevices({ devices, plan }: { readonly devices: readonly Device[]; readonly plan: Plan }) {
  const units = useSession((state) => state.units);
  const types = devices.map(({ type }) => must(plan.catalog.deviceTypes.get(type), 'device type'));
  const powers = types.map(({ maxPowerW }) => maxPowerW);
  const known = powers.reduce<number>((sum, watts) => sum + (watts ?? 0), 0);
  return (
    <Section title="Load">
      <Figures>
        <Figure
          name="Power, at most"
          value={partialSumText({ known, unknown: powers.filter((watts) => watts === null).length }, powerText)}
        />
        <Figure
          name="Mass"
          value={massText(
            types.reduce((sum, { massG }) => sum + massG, 0),
            units,
          )}
        />
        <Figure name="Rack units" value={`${numberText(types.reduce((sum, { heightU }) => sum + heightU, 0))} U`} />
      </Figures>
    </Section>
  );
}

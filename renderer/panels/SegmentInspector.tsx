/** A pathway segment: its size, how full it is against its limits, and the cables through it. */
import type { Segment } from '../../shared/plan/types.ts';
import { useSession } from '../state/plannerContext.ts';
import { FillBar } from '../ui/FillBar.tsx';
import { Figure, Figures } from '../ui/Figures.tsx';
import { CheckField } from '../ui/CheckField.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { parseLength, type TypedValue } from '../ui/parseLength.ts';
import { lengthText, numberText, sizeValueText } from '../../shared/quantities.ts';
import { areaText, countText, massPerLengthText, percentText, sizeUnit } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { TierKey } from '../ui/TierKey.tsx';
import { common } from './common.ts';
import { useEdits } from './edits.ts';
import { PanelHeading } from './PanelHeading.tsx';
import { pathwayKindName, pathwayKinds } from './pathwayKinds.ts';
import { TraySectionView } from './TraySectionView.tsx';
import { useExplanation } from './useExplanation.ts';
import { useShownPlan } from './useShownPlan.ts';
import styles from './Inspector.module.css';

export function SegmentInspector({ ids }: { readonly ids: readonly string[] }) {
  const plan = useShownPlan();
  const segments = ids.flatMap((id) => plan.segments.get(id) ?? []);
  const [only] = segments;
  if (only === undefined) return null;
  const kind = common(segments, (segment) => segment.kind);
  return (
    <>
      <PanelHeading
        title={segments.length === 1 ? only.name : countText(segments.length, 'segment')}
        subtitle={kind === 'mixed' ? 'Several kinds of pathway' : pathwayKindName(kind)}
      />
      <SegmentFields segments={segments} />
      {segments.length === 1 ? <SegmentLoad id={only.id} /> : null}
      {segments.length === 1 ? <TraySectionView id={only.id} /> : null}
    </>
  );
}

function SegmentFields({ segments }: { readonly segments: readonly Segment[] }) {
  const units = useSession((state) => state.units);
  const edits = useEdits();
  const ids = segments.map((segment) => segment.id);
  const size = (label: string, field: 'widthMm' | 'depthMm' | 'elevationMm') => (
    <NumberField
      label={label}
      value={common(segments, (segment) => segment[field])}
      unit={sizeUnit(units)}
      format={(value) => sizeValueText(value, units)}
      parse={(text) => parseLength(text, units)}
      step={50}
      onCommit={(typed: TypedValue) => edits.setSegmentSize(ids, field, typed)}
    />
  );
  const name = common(segments, (segment) => segment.name);
  const kind = common(segments, (segment) => segment.kind);
  const drops = common(segments, (segment) => String(segment.acceptsDrops));
  return (
    <div className={styles.fields}>
      {segments.length === 1 ? <TextField label="Name" value={name} onCommit={(text) => edits.setSegmentName(ids, text)} /> : null}
      <SelectField
        label="Kind"
        value={kind === 'mixed' ? null : kind}
        options={pathwayKinds}
        placeholder="mixed"
        onChange={(value) => edits.setSegmentKind(ids, value)}
      />
      {size('Width', 'widthMm')}
      {size('Depth', 'depthMm')}
      {size('Elevation', 'elevationMm')}
      <CheckField
        label="Accepts drops"
        checked={drops === 'mixed' ? 'mixed' : drops === 'true'}
        onChange={(accepts) => edits.setSegmentDrops(ids, accepts)}
      />
    </div>
  );
}

function SegmentLoad({ id }: { readonly id: string }) {
  const units = useSession((state) => state.units);
  const load = useExplanation('segment', id);
  if (load === null) return null;
  const overMass = load.massLimitGPerM !== null && load.massGPerM > load.massLimitGPerM;
  const fillTone = load.fillPct > load.errorPct ? 'error' : load.fillPct > load.warnPct ? 'warning' : 'plain';
  const perLength = (gPerM: number) => massPerLengthText(gPerM, units);
  return (
    <>
      <Section title="Fill, at the fullest place" aside={percentText(load.fillPct)}>
        <FillBar
          label="Fill in percent of the area"
          value={load.fillPct}
          max={Math.max(load.errorPct * 1.2, load.fillPct)}
          limits={[
            { at: load.planPct, name: 'Planned to', tone: 'plan' },
            { at: load.warnPct, name: 'Warned above', tone: 'warning' },
            { at: load.errorPct, name: 'Refused above', tone: 'error' },
          ]}
        />
        <Figures>
          <Figure name="Fill" value={`${percentText(load.fillPct)} of ${percentText(load.errorPct)}`} tone={fillTone} />
          <Figure name="Cables side by side" value={numberText(load.cablesAtFullest)} />
          <Figure name="Cross-section" value={`${areaText(load.usedAreaMm2, units)} of ${areaText(load.areaMm2, units)}`} />
          <Figure
            name="Mass"
            value={
              load.massLimitGPerM === null ? perLength(load.massGPerM) : `${perLength(load.massGPerM)} of ${perLength(load.massLimitGPerM)}`
            }
            tone={overMass ? 'error' : 'plain'}
          />
          <Figure name="Length" value={lengthText(load.lengthMm, units)} />
        </Figures>
      </Section>
      <Section title="Cables through it" aside={numberText(load.cables.reduce((sum, tier) => sum + tier.count, 0))}>
        {load.cables.length === 0 ? (
          <p className={styles.note}>No cable runs here yet.</p>
        ) : (
          <Figures>
            {load.cables.map((tier) => (
              <Figure key={tier.tier} mark={<TierKey tier={tier.tier} />} name={tier.tier} value={numberText(tier.count)} />
            ))}
          </Figures>
        )}
      </Section>
    </>
  );
}

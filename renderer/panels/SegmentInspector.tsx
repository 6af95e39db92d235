/** A pathway segment: its size, how full it is against its limits, and the cables through it. */
import { Button } from '@mantine/core';
import { conduitCount } from '../../shared/cabling/pathwayFill.ts';
import { toElevationOf } from '../../shared/survey/network.ts';
import type { Segment } from '../../shared/plan/types.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { isRiser, takeRiserOut } from '../tools/riserActions.ts';
import { firstEndName, splitAtTyped } from '../tools/splitTray.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { FillBar } from '../ui/FillBar.tsx';
import { Figure, Figures } from '../ui/Figures.tsx';
import { CheckField } from '../ui/CheckField.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { parseCount } from '../ui/parseCount.ts';
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
import { SegmentRules, SegmentServices } from './SegmentRules.tsx';
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
        title={segments.length === 1 ? only.name : countText(segments.length, 'pathway')}
        subtitle={kind === 'mixed' ? 'Several kinds of pathway' : pathwayKindName(kind)}
      />
      <SegmentFields segments={segments} />
      {segments.length === 1 && isRiser(plan, only) ? <RiserOut segment={only} /> : null}
      {segments.length === 1 ? <Split segment={only} /> : null}
      <SegmentRules ids={segments.map(({ id }) => id)} />
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
      {segments.length === 1 ? <EndHeight segment={segments[0]!} /> : null}
      {kind === 'conduit' ? <Conduits segments={segments} /> : null}
      <Survey segments={segments} />
      <CheckField
        label="Accepts drops"
        checked={drops === 'mixed' ? 'mixed' : drops === 'true'}
        onChange={(accepts) => edits.setSegmentDrops(ids, accepts)}
      />
      <SegmentServices segments={segments} />
    </div>
  );
}

/** Where a pathway rises or falls, how high its other end is. */
function EndHeight({ segment }: { readonly segment: Segment }) {
  const units = useSession((state) => state.units);
  const edits = useEdits();
  return (
    <NumberField
      label="End elevation"
      value={toElevationOf(segment)}
      unit={sizeUnit(units)}
      format={(value) => sizeValueText(value, units)}
      parse={(text) => parseLength(text, units)}
      step={50}
      onCommit={(typed) => edits.setSegmentEnd(segment.id, typed)}
    />
  );
}

function RiserOut({ segment }: { readonly segment: Segment }) {
  const planner = usePlanner();
  return (
    <ul className={styles.list}>
      <li>
        <button type="button" className={styles.item} onClick={() => takeRiserOut(planner, segment)}>
          <span className={styles.itemName}>Take the riser out</span>
          <span className={styles.itemAside}>both levels meet at one junction</span>
        </button>
      </li>
    </ul>
  );
}

/** In two at a distance, or as the dialog offers. */
function Split({ segment }: { readonly segment: Segment }) {
  const planner = usePlanner();
  const units = useSession((state) => state.units);
  const { plan } = planner.plan.getState();
  return (
    <div className={styles.fields}>
      <TextField
        label="Split at"
        value=""
        placeholder={`${sizeUnit(units)} from its ${firstEndName(plan, segment)}`}
        onCommit={(text) => (text === '' ? null : splitAtTyped(planner, segment.id, text, units, randomBytes))}
      />
      <div className={styles.buttons}>
        <Button variant="default" size="compact-xs" onClick={() => dialogs.setState({ open: 'trays' })}>
          In parts, beside, at another level…
        </Button>
      </div>
    </div>
  );
}

const MOST_CONDUITS = 1000;

/** A line may stand for a bank of conduits side by side. */
function Conduits({ segments }: { readonly segments: readonly Segment[] }) {
  const edits = useEdits();
  const count = common(segments, (segment) => conduitCount(segment));
  return (
    <TextField
      label="Conduits"
      value={count === 'mixed' ? '' : String(count)}
      mixed={count === 'mixed'}
      onCommit={(text) => {
        const typed = parseCount(text, MOST_CONDUITS);
        if (!typed.ok) return `${typed.error.message}; ${typed.error.remedy}`;
        return edits.setSegmentConduits(
          segments.map(({ id }) => id),
          typed.value,
        );
      }}
    />
  );
}

/** A length that was measured on site counts instead of the drawn one. */
function Survey({ segments }: { readonly segments: readonly Segment[] }) {
  const units = useSession((state) => state.units);
  const edits = useEdits();
  const length = common(segments, ({ surveyedLengthMm }) => surveyedLengthMm ?? 0);
  return (
    <TextField
      label="Surveyed"
      value={length === 'mixed' || length === 0 ? '' : sizeValueText(length, units)}
      mixed={length === 'mixed'}
      placeholder={`as drawn (${sizeUnit(units)})`}
      onCommit={(text) => {
        const ids = segments.map(({ id }) => id);
        if (text === '') return edits.setSegmentSurvey(ids, null);
        const typed = parseLength(text, units);
        if (!typed.ok) return `${typed.error.message}; ${typed.error.remedy}`;
        if (typed.value.kind === 'relative') return 'Write the length itself, without a sign';
        return edits.setSegmentSurvey(ids, typed.value.value);
      }}
    />
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
      <Section title="Fill, at the fullest place" aside={`${percentText(load.fillPct)} full`}>
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
          <Figure name="Fill; refused above" value={`${percentText(load.fillPct)}, ${percentText(load.errorPct)}`} tone={fillTone} />
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

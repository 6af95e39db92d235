/** Cabinets, one or many: place and size by number, what they carry, what stands in them. */
import { boxAroundBoxes } from '../../shared/geometry/shapes.ts';
import type { Cabinet } from '../../shared/plan/types.ts';
import { cabinetTile } from '../../shared/plan/cabinetTile.ts';
import { placeCabinet } from '../canvas/hallLayout.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { hallsInOrder, moveSelectionToHall } from '../tools/hallActions.ts';
import { gapsAround, type Side } from '../tools/gaps.ts';
import { CheckField } from '../ui/CheckField.tsx';
import { Figure, Figures } from '../ui/Figures.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { parseAngle, parseLength } from '../ui/parseLength.ts';
import { lengthText, massText, numberText, sizeText, sizeValueText } from '../../shared/quantities.ts';
import { countText, powerText, sizeUnit } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { TierKey } from '../ui/TierKey.tsx';
import { CabinetElevation } from './CabinetElevation.tsx';
import { CabinetPathways } from './CabinetPathways.tsx';
import { common } from './common.ts';
import { useEdits } from './edits.ts';
import { ModelField, modelText } from './ModelField.tsx';
import { PanelHeading } from './PanelHeading.tsx';
import { partialSumText } from './partialSum.ts';
import { useExplanation } from './useExplanation.ts';
import { useShownPlan } from './useShownPlan.ts';
import styles from './Inspector.module.css';

const facings = [
  { value: '0', label: 'North' },
  { value: '90', label: 'East' },
  { value: '180', label: 'South' },
  { value: '270', label: 'West' },
] as const;

const feeds = [
  { value: 'either', label: 'Top or bottom' },
  { value: 'top', label: 'From the top' },
  { value: 'bottom', label: 'From the bottom' },
] as const;

export function CabinetInspector({ ids }: { readonly ids: readonly string[] }) {
  const plan = useShownPlan();
  const cabinets = ids.flatMap((id) => plan.cabinets.get(id) ?? []);
  const [only] = cabinets;
  if (only === undefined) return null;
  return (
    <>
      <PanelHeading
        title={heading(cabinets)}
        subtitle={subtitle(cabinets, plan.catalog.cabinetModels.get(only.model)?.name ?? only.model)}
      />
      <CabinetFields cabinets={cabinets} />
      <FreeSpace cabinets={cabinets} />
      {cabinets.length === 1 ? <OneCabinet id={only.id} /> : <ManyCabinets cabinets={cabinets} />}
    </>
  );
}

function heading(cabinets: readonly Cabinet[]): string {
  const [first] = cabinets;
  const last = cabinets.at(-1);
  if (first === undefined || last === undefined) return '';
  if (cabinets.length === 1) return `Cabinet ${first.name}`;
  const names = cabinets.map((cabinet) => cabinet.name).sort();
  return `${numberText(cabinets.length)} cabinets · ${names[0] ?? ''}–${names.at(-1) ?? ''}`;
}

function subtitle(cabinets: readonly Cabinet[], modelName: string): string {
  return common(cabinets, (cabinet) => cabinet.model) === 'mixed' ? 'Several models' : modelName;
}

function CabinetFields({ cabinets }: { readonly cabinets: readonly Cabinet[] }) {
  const plan = useShownPlan();
  const units = useSession((state) => state.units);
  const planner = usePlanner();
  const edits = useEdits();
  const ids = cabinets.map((cabinet) => cabinet.id);
  const rotation = common(cabinets, (cabinet) => cabinet.rotationDeg);
  const row = common(cabinets, (cabinet) => cabinet.row ?? '');
  const model = common(cabinets, (cabinet) => cabinet.model);
  const hall = common(cabinets, (cabinet) => cabinet.hall);
  const feed = common(cabinets, (cabinet): string => cabinet.feed ?? 'either');
  const sides = common(cabinets, (cabinet) => String(cabinet.openSides));
  const place = (label: string, axis: 'xMm' | 'yMm') => (
    <NumberField
      label={label}
      value={common(cabinets, (cabinet) => cabinet[axis])}
      unit={sizeUnit(units)}
      format={(value) => sizeValueText(value, units)}
      parse={(text) => parseLength(text, units)}
      step={10}
      onCommit={(typed) => edits.setCabinetPlace(ids, axis, typed)}
    />
  );
  return (
    <div className={styles.fields}>
      {cabinets.length === 1 ? (
        <TextField label="Name" value={cabinets[0]?.name ?? ''} onCommit={(text) => edits.setCabinetName(ids, text)} />
      ) : null}
      <ModelField
        value={model === 'mixed' ? null : model}
        placeholder="mixed"
        own={plan.catalog.cabinetModels}
        textOf={modelText}
        onChange={(picked) => {
          if (picked !== null) edits.setCabinetModel(ids, picked);
        }}
      />
      <TextField
        label="Row"
        value={row === 'mixed' ? '' : row}
        mixed={row === 'mixed'}
        placeholder="stands alone"
        onCommit={(text) => edits.setCabinetRow(ids, text === '' ? null : text)}
      />
      {plan.halls.size < 2 ? null : (
        <SelectField
          label="Hall"
          value={hall === 'mixed' ? null : hall}
          placeholder="mixed"
          options={hallsInOrder(plan).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => moveSelectionToHall(planner, value)}
        />
      )}
      {place('x', 'xMm')}
      {place('y', 'yMm')}
      <SelectField
        label="Front faces"
        value={rotation === 'mixed' || rotation % 90 !== 0 ? null : String(rotation)}
        placeholder={rotation === 'mixed' ? 'mixed' : `${rotation}°`}
        options={facings}
        onChange={(value) => edits.setCabinetRotation(ids, { kind: 'absolute', value: Number(value) })}
      />
      <NumberField
        label="Rotation"
        value={rotation}
        unit="°"
        format={(value) => numberText(value)}
        parse={parseAngle}
        step={90}
        onCommit={(typed) => edits.setCabinetRotation(ids, typed)}
      />
      <SelectField
        label="Cable feed"
        value={feed === 'mixed' ? null : feed}
        placeholder="mixed"
        options={feeds}
        onChange={(value) => edits.setCabinetFeed(ids, value === 'top' || value === 'bottom' ? value : null)}
      />
      <CheckField
        label="Open sides"
        checked={sides === 'mixed' ? 'mixed' : sides === 'true'}
        onChange={(open) => edits.setCabinetSides(ids, open)}
      />
    </div>
  );
}

/** The free space around them, also while they are dragged. */
function FreeSpace({ cabinets }: { readonly cabinets: readonly Cabinet[] }) {
  const planner = usePlanner();
  const plan = useShownPlan();
  const units = useSession((state) => state.units);
  const layout = planner.layout();
  if (layout === null || cabinets.some(({ hall }) => hall !== layout.hall.id)) return null;
  const boxes = cabinets.flatMap((cabinet) => placeCabinet(plan, cabinet)?.box ?? []);
  if (boxes.length === 0) return null;
  const gaps = gapsAround(layout, boxAroundBoxes(boxes), new Set(cabinets.map(({ id }) => id)));
  return (
    <Section title="Free space">
      {gaps.length === 0 ? (
        <p className={styles.note}>Something stands close on every side.</p>
      ) : (
        <Figures>
          {gaps.map(({ side, mm, to }) => (
            <Figure key={side} name={`${sideNames[side]}, to ${to === 'wall' ? 'the wall' : to}`} value={sizeText(Math.round(mm), units)} />
          ))}
        </Figures>
      )}
    </Section>
  );
}

const sideNames: Readonly<Record<Side, string>> = { west: 'West', east: 'East', north: 'North', south: 'South' };

function OneCabinet({ id }: { readonly id: string }) {
  const { session } = usePlanner();
  const tile = cabinetTile(useShownPlan(), id);
  const units = useSession((state) => state.units);
  const load = useExplanation('cabinet', id);
  if (load === null) return null;
  const overMass = load.equipmentMassG > load.staticLoadG;
  const overPower = load.powerBudgetW !== null && load.powerW.known > load.powerBudgetW;
  const cables = load.cables.reduce((sum, tier) => sum + tier.count, 0);
  return (
    <>
      <Section title="Load">
        <Figures>
          {tile === null ? null : <Figure name="Tile of its north-west corner" value={tile} />}
          <Figure
            name="Power"
            value={
              load.powerBudgetW === null
                ? partialSumText(load.powerW, powerText)
                : `${partialSumText(load.powerW, powerText)} of ${powerText(load.powerBudgetW)}`
            }
            tone={overPower ? 'error' : 'plain'}
            {...(load.powerBudgetW === null ? {} : { share: load.powerW.known / load.powerBudgetW })}
          />
          <Figure
            name="Equipment"
            value={`${massText(load.equipmentMassG, units)} of ${massText(load.staticLoadG, units)}`}
            tone={overMass ? 'error' : 'plain'}
            share={load.equipmentMassG / load.staticLoadG}
          />
          <Figure
            name="Rack units used"
            value={`${numberText(load.usedU)} of ${numberText(load.rackUnits)}`}
            share={load.usedU / load.rackUnits}
          />
        </Figures>
      </Section>
      <Section title="Cables" aside={numberText(cables)}>
        {cables === 0 ? (
          <p className={styles.note}>No cable ends here yet.</p>
        ) : (
          <Figures>
            {load.cables.map((tier) => (
              <Figure key={tier.tier} mark={<TierKey tier={tier.tier} />} name={tier.tier} value={countText(tier.count, 'cable')} />
            ))}
            <Figure name="Required length" value={partialSumText(load.requiredMm, (mm) => lengthText(mm, units))} weight="total" />
          </Figures>
        )}
      </Section>
      <Section title="Elevation" aside={`${numberText(load.devices.length)} in ${numberText(load.rackUnits)}U`}>
        <CabinetElevation id={id} rackUnits={load.rackUnits} />
      </Section>
      <Section title="Devices" aside={numberText(load.devices.length)}>
        {load.devices.length === 0 ? (
          <p className={styles.note}>Nothing is mounted in it.</p>
        ) : (
          <ul className={styles.list}>
            {[...load.devices]
              .sort((one, other) => other.positionU - one.positionU)
              .map((device) => (
                <li key={device.id}>
                  <button
                    type="button"
                    className={styles.item}
                    onClick={() => session.select([{ kind: 'device', id: device.id }])}
                    title={device.type}
                  >
                    <span className={styles.itemName}>{device.name}</span>
                    <span className={styles.itemAside}>
                      {device.heightU === 1 ? `U${device.positionU}` : `U${device.positionU}–${device.positionU + device.heightU - 1}`}
                    </span>
                  </button>
                </li>
              ))}
          </ul>
        )}
      </Section>
      <CabinetPathways cabinet={load.id} parts={load.parts} limits={load.partLimits} />
      {load.pathways.length === 0 ? null : <Pathways ids={load.pathways} />}
    </>
  );
}

function Pathways({ ids }: { readonly ids: readonly string[] }) {
  const { session } = usePlanner();
  const plan = useShownPlan();
  return (
    <Section title="Pathways its cables take" aside={numberText(ids.length)} startsOpen={false}>
      <ul className={styles.list}>
        {ids.map((id) => (
          <li key={id}>
            <button type="button" className={styles.item} onClick={() => session.select([{ kind: 'segment', id }])}>
              <span className={styles.itemName}>{plan.segments.get(id)?.name ?? id}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ManyCabinets({ cabinets }: { readonly cabinets: readonly Cabinet[] }) {
  const plan = useShownPlan();
  const units = useSession((state) => state.units);
  const ids = new Set(cabinets.map((cabinet) => cabinet.id));
  const loads = new Map<string, number>();
  let powerW = 0;
  let unknownPower = 0;
  let devices = 0;
  for (const device of plan.devices.values()) {
    if (!ids.has(device.cabinet)) continue;
    const type = plan.catalog.deviceTypes.get(device.type);
    devices++;
    loads.set(device.cabinet, (loads.get(device.cabinet) ?? 0) + (type?.massG ?? 0));
    if (type === undefined || type.maxPowerW === null) unknownPower++;
    else powerW += type.maxPowerW;
  }
  const rows = new Set(cabinets.map((cabinet) => cabinet.row).filter((row) => row !== null));
  return (
    <Section title="Load">
      <Figures>
        <Figure
          name={`Power, ${countText(cabinets.length, 'cabinet')}`}
          value={partialSumText({ known: powerW, unknown: unknownPower }, powerText)}
        />
        <Figure name="Equipment, heaviest" value={massText(Math.max(0, ...loads.values()), units)} />
        <Figure name="Devices" value={numberText(devices)} />
        <Figure name="Rows" value={numberText(rows.size)} />
      </Figures>
    </Section>
  );
}

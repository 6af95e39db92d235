/** What lies in a cabinet's openings, vertical managers and drops, and how full that makes them. */
import { partName, type CabinetPart } from '../../shared/cabling/cabinetParts.ts';
import { placeOfOpening } from '../../shared/engine/placeScope.ts';
import type { FillLimits } from '../../shared/plan/types.ts';
import { sizeText } from '../../shared/quantities.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { list } from '../tools/listCables.ts';
import { Figure, Figures } from '../ui/Figures.tsx';
import { countText, percentText } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { parseSize } from '../ui/parseLength.ts';
import { TextField } from '../ui/TextField.tsx';
import { useEdits } from './edits.ts';
import { useShownPlan } from './useShownPlan.ts';
import styles from './Inspector.module.css';

interface CabinetPathwaysProps {
  readonly cabinet: string;
  readonly parts: readonly CabinetPart[];
  readonly limits: FillLimits;
}

export function CabinetPathways({ cabinet, parts, limits }: CabinetPathwaysProps) {
  const planner = usePlanner();
  const plan = useShownPlan();
  const used = parts.filter(({ cables }) => cables > 0);
  const fullest = Math.max(0, ...used.map(({ fillPct }) => fillPct ?? 0));
  const nameOf = ({ place }: CabinetPart): string =>
    place.kind === 'drop' ? `Drop to ${plan.segments.get(place.segment)?.name ?? place.segment}` : sentence(partName(place));
  return (
    <Section
      title="Openings and managers"
      aside={fullest === 0 ? '' : `fullest ${percentText(fullest)}`}
      startsOpen={fullest > limits.warnPct}
    >
      {used.length === 0 ? (
        <p className={styles.note}>No cable leaves its port here yet.</p>
      ) : (
        <Figures>
          {used.map((part) => (
            <Figure
              key={JSON.stringify(part.place)}
              name={nameOf(part)}
              value={fillText(part, limits)}
              tone={toneOf(part, limits)}
              {...(part.fillPct === null ? {} : { share: part.fillPct / limits.errorPct })}
            />
          ))}
        </Figures>
      )}
      <ManagerSize cabinet={cabinet} />
      <div className={styles.list}>
        {used.map(({ place }) =>
          place.kind !== 'opening' ? null : (
            <button
              key={JSON.stringify(place)}
              type="button"
              className={styles.item}
              onClick={() => {
                const name = `${plan.cabinets.get(cabinet)?.name ?? cabinet}, ${partName(place)}`;
                list(planner, { name, ids: [placeOfOpening(cabinet, place.edge, place.side)], sort: null });
              }}
            >
              <span className={styles.itemName}>List what goes through the {partName(place)}</span>
            </button>
          ),
        )}
      </div>
    </Section>
  );
}

/** One size for all cabinets of the model, which its maker may not publish. */
function ManagerSize({ cabinet }: { readonly cabinet: string }) {
  const plan = useShownPlan();
  const units = useSession((state) => state.units);
  const edits = useEdits();
  const model = plan.catalog.cabinetModels.get(plan.cabinets.get(cabinet)?.model ?? '');
  if (model === undefined) return null;
  const area = model.managerArea ?? null;
  return (
    <div className={styles.fields}>
      <TextField
        label="Manager size"
        value={area === null ? '' : `${sizeText(area.widthMm, units)} × ${sizeText(area.depthMm, units)}`}
        placeholder="unknown"
        onCommit={(text) => {
          if (text === '') return edits.setManagerArea([cabinet], model.id, null);
          const size = parseSize(text, units);
          if (!size.ok) return `${size.error.message}; ${units === 'metric' ? 'write 100 x 120' : 'write 4 in x 5 in'}`;
          const [widthMm, depthMm] = size.value;
          return edits.setManagerArea([cabinet], model.id, { widthMm, depthMm });
        }}
      />
      <p className={styles.note}>Usable width × depth of each vertical manager, in all cabinets of {model.name}.</p>
    </div>
  );
}

/** A drop hangs free and is counted alone; of a part whose size is not published the fill is unknown. */
function fillText({ place, cables, fillPct }: CabinetPart, { errorPct }: FillLimits): string {
  const count = countText(cables, 'cable');
  if (place.kind === 'drop') return count;
  return fillPct === null ? `${count}, fill unknown` : `${count}, ${percentText(fillPct)} of ${percentText(errorPct)}`;
}

function toneOf({ fillPct }: CabinetPart, { warnPct, errorPct }: FillLimits): 'plain' | 'warning' | 'error' {
  if (fillPct === null || fillPct <= warnPct) return 'plain';
  return fillPct > errorPct ? 'error' : 'warning';
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

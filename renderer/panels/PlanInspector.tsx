/** Nothing selected: the plan in figures, hours under the labour profiles, money where known, and the next step. */
import type { ProfileSummary, Summary } from '../../shared/engine/protocol.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { useDerived, useSession } from '../state/plannerContext.ts';
import { Figure, Figures } from '../ui/Figures.tsx';
import { numberText, sizeText } from '../../shared/quantities.ts';
import { atLeastText, countText, daysText, distanceText, hoursRangeText, moneyText, powerText, UNKNOWN } from '../ui/quantities.ts';
import { roleTitle } from '../ui/roles.ts';
import { RangeBar } from '../ui/RangeBar.tsx';
import { Section } from '../ui/Section.tsx';
import { CampusSection } from './CampusSection.tsx';
import { PanelHeading } from './PanelHeading.tsx';
import { partialSumText } from './partialSum.ts';
import { PlanRules } from './PlanRules.tsx';
import { useBillTotal, type BillTotal } from './useBillTotal.ts';
import { useShownPlan } from './useShownPlan.ts';
import styles from './Inspector.module.css';

export function PlanInspector() {
  const plan = useShownPlan();
  const summary = useDerived((state) => state.summary);
  const bill = useBillTotal();
  if (summary === null || summary.cabinets === 0) return <EmptyPlan plan={plan} />;
  return (
    <>
      <PanelHeading title={plan.name} subtitle={summary.scope === '' ? undefined : sentence(summary.scope)} />
      <NextStep summary={summary} />
      <Section title="Cabling">
        <Quantities summary={summary} />
      </Section>
      <Section title="Person-hours to install" aside="low–high">
        <Profiles summary={summary} />
      </Section>
      <Section title="Equipment">
        <Equipment summary={summary} />
      </Section>
      <Section title="Money">
        <Money bill={bill} />
      </Section>
      <CampusSection plan={plan} />
      <PlanRules />
      <HallFigures plan={plan} summary={summary} />
    </>
  );
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function EmptyPlan({ plan }: { readonly plan: Plan }) {
  return (
    <>
      <PanelHeading
        title={plan.name}
        subtitle={plan.halls.size === 0 ? 'An empty plan' : `${countText(plan.halls.size, 'hall')}, no cabinets yet`}
      />
      <p className={styles.note}>
        Figures stand here as the plan grows: links and cables, metres required and to order, hours to install, load, and what each is made
        of. Select anything to see how its figures come about.
      </p>
    </>
  );
}

function NextStep({ summary }: { readonly summary: Summary }) {
  if (summary.links === 0)
    return (
      <p className={styles.hint}>
        No links yet, so no cables and no lengths; the hours below are for what stands here already. Connect two ports with the connect tool
        (C), or generate a plan (G), which comes with its links. Cabinets, trays and loads are checked all the same.
      </p>
    );
  if (summary.findings.errors > 0)
    return (
      <p className={styles.hint}>
        {countText(summary.findings.errors, 'error')} to mend before anything is ordered. Open Findings below; each one leads to its place.
      </p>
    );
  return (
    <p className={styles.hint}>
      Select a cabinet, a pathway or a cable to see its figures and light its routes. Drag a cabinet to see metres and hours follow.
    </p>
  );
}

function Quantities({ summary }: { readonly summary: Summary }) {
  const units = useSession((state) => state.units);
  return (
    <Figures>
      <Figure name="Links" value={numberText(summary.links)} />
      <Figure name="Cables" value={numberText(summary.cables)} />
      <Figure name="Required" value={atLeastText(distanceText(summary.requiredMm, units), summary.unknownRequired)} />
      <Figure name="To order, before spares" value={atLeastText(distanceText(summary.orderedMm, units), summary.unknownOrdered)} />
      {summary.unknownOrdered > 0 || summary.unknownRequired > 0 ? null : (
        <Figure name="Stored surplus" value={distanceText(summary.orderedMm - summary.requiredMm, units)} weight="soft" />
      )}
    </Figures>
  );
}

function Profiles({ summary }: { readonly summary: Summary }) {
  const { hours } = summary;
  if (hours === null) return <p className={styles.note}>No labor profile in the plan.</p>;
  const max = Math.max(...summary.profiles.map((profile) => profile.range.high));
  return (
    <>
      {summary.profiles.map((profile) => (
        <Profile key={profile.profile} profile={profile} max={max} strong={profile.profile === hours.profile} />
      ))}
      <p className={styles.note}>
        The mark is the likely value. Days: {hours.unknownCables > 0 ? 'at least ' : ''}
        {daysText(hours.days)} under {hours.name.toLowerCase()}.
        {hours.unknownCables === 0
          ? ''
          : ` ${numberText(hours.unknownCables)} of ${countText(summary.cables, 'cable')} have no route, and pulling them is not counted.`}
      </p>
    </>
  );
}

function Profile({ profile, max, strong }: { readonly profile: ProfileSummary; readonly max: number; readonly strong: boolean }) {
  return (
    <div className={styles.profile} data-strong={strong}>
      <div className={styles.profileHead}>
        <span className={styles.profileName}>{profile.name}</span>
        <span
          title={`likely ${numberText(profile.total)} h`}
        >{`${profile.unknownCables > 0 ? 'at least ' : ''}${hoursRangeText(profile.range)}`}</span>
      </div>
      <RangeBar range={profile.range} max={max} strong={strong} />
    </div>
  );
}

function Equipment({ summary }: { readonly summary: Summary }) {
  return (
    <Figures>
      <Figure name="Cabinets" value={numberText(summary.cabinets)} />
      {summary.devices.map((role) => (
        <Figure key={role.role} name={roleTitle(role.role)} value={numberText(role.count)} />
      ))}
      <Figure
        name="Power, at most"
        value={partialSumText({ known: summary.powerW.known, unknown: summary.powerW.unknownDevices }, powerText)}
        weight="total"
      />
    </Figures>
  );
}

function Money({ bill }: { readonly bill: BillTotal | null }) {
  if (bill === null) return <p className={styles.note}>Counting the bill of materials…</p>;
  const { knownMinor, unknownLines, lines, currency } = bill;
  return (
    <>
      <Figures>
        <Figure
          name="Bill of materials"
          value={
            unknownLines === lines
              ? UNKNOWN
              : unknownLines === 0
                ? moneyText(knownMinor, currency)
                : `at least ${moneyText(knownMinor, currency)}`
          }
        />
      </Figures>
      {unknownLines === 0 ? null : (
        <p className={styles.note}>
          {numberText(unknownLines)} of {countText(lines, 'line')} without a price. Unknown is not counted as zero.
        </p>
      )}
    </>
  );
}

function HallFigures({ plan, summary }: { readonly plan: Plan; readonly summary: Summary }) {
  const units = useSession((state) => state.units);
  const hallId = useSession((state) => state.hall);
  const hall = (hallId === null ? undefined : plan.halls.get(hallId)) ?? [...plan.halls.values()][0];
  if (hall === undefined) return null;
  const xs = hall.outline.map(([x]) => x);
  const ys = hall.outline.map(([, y]) => y);
  const over = hall.powerBudgetW !== null && summary.powerW.known > hall.powerBudgetW;
  return (
    <Section title={hall.name}>
      <Figures>
        <Figure
          name="Inside"
          value={`${sizeText(Math.max(...xs) - Math.min(...xs), units)} × ${sizeText(Math.max(...ys) - Math.min(...ys), units)}`}
        />
        <Figure name="Clear height" value={sizeText(hall.clearHeightMm, units)} />
        <Figure name="Floor" value={`${hall.floor.kind}, tile ${sizeText(hall.tile.sizeMm, units)}`} />
        <Figure
          name="Power budget"
          value={hall.powerBudgetW === null ? UNKNOWN : powerText(hall.powerBudgetW)}
          tone={over ? 'error' : 'plain'}
          weight={hall.powerBudgetW === null ? 'soft' : 'plain'}
        />
      </Figures>
    </Section>
  );
}

/** Which lengths of a cable family to order: a curve of cost by number of lengths, to pick a point from. */
import { useEffect, useState } from 'react';
import { Button, Modal, Radio, Select, TextInput } from '@mantine/core';
import { clearLengthPlans, setLengthPlans } from '../../shared/commands/lengthPlans.ts';
import type { LengthRules } from '../../shared/lengths/lengthCurve.ts';
import { recordOf, type CurveFigures, type FamilyLengths } from '../../shared/lengths/lengthPlan.ts';
import type { LengthPlan } from '../../shared/plan/types.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { parseCount } from '../ui/parseCount.ts';
import { parseLength } from '../ui/parseLength.ts';
import { numberText, productText, sizeValueText, type Units } from '../../shared/quantities.ts';
import { countText, distanceText, moneyText, sizeUnit } from '../ui/quantities.ts';
import { closeDialog, useDialogOpen } from './dialogStore.ts';
import dialogStyles from './dialogs.module.css';
import { LengthCurve } from './LengthCurve.tsx';
import styles from './LengthsDialog.module.css';

const MOST_ORDERED = 1_000_000;

export function LengthsDialog() {
  return (
    <Modal opened={useDialogOpen('lengths')} onClose={closeDialog} title="Cable lengths to order" size={640}>
      <LengthsForm />
    </Modal>
  );
}

interface Typed {
  readonly minimumOrder: string;
  readonly surplusLimit: string;
}

function LengthsForm() {
  const { engine, derived, plan, session } = usePlanner();
  const units = useSession((state) => state.units);
  const lengthPlans = usePlan((state) => state.plan.lengthPlans);
  const currency = usePlan((state) => state.plan.settings.currency);
  const [family, setFamily] = useState<string | null>(null);
  const [typed, setTyped] = useState<Typed | null>(null);
  const [families, setFamilies] = useState<readonly FamilyLengths[] | null>(null);
  const [picked, setPicked] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const current = family ?? mostCables(families ?? [])?.family ?? null;
  const recorded = current === null ? undefined : lengthPlans.get(current);
  const shownTyped = typed ?? typedOf(recorded, units);
  const rules = readRules(shownTyped, units);
  const minimumOrder = typeof rules === 'string' ? null : rules.minimumOrder;
  const surplusLimitMm = typeof rules === 'string' ? null : rules.surplusLimitMm;
  useEffect(() => {
    if (minimumOrder === null) return;
    let isWanted = true;
    void engine.lengths({ minimumOrder, surplusLimitMm }).then(
      (answer) => {
        if (isWanted) setFamilies(answer);
      },
      () => setProblem('The engine stopped before it had an answer; close this and try again'),
    );
    return () => {
      isWanted = false;
    };
  }, [engine, minimumOrder, surplusLimitMm, lengthPlans]);

  // Who closes it does not wait for an answer that takes long.
  useEffect(
    () => () => {
      if (derived.getState().asking !== null) engine.leaveQuestions();
    },
    [derived, engine],
  );

  if (families === null) return <EmptyState title="Computing…" />;
  const first = mostCables(families);
  if (first === undefined)
    return <EmptyState title="No cables yet">Connect two ports, or generate a plan; then choose here how few lengths to order.</EmptyState>;
  const shown = families.find((one) => one.family === current) ?? first;
  const points = distinct(shown.curve);
  const standing = points.find(({ lengthsMm }) => lengthsMm.join() === recorded?.lengthsMm.join());
  const point = points.find(({ lengthsMm }) => lengthsMm.length === picked) ?? standing ?? points.at(-1);
  const refused = typeof rules === 'string' ? rules : problem;

  const order = () => {
    if (point === undefined || typeof rules === 'string') return;
    const done = plan.run(setLengthPlans, {
      plans: [recordOf(shown.family, rules, { k: point.lengthsMm.length, lengthsMm: point.lengthsMm })],
    });
    if (!done.ok) {
      setProblem(`${done.error.message}; ${done.error.remedy}`);
      return;
    }
    closeDialog();
    session.setState({ notice: { text: `${shown.name}: ${countText(point.lengthsMm.length, 'length')} to order`, tone: 'info' } });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        order();
      }}
    >
      <div className={dialogStyles.parameters}>
        <Select
          label="Cable family"
          className={dialogStyles.wide ?? ''}
          data={families.map((one) => ({ value: one.family, label: `${one.name}, ${countText(one.cables, 'cable')}` }))}
          value={shown.family}
          allowDeselect={false}
          onChange={(value) => {
            setFamily(value);
            setTyped(null);
            setPicked(null);
          }}
        />
        <TextInput
          label="Minimum order of a length"
          value={shownTyped.minimumOrder}
          autoComplete="off"
          onChange={(event) => setTyped({ ...shownTyped, minimumOrder: event.currentTarget.value })}
        />
        <TextInput
          label={`Most surplus in a cable (${sizeUnit(units)})`}
          value={shownTyped.surplusLimit}
          placeholder="any"
          autoComplete="off"
          onChange={(event) => setTyped({ ...shownTyped, surplusLimit: event.currentTarget.value })}
        />
      </div>
      <LengthCurve
        points={points}
        picked={point?.lengthsMm.length ?? null}
        costText={(cost) => costTextOf(shown, cost, units, currency)}
        onPick={setPicked}
      />
      <Radio.Group
        className={styles.points ?? ''}
        label="Lengths to order"
        description={
          shown.unit === 'money'
            ? 'Each the cheapest choice of so many lengths'
            : 'Each the choice of so many lengths with the fewest metres, since prices are unknown'
        }
        value={String(point?.lengthsMm.length ?? '')}
        onChange={(value) => setPicked(Number(value))}
      >
        {points.map((one) => (
          <PointChoice key={one.lengthsMm.length} point={one} best={points.at(-1)} family={shown} units={units} />
        ))}
      </Radio.Group>
      <p className={refused === null ? dialogStyles.remedy : dialogStyles.problem} role="status">
        {refused ?? noteOf(shown, point)}
      </p>
      <div className={dialogStyles.buttons}>
        {recorded === undefined ? null : (
          <Button
            variant="default"
            className={dialogStyles.apart ?? ''}
            onClick={() => {
              const done = plan.run(clearLengthPlans, { families: [shown.family] });
              if (done.ok) setPicked(null);
            }}
          >
            Order any length
          </Button>
        )}
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit" disabled={typeof rules === 'string' || point === undefined}>
          Order these lengths
        </Button>
      </div>
    </form>
  );
}

interface PointProps {
  readonly point: CurveFigures;
  /** What the lengths cost where their number does not matter. */
  readonly best: CurveFigures | undefined;
  readonly family: FamilyLengths;
  readonly units: Units;
}

function PointChoice({ point, best, family, units }: PointProps) {
  const currency = usePlan((state) => state.plan.settings.currency);
  const { cost, lengths, surplusMm, mostSurplusMm, overReach } = point;
  const more = best === undefined || best.cost === 0 ? 0 : (cost / best.cost - 1) * 100;
  const costText = costTextOf(family, cost, units, currency);
  const list = lengths.map(({ lengthMm, order }) => `${numberText(order)} × ${productText(lengthMm, units)}`).join(', ');
  return (
    <Radio
      value={String(point.lengthsMm.length)}
      label={`${countText(point.lengthsMm.length, 'length')}: ${costText}${more < 0.05 ? '' : `, ${numberText(more, 1)} % more`}`}
      description={`${list}. Surplus ${distanceText(surplusMm, units)}, at most ${distanceText(mostSurplusMm, units)} in a cable${overReach === 0 ? '' : `. ${countText(overReach, 'link')} would be longer than light reaches`}`}
    />
  );
}

function costTextOf({ unit }: FamilyLengths, cost: number, units: Units, currency: string): string {
  return unit === 'money' ? moneyText(cost, currency) : distanceText(cost, units);
}

/** The family that most of the order is of. */
function mostCables(families: readonly FamilyLengths[]): FamilyLengths | undefined {
  return families.toSorted((one, other) => other.cables - one.cables)[0];
}

/** Points that cost less than the one before. */
function distinct(curve: readonly CurveFigures[]): readonly CurveFigures[] {
  return curve.filter((point, at) => at === 0 || point.cost < (curve[at - 1]?.cost ?? Infinity));
}

function noteOf({ fewest, curve, unknown, tooLong }: FamilyLengths, point: CurveFigures | undefined): string {
  const parts = [
    curve.length === 0 ? 'Nothing to order' : null,
    fewest > 1 ? `These limits need at least ${countText(fewest, 'length')}` : null,
    point !== undefined && point.overLimit > 0
      ? `${countText(point.overLimit, 'cable')} over the limit, since nothing shorter is on offer`
      : null,
    unknown === 0 ? null : `${countText(unknown, 'cable')} without a route left out`,
    tooLong === 0 ? null : `${countText(tooLong, 'cable')} longer than any on offer left out`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'Every cable takes the shortest of the chosen lengths that serves it' : parts.join('; ');
}

function typedOf(recorded: LengthPlan | undefined, units: Units): Typed {
  const limitMm = recorded?.surplusLimitMm ?? null;
  return { minimumOrder: String(recorded?.minimumOrder ?? 1), surplusLimit: limitMm === null ? '' : sizeValueText(limitMm, units) };
}

/** The rules, or what is wrong with the text. */
function readRules({ minimumOrder, surplusLimit }: Typed, units: Units): LengthRules | string {
  const minimum = parseCount(minimumOrder, MOST_ORDERED);
  if (!minimum.ok) return `${minimum.error.message}; ${minimum.error.remedy}`;
  if (surplusLimit.trim() === '') return { minimumOrder: minimum.value, surplusLimitMm: null };
  const limit = parseLength(surplusLimit, units);
  if (!limit.ok) return `${limit.error.message}; ${limit.error.remedy}`;
  return { minimumOrder: minimum.value, surplusLimitMm: Math.max(0, Math.round(limit.value.value)) };
}

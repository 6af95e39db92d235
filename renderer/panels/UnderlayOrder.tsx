/** The place of a drawing among those of its hall, and the ways to change it. */
import { Button } from '@mantine/core';
import type { UnderlayOrder as To } from '../../shared/commands/orderUnderlays.ts';
import { fromBottomUp } from '../../shared/drawings/underlayOrder.ts';
import type { Underlay } from '../../shared/plan/underlays.ts';
import { findAction } from '../actions/actionTable.ts';
import { usePlanner } from '../state/plannerContext.ts';
import { Figure, Figures } from '../ui/Figures.tsx';
import { Section } from '../ui/Section.tsx';
import { useShownPlan } from './useShownPlan.ts';
import styles from './Inspector.module.css';

const ORDERS: readonly (readonly [to: To, label: string])[] = [
  ['forward', 'Forward'],
  ['backward', 'Backward'],
  ['front', 'To front'],
  ['back', 'To back'],
];

/** Which drawings of its hall lie over it; nothing where it is the only one. */
export function UnderlayOrder({ underlay }: { readonly underlay: Underlay }) {
  const planner = usePlanner();
  const underlays = useShownPlan().underlays;
  const order = fromBottomUp([...underlays.values()].filter(({ hall }) => hall === underlay.hall));
  if (order.length < 2) return null;
  const over = order.length - 1 - order.findIndex(({ id }) => id === underlay.id);
  return (
    <Section title="Order">
      <Figures label="Order">
        <Figure name="Counted from the top" value={`${over + 1} of ${order.length}`} />
      </Figures>
      <p className={`${styles.note} ${styles.buttons}`}>
        {ORDERS.map(([to, label]) => (
          <Button key={to} size="compact-xs" variant="default" onClick={() => findAction(`drawing.${to}`)?.run(planner)}>
            {label}
          </Button>
        ))}
      </p>
    </Section>
  );
}

/** Cable family and optics of a link that was drawn by hand: what fits its two ports can be chosen. */
import { Button, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { setLinkParts } from '../../shared/commands/links.ts';
import type { HandLink } from '../../shared/plan/types.ts';
import { findAction } from '../actions/actionTable.ts';
import { entriesOf, joiningParts, portIndex } from '../elevation/connectPorts.ts';
import { partNames, partsKey, partsOptions } from '../elevation/partsText.ts';
import { useKnownPorts } from '../elevation/useKnownPorts.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { runCommand } from '../tools/editActions.ts';
import { partsFor } from './partCatalog.ts';
import styles from './Inspector.module.css';

export function LinkParts({ link }: { readonly link: HandLink }) {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const units = useSession((state) => state.units);
  const known = useKnownPorts(plan, [link.a.device, link.b.device]);
  const [a, b] = [portIndex(plan, link.a.device, link.a.port), portIndex(plan, link.b.device, link.b.port)];
  const [from, to] = [a === null ? null : { device: link.a.device, port: a }, b === null ? null : { device: link.b.device, port: b }];
  const joined = known === null || from === null || to === null ? null : joiningParts(known, from, to, link.id);
  const fitting = joined?.ok === true ? joined.value : [];
  // What stands there is shown, whether it fits or not.
  const choices = fitting.some((one) => partsKey(one) === partsKey(link.parts)) ? fitting : [link.parts, ...fitting];
  const options = partsOptions(plan, choices, from, to, units);
  const { opticA, opticB } = partNames(plan, link.parts);
  return (
    <div className={styles.parts}>
      <Select
        label="Cable and optics that fit"
        data={[...options]}
        renderOption={({ option }) => options.find(({ value }) => value === option.value)?.whole}
        value={partsKey(link.parts)}
        error={joined?.ok === false ? joined.error : undefined}
        onChange={(key) => {
          const parts = choices.find((one) => partsKey(one) === key);
          if (parts !== undefined && parts !== link.parts)
            runCommand(planner, setLinkParts, { ids: [link.id], parts, embed: entriesOf(partsFor(plan), parts) });
        }}
      />
      <p className={styles.hint}>
        At A {opticA ?? 'the cable itself'}, at B {opticB ?? 'the cable itself'}.
      </p>
      <Button variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => findAction('edit.delete')?.run(planner)}>
        Delete this link
      </Button>
    </div>
  );
}

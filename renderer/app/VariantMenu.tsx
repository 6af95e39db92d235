/** Which variant of the plan is worked on, and the way to the others. */
import { Menu } from '@mantine/core';
import { IconChevronDown, IconGitCompare, IconGitFork, IconVersions } from '@tabler/icons-react';
import { ownVariant, variantNames } from '../../shared/plan/variants.ts';
import { compareWithFile, compareWithVariant } from '../compare/compareActions.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { usePlan, usePlanner } from '../state/plannerContext.ts';
import { workOn } from '../tools/variantActions.ts';
import styles from './VariantMenu.module.css';

export function VariantMenu() {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const own = ownVariant(plan);
  if (plan.halls.size === 0) return null;
  const others = variantNames(plan).filter(({ id }) => id !== own.id);
  return (
    <Menu position="bottom-end" width={264}>
      <Menu.Target>
        <button
          type="button"
          className={styles.button}
          aria-label={`Variant: ${own.name}`}
          title={`You work on the variant ${own.name}; fork, switch and compare variants`}
        >
          <IconVersions size={16} stroke={1.6} aria-hidden />
          <span className={styles.what}>Variant:</span>
          <span className={styles.name}>{own.name}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={own.id} onChange={(id) => workOn(planner, id)}>
          <Menu.Label>Variants of this plan</Menu.Label>
          {variantNames(plan).map(({ id, name }) => (
            <Menu.RadioItem key={id} closeMenuOnClick value={id}>
              <span className={styles.item}>{name}</span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {plan.variants.size > 0 ? null : <p className={styles.hint}>Fork it to try another layout, then compare the two.</p>}
        <Menu.Divider />
        <Menu.Item leftSection={<IconGitFork size={16} stroke={1.6} aria-hidden />} onClick={() => dialogs.setState({ open: 'variants' })}>
          Fork as a new variant…
        </Menu.Item>
        <Menu.Divider />
        {others.map(({ id, name }) => (
          <Menu.Item key={id} leftSection={<CompareIcon />} onClick={() => compareWithVariant(planner, id)}>
            <span className={styles.item}>Compare with {name}</span>
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<CompareIcon />} onClick={() => void compareWithFile(planner)}>
          Compare with a file…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => dialogs.setState({ open: 'variants' })}>
          {others.length === 0 ? 'Rename this variant…' : 'Rename or delete variants…'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function CompareIcon() {
  return <IconGitCompare size={16} stroke={1.6} aria-hidden />;
}

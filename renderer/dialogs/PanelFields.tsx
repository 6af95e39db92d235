/** Fields of the panels dialog: a panel with its first port, a cable family. */
import { Select } from '@mantine/core';
import { must } from '../../shared/assert.ts';
import type { CableFamily } from '../../shared/catalog/types.ts';
import type { PanelOption } from './panelChoice.ts';
import { takeWhole } from '../ui/takeWhole.ts';
import styles from './dialogs.module.css';

const AUTO = '';

interface PanelFieldsProps {
  readonly name: string;
  readonly options: readonly PanelOption[];
  readonly panel: string | null;
  readonly start: string | null;
  readonly onPanel: (panel: string | null) => void;
  readonly onStart: (start: string | null) => void;
}

export function PanelFields({ name, options, panel, start, onPanel, onStart }: PanelFieldsProps) {
  const chosen = options.find(({ id }) => id === panel);
  return (
    <>
      <Select
        label={name}
        searchable
        onClick={takeWhole}
        data={options.map(({ id, label, free, isShuffle }) => ({ value: id, label, disabled: free.length === 0 && !isShuffle }))}
        value={panel}
        placeholder="Cabinet or panel"
        nothingFoundMessage="No such panel"
        description={chosen?.inside}
        onChange={onPanel}
      />
      {chosen?.isShuffle === true ? null : (
        <Select
          label={`${name}, from port`}
          searchable
          onClick={takeWhole}
          data={[
            { value: AUTO, label: `first free${chosen?.free[0] === undefined ? '' : `: ${chosen.free[0]}`}` },
            ...(chosen?.free ?? []),
          ]}
          value={start ?? AUTO}
          disabled={chosen === undefined}
          allowDeselect={false}
          onChange={(port) => onStart(port === AUTO ? null : port)}
        />
      )}
    </>
  );
}

interface FamilyFieldProps {
  readonly name: string;
  readonly families: readonly CableFamily[];
  readonly value: CableFamily | null;
  readonly onPick: (id: string | null) => void;
}

export function FamilyField({ name, families, value, onPick }: FamilyFieldProps) {
  return (
    <Select
      className={styles.wide ?? ''}
      label={name}
      data={families.map(({ id, name: family, polarity }) => ({
        value: id,
        label: `${family}${polarity === null || family.includes(`type ${polarity}`) ? '' : `, type ${polarity}`}`,
      }))}
      value={value?.id ?? null}
      placeholder="none fits"
      disabled={families.length === 0}
      allowDeselect={false}
      onChange={(id) =>
        onPick(
          id === null
            ? null
            : must(
                families.find((family) => family.id === id),
                'family',
              ).id,
        )
      }
    />
  );
}

/** A cabinet model out of all that ship, and those of the plan that do not, found by maker, name or order number. */
import { memo, useId } from 'react';
import { Select } from '@mantine/core';
import type { CabinetModel } from '../../shared/catalog/types.ts';
import { numberText, sizeValueText, type Units } from '../../shared/quantities.ts';
import fieldStyles from '../ui/Field.module.css';
import { takeWhole } from '../ui/takeWhole.ts';
import { useNewest } from '../ui/useNewest.ts';
import { cabinetCatalog } from './cabinetCatalog.ts';
import { filterCatalog, type MakerModels } from './filterCatalog.ts';
import { useSession } from '../state/plannerContext.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ModelFieldProps {
  /** Absent: Model. */
  readonly label?: string;
  /** An id, or the value of `first`; null: none stands there. */
  readonly value: string | null;
  /** Stands before all models. */
  readonly first?: Choice;
  /** Models of the plan: they go before those that ship under the same id. */
  readonly own: ReadonlyMap<string, CabinetModel>;
  readonly placeholder?: string;
  /** How a model is written; the list is by maker. One and the same from rendering to rendering. */
  readonly textOf: (model: CabinetModel, units: Units) => string;
  /** Null: the choice that stands first. */
  readonly onChange: (model: CabinetModel | null) => void;
}

export function ModelField({ onChange, ...shown }: ModelFieldProps) {
  const units = useSession((state) => state.units);
  return <Field {...shown} units={units} onChange={useNewest(onChange)} />;
}

/** Rendered for what it shows alone: it stands in a panel that follows gestures. */
const Field = memo(
  function Field({
    label = 'Model',
    value,
    first,
    own,
    placeholder = '',
    textOf,
    units,
    onChange,
  }: ModelFieldProps & { readonly units: Units }) {
    const id = useId();
    const catalog = withOwn(own);
    const all = catalog.flatMap(({ models }) => models);
    const chosen = all.find((model) => model.id === value);
    const options = (makers: readonly MakerModels[]) =>
      makers.map(({ maker, models }) => ({
        group: maker,
        items: models.map((model) => ({ value: model.id, label: textOf(model, units) })),
      }));
    const firsts = first === undefined ? [] : [first];
    return (
      <div className={fieldStyles.field} data-wide>
        <label htmlFor={id} className={fieldStyles.label}>
          {label}
        </label>
        <Select
          id={id}
          className={fieldStyles.input}
          title={chosen === undefined ? first?.label : textOf(chosen, units)}
          searchable
          onClick={takeWhole}
          nothingFoundMessage="No model of this name"
          placeholder={placeholder}
          value={value}
          data={[...firsts, ...options(catalog)]}
          // By maker and order number too, as the catalog panel filters.
          filter={({ search }) => {
            const words = search.trim().toLowerCase();
            return [...firsts.filter(({ label }) => label.toLowerCase().includes(words)), ...options(filterCatalog(catalog, words))];
          }}
          onChange={(next) => {
            if (next === null || next === value) return;
            onChange(all.find((model) => model.id === next) ?? null);
          }}
        />
      </div>
    );
  },
  ({ first: before, ...one }, { first: now, ...other }) =>
    one.label === other.label &&
    one.value === other.value &&
    one.own === other.own &&
    one.placeholder === other.placeholder &&
    one.textOf === other.textOf &&
    one.units === other.units &&
    one.onChange === other.onChange &&
    before?.value === now?.value &&
    before?.label === now?.label,
);

/** `Vertiv VR3100, 600 × 1 200 × 42 U`. */
export function modelTitle(model: CabinetModel, units: Units): string {
  return `${model.manufacturer ?? 'Generic'} ${model.name}, ${sizesText(model, units)}`;
}

/** `VR3100, 600 × 1 200 × 42 U`; the name alone where it tells the sizes. */
export function modelText(model: CabinetModel, units: Units): string {
  return model.name.includes('×') ? model.name : `${model.name}, ${sizesText(model, units)}`;
}

function sizesText({ widthMm, depthMm, rackUnits }: CabinetModel, units: Units): string {
  const side = (mm: number): string => (units === 'metric' ? numberText(mm) : sizeValueText(mm, units));
  return `${side(widthMm)} × ${side(depthMm)} × ${rackUnits} U`;
}

function withOwn(own: ReadonlyMap<string, CabinetModel>): readonly MakerModels[] {
  const shipped = cabinetCatalog().map(({ maker, models }) => ({ maker, models: models.map((model) => own.get(model.id) ?? model) }));
  const known = new Set(shipped.flatMap(({ models }) => models.map(({ id }) => id)));
  const others = [...own.values()].filter(({ id }) => !known.has(id));
  return others.length === 0 ? shipped : [{ maker: 'Of this plan', models: others }, ...shipped];
}

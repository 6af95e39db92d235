/** Cabinet models by maker: a click takes one into the hand, a drag puts one onto the drawing, numbers place it exactly. */
import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import type { CabinetModel } from '../../shared/catalog/types.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { placeByNumber, takeModel } from '../tools/placeActions.ts';
import { parseLength } from '../ui/parseLength.ts';
import { sizeValueText } from '../../shared/quantities.ts';
import { sizeUnit } from '../ui/quantities.ts';
import { cabinetCatalog } from './cabinetCatalog.ts';
import { filterCatalog } from './filterCatalog.ts';
import styles from './CatalogPanel.module.css';

export function CatalogPanel() {
  const hasHall = usePlan(({ plan }) => plan.halls.size > 0);
  const placing = useSession((state) => (state.tool === 'place' ? state.placing : null));
  const [text, setText] = useState('');
  const makers = filterCatalog(cabinetCatalog(), text.trim().toLowerCase());
  if (!hasHall) return <p className={styles.note}>A plan needs a hall before it takes cabinets.</p>;
  return (
    <div className={styles.catalog}>
      <TextInput
        aria-label="Filter the catalog"
        placeholder="Filter models"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {placing === null ? null : <PlaceForm key={placing.id} model={placing} />}
      <div className={styles.makers}>
        {makers.map(({ maker, models }) => (
          <section key={maker} aria-label={maker}>
            <h4 className={styles.maker}>{maker}</h4>
            <ul className={styles.list}>
              {models.map((model) => (
                <li key={model.id}>
                  <ModelButton model={model} taken={placing?.id === model.id} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {makers.length === 0 ? <p className={styles.note}>No model holds “{text.trim()}”.</p> : null}
      </div>
    </div>
  );
}

function ModelButton({ model, taken }: { readonly model: CabinetModel; readonly taken: boolean }) {
  const planner = usePlanner();
  const units = useSession((state) => state.units);
  const size = [model.widthMm, model.depthMm, model.heightMm].map((mm) => sizeValueText(mm, units)).join(' × ');
  return (
    <button
      type="button"
      className={styles.model}
      aria-pressed={taken}
      title={`${model.name}: ${size}${units === 'metric' ? ' mm' : ''}. Click, then click in the drawing; or drag it there`}
      draggable
      onClick={() => {
        if (taken) planner.session.setTool('select');
        else takeModel(planner, model);
      }}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.effectAllowed = 'copy';
        dataTransfer.setData('text/plain', model.name);
        takeModel(planner, model);
      }}
      onDragEnd={() => planner.session.setTool('select')}
    >
      <span className={styles.name}>{model.name}</span>
      <span className={styles.size}>{size}</span>
    </button>
  );
}

/** The keyboard's way: the place of the north-west corner, and Enter. */
function PlaceForm({ model }: { readonly model: CabinetModel }) {
  const planner = usePlanner();
  const units = useSession((state) => state.units);
  const [typed, setTyped] = useState({ x: '', y: '' });
  const [x, y] = [parseLength(typed.x, units), parseLength(typed.y, units)];
  const isReady = x.ok && y.ok;
  const place = () => {
    if (isReady) placeByNumber(planner, x.value.value, y.value.value);
  };
  return (
    <form
      className={styles.place}
      aria-label={`Place ${model.name}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') planner.session.setTool('select');
      }}
      onSubmit={(event) => {
        event.preventDefault();
        place();
      }}
    >
      {(['x', 'y'] as const).map((axis) => (
        <TextInput
          key={axis}
          label={`${axis} (${sizeUnit(units)})`}
          value={typed[axis]}
          autoComplete="off"
          onChange={(event) => setTyped({ ...typed, [axis]: event.currentTarget.value })}
        />
      ))}
      <Button type="submit" disabled={!isReady}>
        Place
      </Button>
      <p className={styles.hint}>Or click in the drawing. R turns it, Esc puts it away.</p>
    </form>
  );
}

/** Network cabinets of the next row: none, at its ends or in its middle, of which model, and how many. */
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { parseCount } from '../ui/parseCount.ts';
import { cabinetCatalog } from './cabinetCatalog.ts';
import { ModelField, modelText } from './ModelField.tsx';

const places = [
  { value: 'none', label: 'None' },
  { value: 'ends', label: 'At the ends' },
  { value: 'middle', label: 'In the middle' },
] as const;

const MOST = 20;

export function RowNetworkFields() {
  const { session } = usePlanner();
  const network = useSession((state) => state.row.network);
  const own = usePlan(({ plan }) => plan.catalog.cabinetModels);
  const [first] = cabinetCatalog().flatMap((maker) => maker.models);
  if (first === undefined) return null;
  return (
    <>
      <SelectField
        label="Network"
        value={network?.at ?? 'none'}
        options={places}
        onChange={(value) => {
          const at = value === 'ends' || value === 'middle' ? value : null;
          session.setRow({ network: at === null ? null : { model: network?.model ?? first, count: network?.count ?? 1, at } });
        }}
      />
      {network === null ? null : (
        <>
          <ModelField
            label="Of model"
            value={network.model.id}
            own={own}
            textOf={modelText}
            onChange={(model) => {
              if (model !== null) session.setRow({ network: { ...network, model } });
            }}
          />
          <TextField
            label={network.at === 'ends' ? 'At each end' : 'How many'}
            value={String(network.count)}
            onCommit={(text) => {
              const read = parseCount(text, MOST);
              if (!read.ok) return `${read.error.message}; ${read.error.remedy}`;
              session.setRow({ network: { ...network, count: read.value } });
              return null;
            }}
          />
        </>
      )}
    </>
  );
}

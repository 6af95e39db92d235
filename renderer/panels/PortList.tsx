/** Ports of a device: which are free, what is in the others and where it leads. A row leads to its cable. */
import { portsOf, type Port } from '../../shared/catalog/ports.ts';
import type { DeviceType } from '../../shared/catalog/types.ts';
import type { DevicePorts } from '../../shared/engine/protocol.ts';
import { farText, portKindText } from '../elevation/portState.ts';
import { usePlanner } from '../state/plannerContext.ts';
import { countText } from '../ui/quantities.ts';
import { TierKey } from '../ui/TierKey.tsx';
import styles from './PortList.module.css';

export function PortList({ type, told }: { readonly type: DeviceType; readonly told: DevicePorts | undefined }) {
  const ports = portsOf(type);
  if (ports.length === 0) return <p className={styles.note}>It has no ports in the catalog.</p>;
  if (told === undefined) return <p className={styles.note}>Being counted…</p>;
  return (
    <>
      {told.lost === 0 ? null : (
        <p className={styles.note} data-tone="error">
          ✕ {countText(told.lost, 'link')} would end in ports that it does not have
        </p>
      )}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label="Ports">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Port</th>
              <th scope="col">Leads to</th>
            </tr>
          </thead>
          <tbody>
            {ports.map((port) => (
              <PortRow key={port.index} port={port} told={told} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function PortRow({ port, told }: { readonly port: Port; readonly told: DevicePorts }) {
  const { session } = usePlanner();
  const used = told.used.find((one) => one.port === port.index);
  const end = used?.ends[0];
  return (
    <tr>
      <th scope="row" title={portKindText(port)}>
        {port.name}
      </th>
      {used === undefined || end === undefined ? (
        <td className={styles.free}>free</td>
      ) : (
        <td>
          <button
            type="button"
            className={styles.far}
            title={[`Select the cable: ${end.family}`, ...used.faults].join('. ')}
            onClick={() => session.select([{ kind: 'cable', id: end.cable }])}
          >
            <TierKey tier={end.tier} />
            <span className={styles.name}>{farText(used)}</span>
            {used.faults.length === 0 ? null : (
              <span className={styles.fault} role="img" aria-label={used.faults.join('. ')}>
                ✕
              </span>
            )}
          </button>
        </td>
      )}
    </tr>
  );
}

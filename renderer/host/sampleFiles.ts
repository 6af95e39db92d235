/** The sample plans, as files that ship with the page. */
import type { SampleId } from '../state/fileActions.ts';

const addresses = import.meta.glob<string>('../../assets/samples/*.raceway', { query: '?url', import: 'default' });

/** Bytes of a sample; throws when the page was built without it. */
export async function fetchSample(id: SampleId): Promise<Uint8Array> {
  const address = await addresses[`../../assets/samples/${id}.raceway`]?.();
  if (address === undefined) throw new Error(`no sample ${id}`);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`sample ${id}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

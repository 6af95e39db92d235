/** Work goes on while another plan is read or made: nothing done meanwhile is thrown away without a question. */
import { describe, expect, it } from 'vitest';
import { listenToFaults } from '../../../renderer/state/faults.ts';
import { must } from '../../../shared/assert.ts';
import { createMemoryHost } from '../../support/memoryHost.ts';
import { sampleBytes } from '../../support/plannerPlans.ts';
import { moveA01, seat, type Seat } from '../../support/plannerSeat.ts';

async function opened(): Promise<Seat> {
  const at = seat();
  await at.planner.files.openSample('eight-cabinets');
  await at.planner.files.saveAs();
  return at;
}

/** Moves a cabinet as soon as the planner is busy with what is said. */
function moveDuring(at: Seat, doing: RegExp): void {
  const stop = at.planner.file.subscribe(({ busy }) => {
    if (busy === null || !doing.test(busy.doing)) return;
    stop();
    moveA01(at);
  });
}

const placeOfA01 = (at: Seat): number | undefined => at.planner.plan.getState().plan.cabinets.get('A01')?.xMm;

describe('a change made while another plan comes', () => {
  const other = { token: 'other.raceway', name: 'other.raceway', bytes: sampleBytes() };
  it.each([
    ['a file is opened', /Opening/, (at: Seat) => at.planner.files.openFile(other)],
    ['the file is loaded again', /Opening/, (at: Seat) => at.planner.files.loadAgain()],
    ['a plan is generated', /Generating/, (at: Seat) => at.planner.files.generate('hall', {})],
  ] as const)('is asked about when %s, and kept when the person stays', async (_when, doing, act) => {
    const at = await opened();
    const before = must(placeOfA01(at), 'A01');
    moveDuring(at, doing);
    await act(at);
    expect([at.asked, placeOfA01(at), at.planner.file.getState().name]).toEqual([1, before + 500, 'eight-cabinets.raceway']);
  });

  it('is asked about when a new plan is made', async () => {
    const at = await opened();
    const making = at.planner.files.newPlan();
    await Promise.resolve();
    moveA01(at);
    await making;
    expect([at.asked, at.planner.file.getState().dirty]).toEqual([1, true]);
  });

  it('goes when the person says so', async () => {
    const at = await opened();
    at.answer = 'discard';
    moveDuring(at, /Opening/);
    await at.planner.files.openFile(other);
    expect([at.asked, at.planner.file.getState().name, at.planner.file.getState().dirty]).toEqual([1, 'other.raceway', false]);
  });
});

describe('a start over recovery data that fails', () => {
  it('tells that it could not be listed, and opens what was asked for', async () => {
    const host = createMemoryHost();
    host.journal.list = () => Promise.reject(new Error('no database'));
    const at = seat(host);
    await at.planner.start('?sample=eight-cabinets');
    expect(at.errors.map(({ code }) => code)).toEqual(['recovery.failed']);
    expect(at.planner.file.getState().name).toBe('eight-cabinets.raceway');
  });

  it('tells of one that cannot be read, and offers the next', async () => {
    const journal = (id: string, writtenAtMs: number) => ({ id, name: `${id}.raceway`, writtenAtMs, snapshot: sampleBytes(), lines: [''] });
    const host = createMemoryHost([journal('good', 1), journal('bad', 2)]);
    const { read } = host.journal;
    host.journal.read = (id) => (id === 'bad' ? Promise.reject(new Error('torn')) : read.call(host.journal, id));
    const at = seat(host);
    expect(await at.planner.files.offerRestore()).toBe(true);
    expect(at.errors.map(({ code }) => code)).toEqual(['recovery.failed']);
    expect(at.planner.file.getState().name).toBe('good.raceway');
    expect(host.journals.has('bad')).toBe(true);
  });
});

describe('a fault that nobody has foreseen', () => {
  it('is told with what was done last', async () => {
    const at = await opened();
    moveA01(at);
    const page = new EventTarget();
    const stop = listenToFaults(at.planner, page);
    page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new Error('no such thing') }));
    const label = must(at.planner.plan.getState().past.at(-1), 'step').label;
    const { notice } = at.planner.session.getState();
    expect(notice?.tone).toBe('error');
    expect(notice?.text).toContain(`after “${label}”: no such thing`);
    at.planner.session.setState({ notice: null });
    page.dispatchEvent(Object.assign(new Event('error'), { message: 'ResizeObserver loop completed with undelivered notifications.' }));
    expect(at.planner.session.getState().notice).toBeNull();
    stop();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineMessage, EngineRequest } from '../../../shared/engine/protocol.ts';
import { createEngineSession } from '../../../shared/engine/session.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { connectEngine } from '../../../renderer/worker/connectEngine.ts';
import type { EngineClient, EngineEvent } from '../../../renderer/worker/engineClient.ts';
import type { EnginePort } from '../../../renderer/worker/enginePort.ts';
import { exportCancelled, exportInWorker, type ExportPort } from '../../../renderer/worker/exportInWorker.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

const refusal = { ok: false, error: { code: 'none', message: 'none', remedy: 'none' } } as const;

/** An engine in the same thread; `crash` takes it down as a browser takes down a worker. */
class LocalEngine {
  readonly requests: EngineRequest[] = [];
  /** Busy with what will bring it down. */
  isDeaf = false;
  readonly said: EngineMessage['type'][] = [];
  private listener: (message: EngineMessage) => void = () => {};
  crash: (message: string) => void = () => {};

  readonly port: EnginePort = {
    send: (request) => {
      this.requests.push(request);
      if (this.isDeaf) return;
      this.session.receive(request);
      queueMicrotask(() => {
        while (this.isOpen && this.session.step());
      });
    },
    onMessage: (listener) => {
      this.listener = listener;
    },
    onCrash: (listener) => {
      this.crash = listener;
    },
    close: () => {
      this.isOpen = false;
    },
  };
  private isOpen = true;
  private readonly session = createEngineSession({
    post: (message) => this.say(message),
    now: () => 1,
    templates: { list: () => [], counts: () => refusal, generate: () => refusal },
  });

  say(message: EngineMessage): void {
    this.said.push(message.type);
    this.listener(message);
  }
}

const plan = (): Plan => new PlanBuilder().hall().cabinet('A01', 1000, 1000).build();
const query = { sort: null, filter: '', from: 0, count: 10, scope: null };

function connect(current: { plan: Plan; revision: number }): {
  readonly client: EngineClient;
  readonly engines: LocalEngine[];
  readonly events: EngineEvent[];
} {
  const engines: LocalEngine[] = [];
  const client = connectEngine({
    openEngine: () => {
      const engine = new LocalEngine();
      engines.push(engine);
      return engine.port;
    },
    openExport: () => {
      throw new Error('no export here');
    },
    current: () => current,
  });
  const events: EngineEvent[] = [];
  client.onEvent((event) => events.push(event));
  return { client, engines, events };
}

describe('the engine client', () => {
  it('does not send a plan back to the engine that has just read it', async () => {
    const current = { plan: plan(), revision: 3 };
    const { client, engines } = connect(current);
    const loaded = await client.load(new TextEncoder().encode(serializePlan(plan())));
    if (!loaded.ok) throw new Error(loaded.error.message);
    client.adopt(4, loaded.value);
    expect(engines[0]!.requests.map(({ type }) => type)).toEqual(['load']);
    client.adopt(5, plan());
    expect(engines[0]!.requests.map(({ type }) => type)).toEqual(['load', 'adopt']);
  });

  it('gives a refusal as a result', async () => {
    const { client } = connect({ plan: plan(), revision: 0 });
    expect(await client.load(new Uint8Array([1, 2, 3]))).toMatchObject({ ok: false });
  });

  it('hands the plan over again when the engine has lost count', () => {
    const current = { plan: plan(), revision: 9 };
    const { client, engines } = connect(current);
    client.adopt(1, plan());
    client.patch(8, 9, []);
    expect(engines[0]!.requests.at(-1)).toEqual({ type: 'adopt', revision: 9, plan: current.plan });
  });

  it('starts the engine again after a crash, with the plan and the questions that were open', async () => {
    const current = { plan: plan(), revision: 2 };
    const { client, engines, events } = connect(current);
    client.adopt(2, current.plan);
    const rows = client.rows('cables', query);
    engines[0]!.crash('out of memory');
    expect(engines).toHaveLength(2);
    expect((await rows).revision).toBe(2);
    expect(events.map(({ type }) => type)).toContain('restarted');
  });

  it('gives up on a plan that brings the engine down twice, and says so to who waits for figures', async () => {
    const { client, engines, events } = connect({ plan: plan(), revision: 2 });
    const open = client.rows('cables', query);
    engines[0]!.crash('out of memory');
    engines[1]!.crash('out of memory');
    expect(engines).toHaveLength(2);
    expect(events.at(-1)).toEqual({ type: 'failed', message: 'out of memory' });
    await expect(open).rejects.toThrow('out of memory');
    await expect(client.explain('A01')).rejects.toThrow('out of memory');
    expect(engines).toHaveLength(2);
  });

  describe('questions that take long', () => {
    const sorted = { ...query, sort: { by: 'orderedMm', descending: false } };
    const told = (events: readonly EngineEvent[]): (string | null)[] => events.flatMap((one) => (one.type === 'asking' ? [one.doing] : []));

    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('are told of once they have, and no more when they are answered', async () => {
      const { client, engines, events } = connect({ plan: plan(), revision: 2 });
      const engine = engines[0]!;
      engine.isDeaf = true;
      const rows = client.rows('cables', sorted);
      // What waits for figures is no work of its own.
      vi.advanceTimersByTime(1000);
      expect(told(events)).toEqual([]);
      engine.say({ type: 'begun', request: 1 });
      vi.advanceTimersByTime(100);
      expect(told(events)).toEqual([]);
      vi.advanceTimersByTime(200);
      expect(told(events)).toEqual(['Sorting cables']);
      engine.say({ type: 'answer', request: 1, value: 'rows' });
      expect(await rows).toBe('rows');
      expect(told(events)).toEqual(['Sorting cables', null]);
    });

    it('are each told of in their own words', () => {
      const { client, engines, events } = connect({ plan: plan(), revision: 2 });
      engines[0]!.isDeaf = true;
      const asked = [client.explain('A01'), client.section('t', null), client.bundles(), client.loomLines(), client.lengths(null)];
      for (const request of asked.keys()) {
        engines[0]!.say({ type: 'begun', request: request + 1 });
        vi.advanceTimersByTime(300);
        engines[0]!.say({ type: 'answer', request: request + 1, value: null });
      }
      expect(told(events).filter((doing) => doing !== null)).toEqual([
        'Deriving figures',
        'Cutting the pathway',
        'Counting types of bundle',
        'Gathering looms',
        'Working out lengths',
      ]);
    });

    it('are not told of where they are answered at once', () => {
      const { client, engines, events } = connect({ plan: plan(), revision: 2 });
      engines[0]!.isDeaf = true;
      void client.lengths(null);
      engines[0]!.say({ type: 'begun', request: 1 });
      engines[0]!.say({ type: 'answer', request: 1, value: [] });
      vi.advanceTimersByTime(1000);
      expect(told(events)).toEqual([]);
    });

    it('are left by ending the engine; others are asked again of a new one, with the plan of the page', async () => {
      const current = { plan: plan(), revision: 2 };
      const { client, engines, events } = connect(current);
      engines[0]!.isDeaf = true;
      const left = client.lengths(null);
      const waits = client.explain('A01');
      engines[0]!.say({ type: 'begun', request: 1 });
      vi.advanceTimersByTime(300);
      expect(told(events)).toEqual(['Working out lengths']);
      client.leaveQuestions();
      await expect(left).rejects.toThrow('cancelled');
      expect(told(events)).toEqual(['Working out lengths', null]);
      expect(engines).toHaveLength(2);
      expect(engines[1]!.requests.map(({ type }) => type)).toEqual(['adopt', 'question']);
      expect(await waits).not.toBeNull();
      client.leaveQuestions();
      expect(engines).toHaveLength(2);
    });
  });

  it('gives the plan to be saved whatever becomes of the engine', async () => {
    const current = { plan: plan(), revision: 2 };
    const { client, engines } = connect(current);
    client.adopt(2, current.plan);
    const asked = client.serialize();
    engines[0]!.crash('out of memory');
    engines[1]!.crash('out of memory');
    const bytes = [await asked, await client.serialize()];
    expect(bytes.map((one) => new TextDecoder().decode(one))).toEqual([serializePlan(current.plan), serializePlan(current.plan)]);
  });

  it('gives the plan as it was when asked, also to who changes it at once', async () => {
    const current = { plan: plan(), revision: 2 };
    const { client } = connect(current);
    client.adopt(2, current.plan);
    const asked = client.serialize();
    client.patch(2, 3, [{ op: 'replace', path: ['name'], value: 'Other' }]);
    expect(new TextDecoder().decode(await asked)).toBe(serializePlan(current.plan));
  });

  it('starts anew with the next change after giving up', async () => {
    const current = { plan: plan(), revision: 2 };
    const { client, engines, events } = connect(current);
    engines[0]!.crash('out of memory');
    engines[1]!.crash('out of memory');
    current.revision = 3;
    client.patch(2, 3, []);
    expect((await client.rows('cables', query)).revision).toBe(3);
    expect(engines).toHaveLength(3);
    expect(events.at(-1)).toMatchObject({ type: 'result', result: { revision: 3 } });
  });

  it('opens another file after giving up', async () => {
    const current = { plan: plan(), revision: 2 };
    const { client, engines } = connect(current);
    engines[0]!.crash('out of memory');
    engines[1]!.crash('out of memory');
    const loaded = await client.load(new TextEncoder().encode(serializePlan(plan())));
    if (!loaded.ok) throw new Error(loaded.error.message);
    expect(client.adopt(3, loaded.value)).toBe(true);
    expect((await client.rows('cables', query)).revision).toBe(3);
  });

  it('refuses a file over which the engine stopped', async () => {
    const { client, engines } = connect({ plan: plan(), revision: 2 });
    engines[0]!.isDeaf = true;
    const loading = client.load(new Uint8Array([1]));
    engines[0]!.crash('out of memory');
    expect(await loading).toMatchObject({ ok: false, error: { code: 'engine.stopped' } });
  });
});

describe('work that a person cancels', () => {
  it('ends the engine under it; a new one takes the plan and the questions that are open', async () => {
    const { client, engines, events } = connect({ plan: plan(), revision: 2 });
    engines[0]!.isDeaf = true;
    const asked = client.rows('cables', query);
    const stop = new AbortController();
    const loading = client.load(new Uint8Array([1]), undefined, stop.signal);
    stop.abort();
    expect(await loading).toMatchObject({ ok: false, error: { code: 'engine.cancelled' } });
    expect((await asked).revision).toBe(2);
    expect(engines).toHaveLength(2);
    expect(events.map(({ type }) => type)).not.toContain('restarted');
  });

  it('leaves the engine to its figures while the question only waits for them, and the question is never begun', async () => {
    const { client, engines, events } = connect({ plan: plan(), revision: 2 });
    const stop = new AbortController();
    const growing = client.expansion({ fabric: 'none', su: 2, keepPct: 75 }, stop.signal);
    stop.abort();
    expect(await growing).toMatchObject({ ok: false, error: { code: 'engine.cancelled' } });
    client.adopt(2, plan());
    expect((await client.rows('cables', query)).revision).toBe(2);
    expect(engines).toHaveLength(1);
    // Of the rows alone.
    expect(engines[0]!.said.filter((type) => type === 'begun')).toHaveLength(1);
    expect(events.map(({ type }) => type)).toContain('result');
  });

  it('ends the engine when the question has begun, heard of before it was left or only after', async () => {
    for (const isHeardFirst of [true, false]) {
      const { client, engines } = connect({ plan: plan(), revision: 2 });
      const [engine] = engines;
      engine!.isDeaf = true;
      const stop = new AbortController();
      const growing = client.expansion({ fabric: 'none', su: 2, keepPct: 75 }, stop.signal);
      const asked = client.rows('cables', query);
      const request = engine!.requests.find((one) => one.type === 'question')!.request;
      if (isHeardFirst) engine!.say({ type: 'begun', request });
      stop.abort();
      expect(await growing).toMatchObject({ ok: false, error: { code: 'engine.cancelled' } });
      if (!isHeardFirst) {
        expect(engines).toHaveLength(1);
        engine!.say({ type: 'begun', request });
      }
      expect(engines).toHaveLength(2);
      expect((await asked).revision).toBe(2);
    }
  });

  it('is not disturbed when it had ended before', async () => {
    const { client, engines } = connect({ plan: plan(), revision: 2 });
    const stop = new AbortController();
    expect(await client.generate('hall', {}, stop.signal)).toMatchObject({ ok: false, error: { code: refusal.error.code } });
    stop.abort();
    expect(engines).toHaveLength(1);
  });
});

describe('an export', () => {
  function port(): ExportPort & { closed: boolean; send: (request: unknown) => void } {
    return {
      closed: false,
      send: () => {},
      onMessage: () => {},
      onCrash: () => {},
      close() {
        this.closed = true;
      },
    };
  }

  it('ends its worker when it is cancelled', async () => {
    const worker = port();
    const stop = new AbortController();
    const made = exportInWorker(worker, { plan: plan(), what: { kind: 'bom-csv' } }, () => {}, stop.signal);
    stop.abort();
    expect(await made).toEqual({ ok: false, error: exportCancelled });
    expect(worker.closed).toBe(true);
  });

  it('does not begin when it was cancelled before', async () => {
    const worker = port();
    let sent = false;
    worker.send = () => {
      sent = true;
    };
    await exportInWorker(worker, { plan: plan(), what: { kind: 'bom-csv' } }, () => {}, AbortSignal.abort());
    expect(sent).toBe(false);
    expect(worker.closed).toBe(true);
  });
});

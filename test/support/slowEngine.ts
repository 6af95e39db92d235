/** An engine without its worker, on a clock that leaps at every look, as on a machine that is very slow. */
import type { EngineMessage } from '../../shared/engine/protocol.ts';
import { createEngineSession, type EngineSession } from '../../shared/engine/session.ts';
import type { Plan } from '../../shared/plan/types.ts';

export interface Results {
  readonly revision: number;
  readonly preview: boolean;
  readonly settled: boolean;
  readonly requiredMm: number;
}

export class SlowEngine {
  readonly messages: EngineMessage[] = [];
  readonly session: EngineSession;
  #nowMs = 0;

  constructor(plan: Plan) {
    const none = { ok: false, error: { code: 'none', message: 'none', remedy: 'none' } } as const;
    this.session = createEngineSession({
      post: (message) => this.messages.push(message),
      now: () => (this.#nowMs += 60),
      templates: { list: () => [], counts: () => none, generate: () => none },
    });
    this.session.receive({ type: 'adopt', revision: 0, plan });
  }

  settle(): this {
    while (this.session.step());
    return this;
  }

  /** Works until figures come that are not settled. */
  untilInterim(): this {
    return this.#until((message) => message.type === 'result' && message.solving.length > 0);
  }

  /** Works until it tells that it does this, so many times. */
  untilDoing(what: string, times: number): this {
    let told = 0;
    return this.#until((message) => message.type === 'progress' && message.doing === what && (told += 1) === times);
  }

  of<T extends EngineMessage['type']>(type: T): Extract<EngineMessage, { type: T }>[] {
    return this.messages.filter((message): message is Extract<EngineMessage, { type: T }> => message.type === type);
  }

  results(): Results[] {
    return this.of('result').map(({ revision, preview, solving, summary }) => ({
      revision,
      preview,
      settled: solving.length === 0,
      requiredMm: summary.requiredMm,
    }));
  }

  #until(isMet: (message: EngineMessage) => boolean): this {
    let seen = this.messages.length;
    for (;;) {
      if (!this.session.step()) throw new Error('the work ended before');
      while (seen < this.messages.length) {
        const message = this.messages[seen];
        seen += 1;
        if (message !== undefined && isMet(message)) return this;
      }
    }
  }
}

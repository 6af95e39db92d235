/** Questions and answers between two processes over Node's channel of messages; what passes is cloned, as between the parts of Electron. */

type Message =
  | { readonly kind: 'question'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly text: string };

/** What one end answers, by the name of the question. */
export type Answers = Readonly<Record<string, (...args: never[]) => unknown>>;

export interface Line {
  ask(name: string, ...args: unknown[]): Promise<unknown>;
}

export interface Channel {
  send(message: Message): void;
  listen(hear: (message: Message) => void): void;
}

export function createLine(channel: Channel, answers: Answers): Line {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;

  async function answer(id: number, name: string, args: readonly unknown[]): Promise<void> {
    try {
      const work = answers[name];
      if (work === undefined) throw new Error(`nobody answers ${name}`);
      channel.send({ kind: 'answer', id, value: await work(...(args as never[])) });
    } catch (error) {
      channel.send({ kind: 'failure', id, text: error instanceof Error ? error.message : String(error) });
    }
  }

  channel.listen((message) => {
    if (message.kind === 'question') {
      void answer(message.id, message.name, message.args);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'answer') asked?.resolve(message.value);
    else asked?.reject(new Error(message.text));
  });

  return {
    ask(name, ...args) {
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        channel.send({ kind: 'question', id, name, args });
      });
    },
  };
}

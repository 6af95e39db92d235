/** The planner in the desktop program: the Host over the bridge that the preload puts into the page. */
import * as v from 'valibot';
import { channels, dropChannel, events, type Channel, type ChannelArgs, type ChannelValue } from '../../shared/bridge/channels.ts';
import type { EventName, EventPayload } from '../../shared/bridge/channels.ts';
import type { PlannerBridge } from '../../shared/bridge/plannerBridge.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import type { Host, OpenedFile } from './host.ts';

export type Bridge = PlannerBridge<File>;

declare global {
  interface Window {
    /** There in the desktop program, missing in a browser. */
    readonly raceway?: Bridge;
  }
}

const noFile: UserError = {
  code: 'drop.no-file',
  message: 'what was dropped is not a file',
  remedy: 'drop a plan (.raceway) on the window',
};

export function createElectronHost(bridge: Bridge): Host {
  /** Asks, and checks the answer against the table: the contract holds on both sides. */
  async function ask<C extends Channel>(channel: C, ...args: ChannelArgs<C>): Promise<Result<ChannelValue<C>, UserError>> {
    const question = bridge[channel] as (...args: ChannelArgs<C>) => Promise<Result<unknown, UserError>>;
    const schema: v.GenericSchema = channels[channel].value;
    return checked(channel, schema, await question(...args)) as Result<ChannelValue<C>, UserError>;
  }

  /** For what the planner cannot mend: the failure is thrown. */
  async function demand<C extends Channel>(channel: C, ...args: ChannelArgs<C>): Promise<ChannelValue<C>> {
    const answer = await ask(channel, ...args);
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.message}`);
    return answer.value;
  }

  function hear<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
    return bridge.on(event, (payload) => {
      const parsed = v.safeParse(events[event], payload);
      if (parsed.success) listener(parsed.output);
    });
  }

  return {
    kind: 'electron',
    open: () => ask('openFile'),
    openRecent: (token) => ask('openRecent', token),
    async recent() {
      const answer = await ask('listRecent');
      return answer.ok ? answer.value : [];
    },
    save: (token, bytes, ifChanged) => ask('saveFile', token, bytes, ifChanged),
    saveAs: (suggestedName, bytes) => ask('saveFileAs', suggestedName, bytes),
    watch(token, listener) {
      const stop = hear('fileOnDisk', (told) => {
        if (told.token === token) listener(told.is);
      });
      void ask('watchFile', token);
      return () => {
        stop();
        void ask('watchFile', null);
      };
    },
    print: (paper) => ask('printPage', paper),
    exportFile: (suggestedName, mimeType, bytes) => ask('exportFile', suggestedName, mimeType, bytes),
    journal: {
      snapshot: (id, name, bytes, lines) => demand('snapshotJournal', id, name, bytes, [...lines]),
      append: (id, lines) => demand('appendJournal', id, [...lines]),
      list: () => demand('listJournals'),
      // The program has one window.
      claim: () => Promise.resolve(true),
      read: (id) => demand('readJournal', id),
      clear: (id) => demand('clearJournal', id),
    },
    showMenu: (bar) => void ask('showMenu', bar),
    onMenu: (listener) => hear('menu', listener),
    onOpenFile(listener) {
      const stop = hear('fileOpened', listener);
      void ask('pageReady');
      return stop;
    },
    async openDropped(item): Promise<Result<OpenedFile | null, UserError>> {
      const file = item.kind === 'file' ? item.getAsFile() : null;
      if (file === null) return fail(noFile);
      return checked('openDropped', dropChannel.value, await bridge.openDropped(file));
    },
    guardClose(_isDirty, mayClose) {
      const stop = hear('closeRequested', () => {
        // Unanswered, the window could not be closed any more: a failure stays, and is told like any other.
        mayClose().then(
          (may) => void ask('answerClose', may),
          async (error: unknown) => {
            await ask('answerClose', false);
            throw error;
          },
        );
      });
      void ask('guardClose', true);
      return () => {
        stop();
        void ask('guardClose', false);
      };
    },
    setTitle: (name, dirty) => void ask('setTitle', name, dirty),
    setProgress: (share) => void ask('setProgress', share),
  };
}

function checked<T>(name: string, schema: v.GenericSchema<unknown, T>, answer: Result<unknown, UserError>): Result<T, UserError> {
  if (!answer.ok) return answer;
  const parsed = v.safeParse(schema, answer.value);
  if (parsed.success) return ok(parsed.output);
  return fail({
    code: 'bridge.invalid',
    message: `the answer to ${name} does not fit: ${parsed.issues[0].message}`,
    remedy: 'this is a fault of Raceway; restart it',
  });
}

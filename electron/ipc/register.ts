/**
 * The host's end of the bridge. Each question of the table gets one handler: the sender is checked, then what it sent,
 * and the answer is always a Result, since a rejected promise would cross as a bare text.
 */
import type { IpcMainInvokeEvent } from 'electron';
import * as v from 'valibot';
import {
  channels,
  channelNames,
  dropChannel,
  wireName,
  type Channel,
  type ChannelArgs,
  type ChannelValue,
} from '../../shared/bridge/channels.ts';
import { fail, type Result, type UserError } from '../../shared/result.ts';

/** Who asks; the window's own number stands for it in the handlers. */
export interface Asker {
  readonly windowId: number;
}

export type Handlers = {
  readonly [C in Channel]: (asker: Asker, ...args: ChannelArgs<C>) => Promise<Result<ChannelValue<C>, UserError>>;
} & {
  readonly openDropped: (asker: Asker, path: string) => Promise<Result<v.InferOutput<typeof dropChannel.value>, UserError>>;
};

/** The part of Electron that this needs. */
export interface QuestionDoor {
  handle(channel: string, listener: (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>): void;
}

/** Who is asking: the main frame of a window of ours on our own page; undefined for anybody else. */
export type IdentifySender = (event: IpcMainInvokeEvent) => Asker | undefined;

type AnyHandler = (asker: Asker, ...args: unknown[]) => Promise<Result<unknown, UserError>>;

/** Registers every channel of the table; `onBug` hears of what a handler threw. */
export function registerHandlers(
  door: QuestionDoor,
  identify: IdentifySender,
  handlers: Handlers,
  onBug: (where: string, error: unknown) => void,
): void {
  const specifications = [...channelNames.map((name) => ({ name, args: channels[name].args })), dropChannel];
  for (const { name, args: schema } of specifications) {
    const handler = handlers[name] as AnyHandler;
    door.handle(wireName(name), async (event, ...args) => {
      const asker = identify(event);
      if (asker === undefined) return fail(refused(name));
      const parsed = v.safeParse(schema, args);
      if (!parsed.success) return fail(invalid(name, parsed.issues));
      try {
        return await handler(asker, ...parsed.output);
      } catch (error) {
        onBug(name, error);
        return fail(internal(name));
      }
    });
  }
}

function refused(name: string): UserError {
  return { code: 'bridge.refused', message: `${name} was asked by a page that is not Raceway's`, remedy: 'restart Raceway' };
}

function invalid(name: string, issues: readonly v.BaseIssue<unknown>[]): UserError {
  const [issue] = issues;
  const path = issue?.path?.map((part) => String(part.key)).join('.');
  return {
    code: 'bridge.invalid',
    ...(path === undefined ? {} : { path }),
    message: `${name} was asked with something that does not fit: ${issue?.message ?? 'unknown'}`,
    remedy: 'this is a fault of Raceway; save under another name and restart',
  };
}

function internal(name: string): UserError {
  return { code: 'internal', message: `${name} failed inside Raceway`, remedy: 'save under another name and restart' };
}

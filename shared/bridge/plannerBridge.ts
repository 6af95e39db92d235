/** What the preload puts into the page as `window.raceway`, derived from the table of channels. */
import type { Result, UserError } from '../result.ts';
import type { Channel, ChannelArgs, ChannelValue, EventName, EventPayload } from './channels.ts';

type Questions = { readonly [C in Channel]: (...args: ChannelArgs<C>) => Promise<Result<ChannelValue<C>, UserError>> };

/** `DroppedFile` is the page's File; shared knows no DOM. */
export interface PlannerBridge<DroppedFile> extends Questions {
  /** A file that a person dropped on the window. */
  openDropped(file: DroppedFile): Promise<Result<EventPayload<'fileOpened'>, UserError>>;
  /** Hears an event until the returned function is called. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
}

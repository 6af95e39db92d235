/**
 * The one door between the desktop host and the page: every question the page may ask, every event it may hear.
 * The preload builds its functions from this table, the host its handlers, and each side checks what it receives against it.
 * Paths never pass here: the page sees tokens, and file names for people.
 */
import * as v from 'valibot';
import { actionId, menuBar } from './menuBar.ts';

/** As large as a plan may be (MAX_PLAN_BYTES, which the preload does not carry); exports keep the same limit. */
export const maxFileBytes = 256 * 1024 * 1024;

const isBytes = (value: unknown): value is Uint8Array => Object.prototype.toString.call(value) === '[object Uint8Array]';

const bytes = v.pipe(
  v.custom<Uint8Array>(isBytes, 'must be bytes'),
  v.check((value) => value.byteLength <= maxFileBytes, `must be at most ${maxFileBytes / 2 ** 20} MiB`),
);
const token = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'must be a file token'));
const fileName = v.pipe(v.string(), v.minLength(1), v.maxLength(255), v.regex(/^[^/\\\p{Cc}]+$/u, 'must be a file name without a folder'));
const mimeType = v.pipe(v.string(), v.regex(/^[a-z]+\/[\w.+-]{1,100}(; ?charset=[\w-]{1,20})?$/i, 'must be a media type'));
const journalId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'must be a journal id'));
const journalLine = v.pipe(v.string(), v.maxLength(64 * 1024 * 1024), v.regex(/^[^\r\n]*$/, 'must be one line'));
const time = v.pipe(v.number(), v.finite());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const paperSideMm = v.pipe(v.number(), v.minValue(50), v.maxValue(5000));
const nothing = v.undefined();

const openedFile = v.strictObject({ token: v.nullable(token), name: v.string(), bytes });
const savedFile = v.strictObject({ token: v.nullable(token), name: v.string() });
const recentFile = v.strictObject({ token, name: v.string(), place: v.nullable(v.string()) });
const journalHead = v.strictObject({ id: journalId, name: v.string(), writtenAtMs: time });
const storedJournal = v.strictObject({ ...journalHead.entries, snapshot: bytes, lines: v.array(v.string()) });

/** Questions: what the page passes, and what it gets back inside a Result. */
export const channels = {
  openFile: { args: v.strictTuple([]), value: v.nullable(openedFile) },
  openRecent: { args: v.strictTuple([token]), value: openedFile },
  listRecent: { args: v.strictTuple([]), value: v.array(recentFile) },
  /** `refuse` where the file is not as it was read or written here; `overwrite` only what the last refusal was about. */
  saveFile: { args: v.strictTuple([token, bytes, v.picklist(['refuse', 'overwrite'])]), value: savedFile },
  saveFileAs: { args: v.strictTuple([fileName, bytes]), value: v.nullable(savedFile) },
  /** The file whose plan is open as it was read or written last, to be watched for changes by others; null: none. */
  watchFile: { args: v.strictTuple([v.nullable(token)]), value: nothing },
  /** Gives what the page has laid out for print, on paper of this size, to the system's own dialog. */
  printPage: { args: v.strictTuple([v.strictObject({ widthMm: paperSideMm, heightMm: paperSideMm })]), value: nothing },
  exportFile: { args: v.strictTuple([fileName, mimeType, bytes]), value: v.nullable(v.string()) },
  snapshotJournal: { args: v.strictTuple([journalId, v.string(), bytes, v.array(journalLine)]), value: nothing },
  appendJournal: { args: v.strictTuple([journalId, v.array(journalLine)]), value: nothing },
  listJournals: { args: v.strictTuple([]), value: v.array(journalHead) },
  readJournal: { args: v.strictTuple([journalId]), value: v.nullable(storedJournal) },
  clearJournal: { args: v.strictTuple([journalId]), value: nothing },
  setTitle: { args: v.strictTuple([v.pipe(v.string(), v.maxLength(255)), v.boolean()]), value: nothing },
  setProgress: { args: v.strictTuple([v.nullable(share)]), value: nothing },
  /** What the native menu shows of the planner, and what of it can be done now. */
  showMenu: { args: v.strictTuple([menuBar]), value: nothing },
  /** Whether closing the window must be asked about; the page says so when it can answer. */
  guardClose: { args: v.strictTuple([v.boolean()]), value: nothing },
  answerClose: { args: v.strictTuple([v.boolean()]), value: nothing },
  /** The page listens: what waited for it (a file from the command line) may be sent. */
  pageReady: { args: v.strictTuple([]), value: nothing },
} as const;

/**
 * Asked by the preload alone, about a file that a person dropped: it reads the path from the system's own drop,
 * which the page cannot write.
 */
export const dropChannel = {
  name: 'openDropped',
  args: v.strictTuple([v.pipe(v.string(), v.minLength(1), v.maxLength(32_768))]),
  value: openedFile,
} as const;

/** What the host tells the page without being asked. */
export const events = {
  /** An action of the native menu, by id. */
  menu: actionId,
  /** A file given from outside: association, argument, second start. */
  fileOpened: openedFile,
  /** How the watched file is on the disk now, against what was read or written here. */
  fileOnDisk: v.strictObject({ token, is: v.picklist(['same', 'changed', 'gone']) }),
  /** A person wants to close the window; answer with `answerClose`. */
  closeRequested: nothing,
} as const;

export type Channel = keyof typeof channels;
export type ChannelArgs<C extends Channel> = v.InferOutput<(typeof channels)[C]['args']>;
export type ChannelValue<C extends Channel> = v.InferOutput<(typeof channels)[C]['value']>;
export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = v.InferOutput<(typeof events)[E]>;

export const channelNames = Object.keys(channels) as readonly Channel[];
export const eventNames = Object.keys(events) as readonly EventName[];

/** The name as it goes over the wire, so that nothing else of the program is mistaken for ours. */
export const wireName = (name: Channel | EventName | typeof dropChannel.name): string => `raceway:${name}`;

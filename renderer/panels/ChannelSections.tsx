/** Links that run through a cable and through panels: a strip of joints and cables, what is wrong with it, and what it uses up. */
import type { ChannelCable, ChannelExplanation, ChannelJoint } from '../../shared/engine/cableExplanation.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { Figure, Figures } from '../ui/Figures.tsx';
import { lengthText } from '../../shared/quantities.ts';
import { UNKNOWN } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { SeverityMark } from '../ui/SeverityMark.tsx';
import styles from './ChannelSections.module.css';

interface ChannelSectionsProps {
  readonly channels: { readonly shown: readonly ChannelExplanation[]; readonly count: number };
  readonly shownCable: string;
}

export function ChannelSections({ channels: { shown, count }, shownCable }: ChannelSectionsProps) {
  return (
    <>
      {shown.map((channel) => (
        <Section
          key={channel.link}
          title={shown.length === 1 ? 'Channel' : `Channel ${channel.name}`}
          startsOpen={shown.length === 1 || channel.problems.length > 0}
        >
          <ChannelStrip channel={channel} shownCable={shownCable} />
        </Section>
      ))}
      {count > shown.length ? <p className={styles.more}>{count - shown.length} more links run through this cable.</p> : null}
    </>
  );
}

interface ChannelStripProps {
  readonly channel: ChannelExplanation;
  /** The cable that stands selected; null: none can be, as nobody has made them yet. */
  readonly shownCable: string | null;
}

/** Joints and cables in a strip, what is wrong, and what it uses up. */
export function ChannelStrip({ channel, shownCable }: ChannelStripProps) {
  const { name, joints, cables, problems } = channel;
  return (
    <>
      <ol className={styles.strip} aria-label={`Joints and cables of ${name}`}>
        {joints.map((joint, place) => (
          <li key={place} className={styles.step}>
            <Joint joint={joint} />
            {place === cables.length ? null : <Cable cable={cables[place] ?? null} shownCable={shownCable} />}
          </li>
        ))}
      </ol>
      {problems.map(({ severity, message, mend }, place) => (
        <p key={place} className={styles.problem}>
          <SeverityMark severity={severity} />
          <span>
            {capital(message)}. {mend}.
          </span>
        </p>
      ))}
      <Use channel={channel} />
    </>
  );
}

function Joint({ joint: { name, title, isPanel, isFaulty } }: { readonly joint: ChannelJoint }) {
  return (
    <span className={styles.joint} data-faulty={isFaulty} title={title}>
      <svg className={styles.mark} viewBox="0 0 16 16" aria-hidden>
        {isPanel ? <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" /> : <rect x="2" y="2" width="12" height="12" rx="1" />}
        {isFaulty ? <path className={styles.cross} d="m5.5 5.5 5 5m0-5-5 5" /> : null}
      </svg>
      <span className={styles.jointName}>{name}</span>
      {isFaulty ? <span className={styles.faultWord}>fault</span> : null}
    </span>
  );
}

function Cable({ cable, shownCable }: { readonly cable: ChannelCable | null; readonly shownCable: string | null }) {
  const { session } = usePlanner();
  const units = useSession((state) => state.units);
  if (cable === null) return <span className={styles.gap}>no cable</span>;
  const { id, name, family, type, legs, longestMm } = cable;
  const words = [
    family,
    type === null ? null : `type ${type}`,
    legs.length === 0 ? null : `leg ${legs.join(' to ')}`,
    longestMm === null ? null : lengthText(longestMm, units),
  ];
  const text = words.filter((word) => word !== null).join(' · ');
  if (id === null || shownCable === null) {
    return (
      <span className={id === null ? styles.module : styles.cable} title={name}>
        {text}
      </span>
    );
  }
  if (id === shownCable) {
    return (
      <span className={styles.cable} aria-current="true" title={name}>
        {text}
      </span>
    );
  }
  return (
    <button type="button" className={styles.cable} title={`Select ${name}`} onClick={() => session.select([{ kind: 'cable', id }])}>
      {text}
    </button>
  );
}

function Use({ channel }: { readonly channel: ChannelExplanation }) {
  const units = useSession((state) => state.units);
  const { lengthMm, reachMm, jointCount, mostJoints, lossDb, mostLossDb } = channel;
  const limit = (text: string | null): string => (text === null ? '(limit unknown)' : `of ${text}`);
  const tone = (used: number | null, most: number | null) => (used === null || most === null ? 'plain' : used > most ? 'error' : 'good');
  return (
    <Figures label="What the channel uses up">
      <Figure
        name="All cables"
        value={`${lengthMm === null ? UNKNOWN : lengthText(lengthMm, units)} ${limit(reachMm === null ? null : lengthText(reachMm, units))}`}
        tone={tone(lengthMm, reachMm)}
      />
      <Figure
        name="Joints"
        value={`${jointCount} ${limit(mostJoints === null ? null : String(mostJoints))}`}
        tone={tone(jointCount, mostJoints)}
      />
      <Figure
        name="Loss"
        value={`${lossDb === null ? UNKNOWN : `${lossDb.toFixed(2)} dB`} ${limit(mostLossDb === null ? null : `${mostLossDb.toFixed(2)} dB`)}`}
        tone={tone(lossDb, mostLossDb)}
      />
    </Figures>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

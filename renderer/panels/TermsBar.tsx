/** A length as a stacked bar of its parts, and the parts by name under it. */
import { Figure, Figures } from '../ui/Figures.tsx';
import { lengthText, type Units } from '../../shared/quantities.ts';
import type { LengthPart } from './lengthParts.ts';
import styles from './TermsBar.module.css';

export function TermsBar({
  parts,
  units,
  color,
}: {
  readonly parts: readonly LengthPart[];
  readonly units: Units;
  readonly color: string;
}) {
  const total = parts.reduce((sum, part) => sum + part.lengthMm, 0);
  return (
    <>
      <div className={styles.bar} aria-hidden style={{ color }}>
        {parts.map((part, place) => (
          <span
            key={place}
            className={styles.part}
            data-group={part.group}
            style={{ width: `${total === 0 ? 0 : (part.lengthMm / total) * 100}%` }}
            title={`${part.name} ${lengthText(part.lengthMm, units)}`}
          />
        ))}
      </div>
      <Figures label="Parts of the length">
        {parts.map((part, place) => (
          <Figure
            key={place}
            mark={<span className={styles.swatch} data-group={part.group} style={{ color }} aria-hidden />}
            name={part.name}
            value={lengthText(part.lengthMm, units)}
            weight="soft"
            title={part.detail}
          />
        ))}
      </Figures>
    </>
  );
}

/** An empty plan: the ways on. */
import { IconFileText, IconFolderOpen, IconPolygon, IconRoute2, IconRulerMeasure, IconTopologyStar3, type Icon } from '@tabler/icons-react';
import { dialogs } from '../dialogs/dialogStore.ts';
import { samples } from '../state/fileActions.ts';
import { usePlanner } from '../state/plannerContext.ts';
import { beginTour } from '../tour/tourFacts.ts';
import styles from './StartCard.module.css';

export function StartCard() {
  const planner = usePlanner();
  const { files } = planner;
  return (
    <div className={styles.cover}>
      <div className={styles.card}>
        <h2 className={styles.title}>Start with a hall</h2>
        <p className={styles.text}>Cabinets, trays and every cable to scale; what to order and how long it takes follows at once.</p>
        <div className={styles.ways}>
          <Way
            icon={IconTopologyStar3}
            title="Generate a plan"
            text="Choose a preset and a size; cabinets, switches, trays and cables are laid out."
            onClick={() => dialogs.setState({ open: 'generate' })}
          />
          <Way
            icon={IconPolygon}
            title="Draw a hall"
            text="Walls by clicks and typed lengths, then doors and columns, cabinets and trays."
            onClick={() => planner.session.setTool('hall')}
          />
          <Way
            icon={IconRulerMeasure}
            title="New hall by numbers"
            text="Width and depth, or a list of corners; clear height, floor and tiles."
            onClick={() => dialogs.setState({ open: 'hall' })}
          />
          <Way
            icon={IconFolderOpen}
            title="Open a plan"
            text="A .raceway file from this machine, or drop one anywhere on the window."
            onClick={() => void files.open()}
          />
          <Way
            icon={IconRoute2}
            title="Take the tour"
            text="Seven steps by your own hand, on a small hall. Leave at any point."
            onClick={() => void beginTour(planner)}
          />
          {samples.map((sample) => (
            <Way
              key={sample.id}
              icon={IconFileText}
              title={`Sample: ${sample.name.toLowerCase()}`}
              text={sampleTexts[sample.id]}
              onClick={() => void files.openSample(sample.id)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

const sampleTexts: Readonly<Record<(typeof samples)[number]['id'], string>> = {
  'one-megawatt-hall': '63 GPU nodes and 24 switches, 1 018 cables, cabled end to end.',
  'eight-cabinets': 'Small enough to learn on.',
};

function Way({
  icon: WayIcon,
  title,
  text,
  onClick,
}: {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className={styles.way} onClick={onClick}>
      <WayIcon size={22} stroke={1.5} aria-hidden className={styles.icon} />
      <span className={styles.wayTitle}>{title}</span>
      <span className={styles.wayText}>{text}</span>
    </button>
  );
}

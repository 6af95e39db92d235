/**
 * Figures of the engine beside named peers in the same run: `npm run bench [-- --json]`.
 * Every measurement runs in processes of its own; the median of the runs counts. Trust the ratios, not the milliseconds.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { must } from '../../shared/assert.ts';

interface Measured {
  readonly ms: number;
  readonly rssPeakMb: number;
  readonly [figure: string]: number;
}

interface Line {
  readonly work: string;
  readonly goal: string;
  readonly figure: string;
  readonly value: number;
  readonly met: boolean | null;
}

const results = fileURLToPath(new URL('../.results/', import.meta.url));
const planFile = `${results}b200-64su.raceway`;

function child(what: string): string {
  const script = fileURLToPath(new URL('measure.ts', import.meta.url));
  return execFileSync(process.execPath, ['--max-old-space-size=4096', script, what, planFile], { encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** The run with the median time. */
function measure(what: string, runs: number): Measured {
  process.stderr.write(`measuring ${what} …\n`);
  const all = Array.from({ length: runs }, () => JSON.parse(child(what)) as Measured);
  all.sort((a, b) => a.ms - b.ms);
  return must(all[Math.floor(runs / 2)], 'run');
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

mkdirSync(results, { recursive: true });
writeFileSync(planFile, child('plan'));
const bare = measure('bare', 5);
const takeoff = measure('takeoff', 5);
const ngraph = measure('ngraph', 1);
const graphology = measure('graphology', 1);
const move = measure('move', 3);
const campus = measure('campus', 1);

const lines: readonly Line[] = [
  {
    work: 'takeoff, B200 at 64 SU, cold',
    goal: '≤ 2 × bare shortest-path trees',
    figure: 'takeoff ÷ bare',
    value: round(takeoff.ms / bare.ms, 2),
    met: takeoff.ms <= 2 * bare.ms,
  },
  {
    work: '',
    goal: '≥ 50 × ngraph.path per link',
    figure: 'ngraph.path NBA* ÷ takeoff',
    value: round(ngraph.ms / takeoff.ms),
    met: ngraph.ms >= 50 * takeoff.ms,
  },
  { work: '', goal: '', figure: 'graphology ÷ takeoff', value: round(graphology.ms / takeoff.ms), met: null },
  { work: '', goal: '', figure: 'takeoff, ms', value: round(takeoff.ms), met: null },
  { work: '', goal: '', figure: 'bare trees, ms', value: round(bare.ms), met: null },
  { work: '', goal: '', figure: 'ngraph.path, ms a link', value: round(must(ngraph['perLinkMs'], 'figure'), 3), met: null },
  { work: '', goal: '', figure: 'graphology, ms a link', value: round(must(graphology['perLinkMs'], 'figure'), 3), met: null },
  { work: 'one cabinet moved in that plan', goal: '≤ 16 ms', figure: 'ms', value: round(move.ms), met: move.ms <= 16 },
  { work: 'campus of 1,000,000 links', goal: '≤ 6,000 ms', figure: 'ms', value: round(campus.ms), met: campus.ms <= 6000 },
  {
    work: '',
    goal: '≤ 1,536 MB',
    figure: 'peak resident MB, plan included',
    value: round(campus.rssPeakMb, 0),
    met: campus.rssPeakMb <= 1536,
  },
];

const machine = `${must(cpus()[0], 'processor').model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`;
const report = { machine, lines, measured: { bare, takeoff, ngraph, graphology, move, campus } };
writeFileSync(`${results}bench.json`, `${JSON.stringify(report, null, 2)}\n`);
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(report)}\n`);
else process.stdout.write(`${table(machine)}\n`);

function table(title: string): string {
  const rows = [
    ['work', 'goal', 'figure', 'value', 'met'],
    ...lines.map((line) => [line.work, line.goal, line.figure, String(line.value), verdict(line.met)]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => must(row[column], 'cell').length)));
  return [
    title,
    ...rows.map((row) =>
      row
        .map((cell, column) => cell.padEnd(must(widths[column], 'width')))
        .join('  ')
        .trimEnd(),
    ),
  ].join('\n');
}

function verdict(met: boolean | null): string {
  return met === null ? '' : met ? 'yes' : 'no';
}

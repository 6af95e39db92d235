/**
 * Figures of the engine beside named peers in the same run: `npm run bench [-- --json] [--readme]`. Writes them as JSON, and cost
 * against size as a chart, into `test/.results/bench`; `--readme` also puts the table into the README.
 * Every measurement runs in processes of its own; the median of the runs counts. Trust the ratios, not the milliseconds.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { loadFonts } from '../../electron/fontFiles.ts';
import { must } from '../../shared/assert.ts';
import { writeSvg } from '../../shared/writers/svg.ts';
import { costChart, fitText, type CostSeries } from './costChart.ts';
import { fitCost } from './costFit.ts';
import { atLeast, atMost, beside, said, tableText, writeBetweenMarks, type Line } from './report.ts';
import { measure, measureCommand, measureInTurn, measurePeak, type Measured } from './runs.ts';

const results = fileURLToPath(new URL('../.results/bench/', import.meta.url));
/** Scalable units of one hall, and how many such halls, apart from each other: from a thousand links to a million. */
const SIZES: readonly (readonly [units: number, halls: number])[] = [
  [1, 1],
  [4, 1],
  [16, 1],
  [64, 1],
  [64, 4],
  [64, 21],
];
/** Memory that is flat with the rows, as far as collections of garbage let one see. */
const MOST_OF_ROWS = 1.25;
const startedMs = Date.now();
const loadBefore = must(loadavg()[0], 'load');

mkdirSync(results, { recursive: true });
const planOf = (units: number): string => `${results}b200-${units}su.raceway`;
for (const units of new Set(SIZES.map(([first]) => first))) {
  const settings = ['preset=b200', `su=${units}`, 'ufm=no'].flatMap((setting) => ['--set', setting]);
  measureCommand(`generate, ${units} SU`, ['generate', 'rail-optimised', ...settings, '-o', planOf(units)], 1);
}
const plan = planOf(64);
/** Halls joined by conduits, and the fabric between them: every hall may be reached from every other. */
const campusPlan = `${results}b200-campus.raceway`;
const campusSettings = ['halls=21', 'preset=b200', 'su=64', 'ufm=no'].flatMap((setting) => ['--set', setting]);
measureCommand('generate, campus', ['generate', 'campus', ...campusSettings, '-o', campusPlan], 1);

const [bare, takeoff] = measureInTurn('bare', 'takeoff', plan, 7);
const measured = {
  ngraph: measure('ngraph', plan, 1),
  graphology: measure('graphology', plan, 1),
  move: measure('move', plan, 3),
  moveApart: measure('moveApart', plan, 1),
  moveFull: measure('moveFull', plan, 3),
  moveHopeless: measure('moveHopeless', plan, 1),
  start: measureCommand('start of the command line', ['--version'], 5),
  cables: measureCommand('cable schedule, XLSX', ['cables', plan, '-o', `${results}cables.xlsx`], 3),
  cablesPeakMb: measurePeak('cable schedule, XLSX', ['cables', plan, '-o', `${results}cables.xlsx`], 3),
  takeoffPeakMb: measurePeak('takeoff', ['takeoff', plan], 3),
  bom: measureCommand('bill of materials, XLSX', ['bom', plan, '-o', `${results}bom.xlsx`], 3),
  lengths: measureCommand('lengths', ['lengths', plan], 3),
  campus: measure('campus', campusPlan, 1),
  sheets: measureCommand('print package, PDF', ['sheets', plan, '-o', `${results}sheets.pdf`], 1),
};
const scale = SIZES.map(([units, halls]) => measure('scale', planOf(units), 1, halls));
const apart = must(scale.at(-1), 'halls apart');

const figure = (of: Measured, name: string): number => must(of[name], name);
const countText = (of: Measured): string => figure(of, 'links').toLocaleString('en-US');
const seriesOf = (name: string, cost: string): CostSeries => {
  const points = scale.map((one) => ({ size: figure(one, 'links'), cost: figure(one, cost) }));
  return { name, points, fit: fitCost(points) };
};
const time = seriesOf('takeoff, ms, warm', 'ms');
const memory = seriesOf('peak resident memory, MB', 'rssColdMb');

const {
  ngraph,
  graphology,
  move,
  moveApart,
  moveFull,
  moveHopeless,
  start,
  cables,
  cablesPeakMb,
  takeoffPeakMb,
  bom,
  lengths,
  sheets,
  campus,
} = measured;
const lines: readonly Line[] = [
  atMost('takeoff, B200 at 64 SU (49,152 links), cold', 2, '×', 'takeoff ÷ bare shortest-path trees', takeoff.ms / bare.ms, 2),
  atLeast('', 50, '×', 'ngraph.path NBA* a link ÷ takeoff', ngraph.ms / takeoff.ms, 1),
  beside('graphology Dijkstra a link ÷ takeoff', graphology.ms / takeoff.ms, '×', 1),
  beside('takeoff', takeoff.ms, 'ms'),
  beside('bare trees', bare.ms, 'ms'),
  beside('ngraph.path', figure(ngraph, 'perLinkMs'), 'ms a link', 3),
  beside('graphology', figure(graphology, 'perLinkMs'), 'ms a link', 3),
  atMost('one cabinet moved in that plan', 16, 'ms', 'to its figures', move.ms, 1),
  atMost('the same with the uplinks of every leaf kept apart', 200, 'ms', 'to its figures', moveApart.ms),
  atMost('the same with every tray cut to 45 %', 200, 'ms', 'to the first figures', figure(moveFull, 'firstMs')),
  beside('to the settled ones', moveFull.ms, 'ms'),
  atMost('the same with trays cut to 20 %, without room for a fifth', 200, 'ms', 'to the first figures', figure(moveHopeless, 'firstMs')),
  beside('to the settled ones', moveHopeless.ms, 'ms'),
  atMost(`campus of ${countText(campus)} links, halls joined by conduits, cold`, 6000, 'ms', 'takeoff', campus.ms),
  atMost('', 1536, 'MB', 'peak resident, plan included', campus.rssPeakMb),
  beside(`takeoff of ${countText(apart)} links in halls apart`, figure(apart, 'coldMs'), 'ms'),
  beside('its peak resident', figure(apart, 'rssColdMb'), 'MB'),
  atMost('cable schedule of that plan to XLSX, whole command', 2000, 'ms', 'by the clock', cables),
  // What a takeoff needs is needed by a schedule of any number of rows; rows that were held would come to it.
  atMost('', MOST_OF_ROWS, '×', 'its peak resident ÷ that of `raceway takeoff`', cablesPeakMb / takeoffPeakMb, 2),
  beside('its peak resident', cablesPeakMb, 'MB'),
  atMost('bill of materials of that plan to XLSX, whole command', 2000, 'ms', 'by the clock', bom),
  { ...beside('by the clock', lengths, 'ms'), work: 'lengths to order of that plan, whole command' },
  atMost('print package of that plan to PDF, whole command', 10_000, 'ms', 'by the clock', sheets),
  { ...beside('`raceway --version`', start, 'ms'), work: 'start of the command line' },
  { ...said('milliseconds by links', fitText(time.fit)), work: 'cost against size, 10³ to 10⁶ links' },
  said('MB by links', fitText(memory.fit)),
];

const machine = `${must(cpus()[0], 'processor').model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
/** Milliseconds of a busy machine are no measure of the engine. */
const busy = loadBefore < 0.5 ? '' : `, busy with other work (load ${loadBefore.toFixed(1)})`;
const report = {
  machine,
  loadBefore,
  tookMs: Date.now() - startedMs,
  lines,
  fits: { time: time.fit, memory: memory.fit },
  measured,
  scale,
};
writeFileSync(`${results}bench.json`, `${JSON.stringify(report, null, 2)}\n`);
const chart = costChart('Cost of a takeoff by the number of links', machine, [time, memory]);
writeFileSync(`${results}cost.svg`, writeSvg(chart, await loadFonts()).text);
const title = `Measured on ${machine}${busy}.`;
if (process.argv.includes('--readme')) {
  const readme = fileURLToPath(new URL('../../README.md', import.meta.url));
  writeBetweenMarks(readme, title, lines);
  // As the format check wants it.
  execFileSync(process.execPath, [
    fileURLToPath(new URL('../../node_modules/prettier/bin/prettier.cjs', import.meta.url)),
    '--write',
    readme,
  ]);
}
process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(report)}\n` : `${tableText(title, lines)}\n`);

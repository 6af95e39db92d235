/** The page's first lines: the host it runs in, the planner, the page. */
import './theme/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { must } from '../shared/assert.ts';
import { App } from './app/App.tsx';
import { keepPreferences } from './app/preferences.ts';
import { openCompareWorker } from './compare/comparePort.ts';
import { createBrowserHost } from './host/browserHost.ts';
import { createElectronHost } from './host/electronHost.ts';
import { fetchSample } from './host/sampleFiles.ts';
import { partsFor } from './panels/partCatalog.ts';
import { layOutSheets } from './print/sheetPages.ts';
import { createPlanner } from './state/createPlanner.ts';
import { listenToFaults } from './state/faults.ts';
import { listenToKeys } from './tools/keyboard.ts';
import { listenToClipboard } from './tools/clipboardListener.ts';
import { randomBytes } from './ui/randomBytes.ts';
import { listenToMenu } from './tools/nativeMenu.ts';
import { connectEngine } from './worker/connectEngine.ts';
import { openEngineWorker } from './worker/enginePort.ts';
import { openExportWorker } from './worker/exportInWorker.ts';

const nextFrame = (run: () => void): void => void requestAnimationFrame(run);
const planner = createPlanner({
  host: window.raceway === undefined ? createBrowserHost() : createElectronHost(window.raceway),
  connect: (current) => connectEngine({ openEngine: openEngineWorker, openExport: openExportWorker, current }),
  openComparison: openCompareWorker,
  fetchSample,
  partsFor,
  layOutSheets,
  nextFrame,
  randomBytes,
});

listenToFaults(planner, window);
keepPreferences(planner.session);
listenToKeys(planner, window);
listenToClipboard(planner, document, randomBytes);
listenToMenu(planner, nextFrame);

createRoot(must(document.getElementById('root'), 'the root element')).render(
  <StrictMode>
    <App planner={planner} />
  </StrictMode>,
);

void planner.start(window.location.search);

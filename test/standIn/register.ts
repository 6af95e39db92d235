/**
 * Loaded before the built main process: `electron` is the stand-in, arguments stand as in a packed program, the system is the one
 * that the spec wants, and a spec may have lines of the program undone to see that somebody notices.
 */
import { registerHooks } from 'node:module';
import { settings } from './settings.ts';

const standIn = new URL('./electron.ts', import.meta.url).href;
const { packed, undone, platform } = settings();

// A packed program has no script before its own arguments.
if (packed) process.argv.splice(1, 1);

if (platform !== null) Object.defineProperty(process, 'platform', { value: platform });

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
  load(url, context, next) {
    const loaded = next(url, context);
    if (undone.length === 0 || !url.includes('/out/main/')) return loaded;
    let source = typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString('utf8');
    for (const [from, to] of undone) source = source.replaceAll(from, to);
    return { ...loaded, source };
  },
});

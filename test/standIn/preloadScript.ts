/** What a page of the stand-in runs first: the built preload, with the parts of `electron` that a sandboxed preload has. */

/** Names in the page by which the two sides meet. */
export const pageNames = { invoke: 'standInInvoke', hear: 'standInHear', drop: 'standInDrop' } as const;

/**
 * The script. Preloads run in the main frame alone. What Chromium itself keeps apart in Electron (the preload's world, the sandbox
 * of its process) shares one world here; that only a real Electron can show.
 */
export function preloadScript(preload: string): string {
  return `(() => {
  if (window !== window.top) return;
  const invoke = window.${pageNames.invoke};
  const heard = new Map();
  const paths = new WeakMap();
  const put = (name, value) => Object.defineProperty(window, name, { value });
  put('${pageNames.hear}', (channel, payload) => {
    for (const listener of [...(heard.get(channel) ?? [])]) listener({ sender: null }, payload);
  });
  put('${pageNames.drop}', (file, path) => paths.set(file, path));
  const electron = {
    contextBridge: { exposeInMainWorld: (name, api) => put(name, Object.freeze({ ...api })) },
    ipcRenderer: {
      invoke: (channel, ...args) => invoke(channel, args),
      on: (channel, listener) => heard.set(channel, [...(heard.get(channel) ?? []), listener]),
      removeListener: (channel, listener) => heard.set(channel, (heard.get(channel) ?? []).filter((other) => other !== listener)),
    },
    webUtils: { getPathForFile: (file) => paths.get(file) ?? '' },
  };
  const require = (name) => {
    if (name !== 'electron') throw new Error('a sandboxed preload has no module ' + name);
    return electron;
  };
  const module = { exports: {} };
  ((require, module, exports) => {
${preload}
  })(require, module, module.exports);
})();`;
}

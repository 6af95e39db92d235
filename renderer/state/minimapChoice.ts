/** Whether the minimap is wanted: a choice of the person, kept on this machine with the other preferences. */
import { createStore } from 'zustand/vanilla';

export const minimapChoice = createStore<{ readonly shown: boolean }>(() => ({ shown: false }));

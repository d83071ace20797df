import { useSyncExternalStore } from 'react';
import type { Sketch } from './sketch.ts';

/** Renders anew whenever the drawing or the choice has changed; answers how often that was. */
export const useSketch = (sketch: Sketch): number => useSyncExternalStore(sketch.subscribe, sketch.version);

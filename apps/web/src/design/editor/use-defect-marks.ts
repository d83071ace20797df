import { useEffect } from 'react';
import { putMarks } from '../../diagram/marks.ts';
import type { Marks } from '../../diagram/marks.ts';
import type { Checked } from '../use-judged.ts';
import type { Sketch } from './sketch.ts';

/** What is wrong, on the element it is wrong with: ✕ for a defect, ! for a warning, the sentence for whoever points at it. */
export function useDefectMarks(sketch: Sketch, { defects, warnings }: Checked): void {
  useEffect(() => {
    const marks: Record<string, Marks[string]> = {};
    for (const [look, sign, all] of [
      ['warned', '!', warnings],
      ['fault', '✕', defects],
    ] as const) {
      for (const { elementId, message } of all) {
        if (elementId) marks[elementId] = { look, sign, label: message };
      }
    }
    const [canvas, overlays, registry] = [sketch.get('canvas'), sketch.get('overlays'), sketch.get('elementRegistry')];
    return putMarks({ canvas, overlays, registry }, marks);
  }, [sketch, defects, warnings]);
}

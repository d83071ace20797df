import { useEffect } from 'react';
import type { Marks } from './marks.ts';
import type { Step } from './steps.ts';
import type { Drawing } from './viewer.ts';

interface DiagramKeys {
  readonly drawing: Drawing | null;
  readonly marks: Marks;
  readonly first: string | undefined;
  readonly nameOf: (step: Step) => string;
  readonly onChoose: (id: string) => void;
}

/** Makes every step of a drawing reachable: one tab stop, arrows along the flow and across lanes, Enter for details. */
export function useDiagramKeys({ drawing, marks, first, nameOf, onChoose }: DiagramKeys): void {
  useEffect(() => {
    if (!drawing) return undefined;
    const { steps, canvas, zoomBy, showWhole, mark } = drawing;
    const undo: (() => void)[] = [mark(marks)];
    const focus = (id: string | undefined) => {
      if (id === undefined) return;
      canvas.scrollToElement(id, { top: 80, bottom: 80, left: 140, right: 80 });
      canvas.getGraphics(id).focus();
    };
    const start = steps.some(({ id }) => id === first) ? first : steps[0]?.id;
    for (const step of steps) {
      const element = canvas.getGraphics(step.id);
      element.setAttribute('role', 'button');
      element.setAttribute('tabindex', step.id === start ? '0' : '-1');
      element.setAttribute('aria-label', nameOf(step));
      const onKey = (event: KeyboardEvent) => {
        const lane = steps.filter((one) => one.lane !== step.lane || one.id === step.id);
        const at = lane.findIndex(({ id }) => id === step.id);
        const acts: Readonly<Record<string, () => void>> = {
          ArrowRight: () => focus(step.next[0]),
          ArrowLeft: () => focus(step.previous[0]),
          ArrowDown: () => focus(step.next[1] ?? lane[at + 1]?.id),
          ArrowUp: () => focus(step.previous[1] ?? lane[at - 1]?.id),
          Enter: () => onChoose(step.id),
          ' ': () => onChoose(step.id),
          '+': () => zoomBy(1),
          '=': () => zoomBy(1),
          '-': () => zoomBy(-1),
          '0': showWhole,
          Escape: () => (element as unknown as HTMLElement).blur(),
        };
        const act = acts[event.key];
        if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        act();
      };
      const onClick = () => onChoose(step.id);
      element.addEventListener('keydown', onKey, { capture: true });
      element.addEventListener('click', onClick);
      undo.push(() => {
        element.removeEventListener('keydown', onKey, { capture: true });
        element.removeEventListener('click', onClick);
      });
    }
    return () => undo.forEach((one) => one());
  }, [drawing, marks, first, nameOf, onChoose]);
}

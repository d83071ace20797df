import { useCallback, useEffect, useId, useRef } from 'react';
import { useWords } from '../words/words.tsx';
import { useDiagramKeys } from './use-diagram-keys.ts';
import { useDrawing } from './use-drawing.ts';
import type { Drawing, ElementState, Step } from './viewer.ts';
import { StepLanes } from './step-lanes.tsx';

/** Where a reader looks first: what is late, what is current, what came last. */
function standing(steps: readonly Step[], states: Readonly<Record<string, ElementState>>): string | undefined {
  const of = (state: ElementState) => steps.filter(({ id }) => states[id] === state).map(({ id }) => id);
  return of('late')[0] ?? of('current')[0] ?? of('passed').at(-1) ?? steps[0]?.id;
}

interface DiagramViewProps {
  readonly xml: string;
  readonly name: string;
  readonly states: Readonly<Record<string, ElementState>>;
  readonly chosen?: string;
  readonly onChoose: (id: string) => void;
  readonly asText: boolean;
  readonly small?: boolean;
}

/** The picture and, always, its twin in words: steps by lane with their state. */
export function DiagramView({ xml, name, states, chosen, onChoose, asText, small }: DiagramViewProps) {
  const { diagram } = useWords();
  const { container, drawing, fault } = useDrawing(xml);
  const help = useId();
  const nameOf = useCallback(
    (step: Step) => diagram.element(step.name || diagram.unnamed, diagram.states[states[step.id] ?? 'none']),
    [diagram, states],
  );
  const first = chosen ?? (drawing ? standing(drawing.steps, states) : undefined);
  useDiagramKeys({ drawing, states, first, nameOf, onChoose });
  const shown = useRef<Drawing | null>(null);
  useEffect(() => {
    if (shown.current === drawing || asText) return;
    shown.current = drawing;
    drawing?.show(first);
  }, [drawing, first, asText]);
  return (
    <>
      <div className={asText ? 'off-stage' : ''} inert={asText}>
        <div className="row-actions no-print">
          <button type="button" className="button small" onClick={() => drawing?.zoomBy(1)}>
            ＋<span className="hidden">{diagram.zoomIn}</span>
          </button>
          <button type="button" className="button small" onClick={() => drawing?.zoomBy(-1)}>
            －<span className="hidden">{diagram.zoomOut}</span>
          </button>
          <button type="button" className="button small" onClick={() => drawing?.canvas.zoom('fit-viewport', 'auto')}>
            {diagram.whole}
          </button>
          <span id={help} className="quiet">
            {diagram.keys}
          </span>
        </div>
        <div
          ref={container}
          className={`canvas${small ? ' small' : ''}`}
          role="group"
          aria-label={diagram.label(name)}
          aria-describedby={help}
        />
        <p role="status" className="quiet">
          {fault ? fault.message : drawing ? '' : diagram.loading}
        </p>
      </div>
      {asText && drawing && <StepLanes steps={drawing.steps} states={states} onChoose={onChoose} />}
    </>
  );
}

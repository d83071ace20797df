import { useCallback, useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import '../look/diagram.css';
import { useWords } from '../words/words.tsx';
import type { Marks } from './marks.ts';
import type { Step } from './steps.ts';
import { StepLanes } from './step-lanes.tsx';
import { useDiagramKeys } from './use-diagram-keys.ts';
import { useDrawing } from './use-drawing.ts';
import type { Drawing } from './viewer.ts';

interface DiagramViewProps {
  readonly xml: string;
  readonly name: string;
  readonly marks: Marks;
  readonly chosen?: string;
  /** The steps that the first view shows; the whole where there are none. */
  readonly placeOf?: (steps: readonly Step[]) => readonly string[];
  readonly onChoose: (id: string) => void;
  readonly asText: boolean;
  readonly small?: boolean;
  /** Beside the buttons that move the picture. */
  readonly children?: ReactNode;
}

/** The picture and, always, its twin in words: steps by lane with what is marked on them. */
export function DiagramView({
  xml,
  name,
  marks,
  chosen,
  placeOf,
  onChoose,
  asText,
  small,
  children,
}: DiagramViewProps) {
  const { diagram, join } = useWords();
  const { container, drawing, fault } = useDrawing(xml);
  const help = useId();
  const nameOf = useCallback(
    (step: Step) =>
      [step.name || diagram.unnamed, step.lane, marks[step.id]?.label ?? ''].filter((part) => part !== '').join(join),
    [diagram, marks, join],
  );
  const place = drawing ? (chosen ? [chosen] : (placeOf?.(drawing.steps) ?? [])) : [];
  const first = place[0] ?? drawing?.steps[0]?.id;
  useDiagramKeys({ drawing, marks, first, nameOf, onChoose });
  useEffect(() => {
    if (!drawing || chosen === undefined) return undefined;
    const { canvas, steps } = drawing;
    if (!steps.some(({ id }) => id === chosen)) return undefined;
    canvas.addMarker(chosen, 'mark-chosen');
    return () => canvas.removeMarker(chosen, 'mark-chosen');
  }, [drawing, chosen]);
  const shown = useRef<Drawing | null>(null);
  useEffect(() => {
    if (shown.current === drawing || asText) return;
    shown.current = drawing;
    drawing?.showPlace(place);
  }, [drawing, place, asText]);
  return (
    <>
      <div className="row-actions no-print">
        {children}
        {!asText && (
          <>
            <button type="button" className="button small" onClick={() => drawing?.zoomBy(1)}>
              ＋<span className="hidden">{diagram.zoomIn}</span>
            </button>
            <button type="button" className="button small" onClick={() => drawing?.zoomBy(-1)}>
              －<span className="hidden">{diagram.zoomOut}</span>
            </button>
            <button type="button" className="button small" onClick={() => drawing?.showWhole()}>
              {diagram.whole}
            </button>
          </>
        )}
        <span id={help} className={asText ? 'hidden' : 'quiet'}>
          {diagram.keys}
        </span>
      </div>
      <div className={asText ? 'off-stage' : ''} inert={asText} aria-busy={!drawing && !fault}>
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
      {asText && drawing && <StepLanes steps={drawing.steps} marks={marks} onChoose={onChoose} />}
    </>
  );
}

import { useEffect, useRef, useState } from 'react';
import '../../look/diagram.css';
import '../../look/design.css';
import { Loading } from '../../parts/loading.tsx';
import { useDesign } from '../design-words.ts';
import type { Opened } from '../opened.ts';
import { Drawing } from './drawing.tsx';
import { Sketch } from './sketch.ts';

interface EditorProps {
  readonly opened: Opened;
  readonly asTable: boolean;
  readonly chosen: string | undefined;
  readonly onShow: (changes: { as?: 'table' | undefined; element?: string | undefined }) => void;
}

/** Draws a procedure. The canvas is there before anything is on it; what was drawn last is saved before it goes. */
export function Editor(props: EditorProps) {
  const { design, language } = useDesign();
  const [bar, setBar] = useState<HTMLDivElement | null>(null);
  const { opened } = props;
  const container = useRef<HTMLDivElement>(null);
  const [sketch, setSketch] = useState<Sketch | null>(null);
  const [fault, setFault] = useState('');
  const lastWords = useRef<(xml: string) => void>(() => undefined);
  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    let gone = false;
    let mine: Sketch | null = null;
    const place = document.createElement('div');
    place.className = 'canvas-place';
    element.append(place);
    Sketch.open(place, opened.document).then(
      (one) => {
        if (gone) return one.destroy();
        mine = one;
        setSketch(one);
      },
      (error: unknown) => setFault((error as Error).message),
    );
    return () => {
      gone = true;
      const last = mine;
      setSketch(null);
      const leave = () => {
        last?.destroy();
        place.remove();
      };
      if (last) void last.xml().then(lastWords.current).finally(leave);
      else leave();
    };
  }, [opened.document]);
  useEffect(() => sketch?.speak(), [sketch, language]);
  return (
    <div className={`editor${props.asTable ? ' as-table' : ''}`}>
      {fault && (
        <p role="alert" className="fault">
          {design.editor.unreadable} {fault}
        </p>
      )}
      <div ref={setBar} className="editor-bar" />
      <div className="editor-body">
        {!sketch && !fault && (
          <div className="editor-reading">
            <Loading rows={12} />
          </div>
        )}
        <div
          ref={container}
          className="canvas editing"
          role="group"
          aria-label={design.editor.canvas(opened.name)}
          inert={props.asTable}
        />
        {sketch && <Drawing {...props} sketch={sketch} bar={bar} lastWords={lastWords} />}
      </div>
    </div>
  );
}

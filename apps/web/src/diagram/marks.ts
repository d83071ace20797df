import type { Canvas, Overlays, Registry } from './bpmn.ts';

/** What is said about a step on the picture: never by colour alone. */
interface Mark {
  /** Style class of the step, `mark-late`. */
  readonly look: string;
  /** Shown at its corner. */
  readonly sign: string;
  /** Said to screen readers and in the text twin. */
  readonly label: string;
  /** The sign stays as large as it is however small the picture. */
  readonly steady?: boolean;
}

export type Marks = Readonly<Record<string, Mark>>;

interface Marked {
  readonly canvas: Canvas;
  readonly overlays: Overlays;
  readonly registry: Registry;
}

/** Activities have their names inside; beside events and gateways the lower left corner is free of names and flows. */
const cornerOf = (type: string): object =>
  /Task|Activity|Process|Transaction/.test(type) ? { top: -12, right: 14 } : { bottom: 10, left: -8 };

/** Puts marks on what of a picture is there; answers how to take them off again. */
export function putMarks({ canvas, overlays, registry }: Marked, marks: Marks): () => void {
  const has = (id: string) => registry.get(id) !== undefined;
  const there = Object.entries(marks).filter(([id]) => has(id));
  for (const [id, { look, sign, steady }] of there) {
    canvas.addMarker(id, `mark-${look}`);
    // A flow has no corner: its line says it, and the words beside the picture.
    if (sign === '' || registry.get(id)?.waypoints) continue;
    const html = document.createElement('span');
    html.className = `step-sign ${look}`;
    html.ariaHidden = 'true';
    html.textContent = sign;
    const position = cornerOf(registry.get(id)?.type ?? '');
    overlays.add(id, 'mark', { position, html, ...(steady ? { scale: false } : {}) });
  }
  return () => {
    for (const [id, { look }] of there) if (has(id)) canvas.removeMarker(id, `mark-${look}`);
    overlays.remove({ type: 'mark' });
  };
}

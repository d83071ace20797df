import { useEffect, useRef, useState } from 'react';
import { draw } from './viewer.ts';
import type { Drawing } from './viewer.ts';

/** Keeps a drawing in an element. */
export function useDrawing(xml: string | undefined) {
  const container = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [fault, setFault] = useState<Error | null>(null);
  useEffect(() => {
    const element = container.current;
    if (!element || xml === undefined) return undefined;
    let drawn: Drawing | null = null;
    let gone = false;
    draw(element, xml).then(
      (one) => {
        if (gone) return one.destroy();
        drawn = one;
        setDrawing(one);
      },
      (error: unknown) => setFault(error as Error),
    );
    return () => {
      gone = true;
      drawn?.destroy();
      setDrawing(null);
      element.replaceChildren();
    };
  }, [xml]);
  return { container, drawing, fault };
}

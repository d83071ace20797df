import { useEffect, useRef, useState } from 'react';
import { useLook } from '../look/theme.tsx';
import { draw } from './viewer.ts';
import type { Drawing } from './viewer.ts';

/** Keeps a drawing in an element; another look draws it anew, because text and fill belong together. */
export function useDrawing(xml: string | undefined) {
  const { dark } = useLook();
  const container = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [fault, setFault] = useState<Error | null>(null);
  useEffect(() => {
    const element = container.current;
    if (!element || xml === undefined) return undefined;
    let drawn: Drawing | null = null;
    let gone = false;
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    draw(element, xml, {
      fill: dark ? '#1f1f1f' : '#ffffff',
      stroke: colour('--text'),
      label: colour('--text'),
    }).then(
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
  }, [xml, dark]);
  return { container, drawing, fault };
}

import { TextLayer } from 'pdfjs-dist';
import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  /** 1 is the width of the place. */
  readonly zoom: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onShown: (page: number) => void;
}

/** Drawn when it comes near the window; until then a place of the right size, so that nothing moves. */
export function PdfPage({ document, number, zoom, scroller, onShown }: PdfPageProps) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [ratio, setRatio] = useState(1.414);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const watching = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: scroller.current,
      rootMargin: '100% 0px',
    });
    const reading = new IntersectionObserver(([entry]) => entry?.isIntersecting && onShown(number), {
      root: scroller.current,
      rootMargin: '-40% 0px -55% 0px',
    });
    const sizing = new ResizeObserver(() => setWidth(element.clientWidth));
    sizing.observe(element);
    watching.observe(element);
    reading.observe(element);
    return () => {
      watching.disconnect();
      reading.disconnect();
      sizing.disconnect();
    };
  }, [number, onShown, scroller]);

  useEffect(() => {
    const element = place.current;
    if (!near || !element || width === 0) return undefined;
    let rendering: RenderTask | null = null;
    let here = true;
    const draw = async () => {
      const page = await document.getPage(number);
      const natural = page.getViewport({ scale: 1 });
      setRatio(natural.height / natural.width);
      const scale = width / natural.width;
      const viewport = page.getViewport({ scale });
      const canvas = window.document.createElement('canvas');
      const density = window.devicePixelRatio || 1;
      canvas.width = Math.floor(viewport.width * density);
      canvas.height = Math.floor(viewport.height * density);
      canvas.setAttribute('aria-hidden', 'true');
      rendering = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
      await rendering.promise;
      const text = window.document.createElement('div');
      text.className = 'textLayer';
      text.style.setProperty('--total-scale-factor', String(scale));
      await new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport }).render();
      if (here) element.replaceChildren(canvas, text);
    };
    draw().catch((error: unknown) => {
      if (here) console.warn('a page could not be drawn', error);
    });
    return () => {
      here = false;
      rendering?.cancel();
    };
  }, [document, number, near, width]);

  return (
    <div
      ref={place}
      className="pdf-page"
      data-page={number}
      style={{ width: `${zoom * 100}%`, aspectRatio: `1 / ${ratio}` }}
    />
  );
}

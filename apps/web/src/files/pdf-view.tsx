import { GlobalWorkerOptions, getDocument, version } from 'pdfjs-dist';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { Loading } from '../parts/loading.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { useWords } from '../words/words.tsx';
import { PdfPage } from './pdf-page.tsx';

/** Chinese fonts that a document names and does not bring, and decoders without WebAssembly, which our policy forbids. */
const resources = new URL(`assets/pdf-${version}/`, document.baseURI).href;
GlobalWorkerOptions.workerSrc = `${resources}build/pdf.worker.min.mjs`;

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

interface PdfViewProps {
  readonly address: string;
  /** Made from another kind of document, which takes a while. */
  readonly converted: boolean;
}

/** A PDF page by page, as wide as its place, with its text to select and to be read aloud. */
export function PdfView({ address, converted }: PdfViewProps) {
  const { viewer } = useWords();
  const [document_, setDocument] = useState<PDFDocumentProxy | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [zoom, setZoom] = useState(2);
  const [page, setPage] = useState(1);
  const scroller = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const task = getDocument({
      url: address,
      cMapUrl: `${resources}cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${resources}standard_fonts/`,
      wasmUrl: `${resources}wasm/`,
      useWasm: false,
    });
    let here = true;
    task.promise.then(
      (loaded) => here && setDocument(loaded),
      (fault: unknown) => here && setError(fault instanceof Error ? fault : new Error(String(fault))),
    );
    return () => {
      here = false;
      void task.destroy();
    };
  }, [address]);

  if (error) return <ProblemPanel error={new Error(`${viewer.failed} ${error.message}`)} />;
  if (!document_)
    return (
      <>
        {converted && <p role="status">{viewer.converting}</p>}
        <Loading rows={10} />
      </>
    );
  const show = (wanted: number) =>
    scroller.current?.querySelector(`[data-page="${wanted}"]`)?.scrollIntoView({ block: 'start' });
  return (
    <>
      <div className="row-actions no-print">
        <button
          type="button"
          className="button small"
          aria-disabled={zoom === 0}
          onClick={() => setZoom(Math.max(zoom - 1, 0))}
        >
          －<span className="hidden">{viewer.zoomOut}</span>
        </button>
        <button
          type="button"
          className="button small"
          aria-disabled={zoom === steps.length - 1}
          onClick={() => setZoom(Math.min(zoom + 1, steps.length - 1))}
        >
          ＋<span className="hidden">{viewer.zoomIn}</span>
        </button>
        <button
          type="button"
          className="button small"
          aria-disabled={page === 1}
          onClick={() => show(Math.max(page - 1, 1))}
        >
          ‹
        </button>
        <span role="status">{viewer.page(page, document_.numPages)}</span>
        <button
          type="button"
          className="button small"
          aria-disabled={page === document_.numPages}
          onClick={() => show(Math.min(page + 1, document_.numPages))}
        >
          ›
        </button>
      </div>
      <div
        ref={scroller}
        className="viewed pages"
        tabIndex={0}
        role="region"
        aria-label={viewer.page(page, document_.numPages)}
      >
        {Array.from({ length: document_.numPages }, (_, index) => (
          <PdfPage
            key={index}
            document={document_}
            number={index + 1}
            zoom={steps[zoom] ?? 1}
            scroller={scroller}
            onShown={setPage}
          />
        ))}
      </div>
    </>
  );
}

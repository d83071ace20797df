import { lazy, Suspense, useState } from 'react';
import { addressOf } from '../server/call.ts';
import { Loading } from '../parts/loading.tsx';
import { useWords } from '../words/words.tsx';
import { TextView } from './text-view.tsx';

const PdfView = lazy(() => import('./pdf-view.tsx').then(({ PdfView: one }) => ({ default: one })));

export interface ViewedFile {
  readonly id: string;
  readonly name: string;
  readonly view: 'pdf' | 'image' | 'text' | 'office' | 'none';
  readonly viewable: boolean;
}

interface FileViewerProps {
  readonly file: ViewedFile;
  readonly onClose: () => void;
}

const pathOf = ({ id }: ViewedFile, what: string): URL => addressOf(`/attachments/${encodeURIComponent(id)}/${what}`);

/** A file beside what one is doing: it can fill the window, and be taken away as it is. */
export function FileViewer({ file, onClose }: FileViewerProps) {
  const { viewer, act } = useWords();
  const [large, setLarge] = useState(false);
  return (
    <section
      className={`panel viewer${large ? ' large' : ''}`}
      aria-label={viewer.viewing(file.name)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (large) setLarge(false);
        else onClose();
      }}
    >
      <div className="row-actions viewer-head">
        <h2>{file.name}</h2>
        <span className="spring row-actions">
          <button type="button" className="button small" aria-pressed={large} onClick={() => setLarge(!large)}>
            {large ? viewer.shrink : viewer.enlarge}
          </button>
          <a className="button small" href={pathOf(file, 'content').href} download={file.name}>
            {viewer.download}
          </a>
          <button type="button" className="button small" onClick={onClose} autoFocus>
            {act.close}
          </button>
        </span>
      </div>
      <Content file={file} />
    </section>
  );
}

function Content({ file }: { readonly file: ViewedFile }) {
  const { viewer } = useWords();
  if (file.view === 'none') return <p>{viewer.notViewable}</p>;
  if (!file.viewable) return <p>{viewer.noConverter}</p>;
  const address = pathOf(file, 'view').href;
  if (file.view === 'image') return <img className="viewed" src={address} alt={file.name} />;
  if (file.view === 'text') return <TextView address={address} name={file.name} />;
  return (
    <Suspense fallback={<Loading />}>
      <PdfView key={file.id} address={address} converted={file.view === 'office'} />
    </Suspense>
  );
}

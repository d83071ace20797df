import type { Documents } from '../../../api/history/history.schema.ts';
import { useNames } from '../parts/names.ts';
import { addressOf } from '../server/call.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

interface FileListProps {
  readonly files: Documents['attachments'];
  /** Looks at a file in the page. */
  readonly onView?: (file: Documents['attachments'][number]) => void;
}

export function FileList({ files, onView }: FileListProps) {
  const { words, language } = useSpeaking();
  const names = useNames();
  if (files.length === 0) return <p className="quiet">{words.handle.noFiles}</p>;
  return (
    <ul className="opinions">
      {files.map((file) => {
        const { id, name, size, uploadedBy, uploadedAt } = file;
        return (
          <li key={id}>
            <a href={addressOf(`/attachments/${encodeURIComponent(id)}/content`).href}>{name}</a>{' '}
            <span className="quiet">
              {sizeText(size)} ·{' '}
              {words.cases.uploadedBy(names.person(uploadedBy), momentText(uploadedAt, today(), language))}
            </span>{' '}
            {onView && file.view !== 'none' && (
              <button type="button" className="button small" onClick={() => onView(file)}>
                {words.viewer.view}
                <span className="hidden"> {name}</span>
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

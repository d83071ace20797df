import type { Documents } from '../../../api/history/history.schema.ts';
import { useNames } from '../parts/names.ts';
import { addressOf } from '../server/call.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

export function FileList({ files }: { readonly files: Documents['attachments'] }) {
  const { words, language } = useSpeaking();
  const names = useNames();
  if (files.length === 0) return <p className="quiet">{words.handle.noFiles}</p>;
  return (
    <ul className="opinions">
      {files.map(({ id, name, size, uploadedBy, uploadedAt }) => (
        <li key={id}>
          <a href={addressOf(`/attachments/${encodeURIComponent(id)}/content`).href}>{name}</a>{' '}
          <span className="quiet">
            {sizeText(size)} ·{' '}
            {words.cases.uploadedBy(names.person(uploadedBy), momentText(uploadedAt, today(), language))}
          </span>
        </li>
      ))}
    </ul>
  );
}

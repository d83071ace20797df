import { useRef, useState } from 'react';
import { addressOf } from '../server/call.ts';
import { uploadFile } from '../server/upload.ts';
import { useWords } from '../words/words.tsx';
import { AttachmentName } from './attachment-name.tsx';
import { Fault, Title } from './field-parts.tsx';
import { fieldId } from './field-props.ts';
import type { FieldProps } from './field-props.ts';

const megabyte = 1024 * 1024;
const limit = 200;

interface Uploading {
  readonly name: string;
  readonly percent: number;
  readonly fault?: string;
}

/** Files by their ids; they are part of the draft like any other answer. */
export function AttachmentsField(props: FieldProps) {
  const { handle, act } = useWords();
  const { path, value, caseId, onChange } = props;
  const ids = (Array.isArray(value) ? value : []).filter((id): id is string => typeof id === 'string');
  const latest = useRef(ids);
  latest.current = ids;
  const [uploads, setUploads] = useState<readonly Uploading[]>([]);
  const input = useRef<HTMLInputElement>(null);

  async function add(file: File) {
    const put = (state: Uploading | null) =>
      setUploads((before) => [...before.filter(({ name }) => name !== file.name), ...(state ? [state] : [])]);
    if (file.size > limit * megabyte) {
      const size = `${Math.ceil(file.size / megabyte)} MB`;
      return put({ name: file.name, percent: 0, fault: handle.tooLarge(size, `${limit} MB`) });
    }
    put({ name: file.name, percent: 0 });
    try {
      const id = await uploadFile(file, caseId, (percent) => put({ name: file.name, percent }));
      latest.current = [...latest.current, id];
      onChange(latest.current);
      put(null);
    } catch (error) {
      put({ name: file.name, percent: 0, fault: (error as Error).message || handle.uploadFailed });
    }
  }

  return (
    <div className="form-item" id={fieldId(path)} tabIndex={-1}>
      <span className="label">
        <Title {...props} />
      </span>
      <ul>
        {ids.map((id) => (
          <li key={id} className="row-actions">
            <a href={addressOf(`/attachments/${encodeURIComponent(id)}/content`).href}>
              <AttachmentName id={id} />
            </a>
            <button type="button" className="button small" onClick={() => onChange(ids.filter((one) => one !== id))}>
              {act.remove}
            </button>
          </li>
        ))}
        {uploads.map(({ name, percent, fault }) => (
          <li key={name} role="status">
            {name} {fault ? <span className="fault">{fault}</span> : handle.uploading(percent)}
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="button small" onClick={() => input.current?.click()}>
          ＋ {act.upload}
          <span className="hidden"> {props.field.title}</span>
        </button>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          onChange={(event) => {
            for (const file of event.target.files ?? []) void add(file);
            event.target.value = '';
          }}
        />
      </p>
      <Fault {...props} />
    </div>
  );
}

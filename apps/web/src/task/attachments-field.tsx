import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { addressOf } from '../server/call.ts';
import { meQuery } from '../server/queries.ts';
import { UploadLine } from '../uploads/upload-line.tsx';
import { useUploads } from '../uploads/use-uploads.ts';
import { useWords } from '../words/words.tsx';
import { AttachmentName } from './attachment-name.tsx';
import { Fault, Title } from './field-parts.tsx';
import { fieldId, faultProps } from './field-props.ts';
import type { FieldProps } from './field-props.ts';

/** Files by their ids; they are part of the draft like any other answer. */
export function AttachmentsField(props: FieldProps) {
  const { act } = useWords();
  const { path, value, caseId, onChange } = props;
  const { data: me } = useQuery(meQuery);
  const ids = (Array.isArray(value) ? value : []).filter((id): id is string => typeof id === 'string');
  const latest = useRef(ids);
  latest.current = ids;
  const input = useRef<HTMLInputElement>(null);
  const { uploads, add, pause, resume, cancel } = useUploads({
    key: `${me?.username ?? ''} ${location.pathname} ${path}`,
    caseId: caseId ?? undefined,
    onDone({ id }) {
      latest.current = [...latest.current, id];
      onChange(latest.current);
    },
  });

  return (
    <div
      className="form-item dropping"
      id={fieldId(path)}
      tabIndex={-1}
      role="group"
      aria-label={props.field.title ?? path}
      aria-describedby={faultProps(props)['aria-describedby']}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        for (const file of event.dataTransfer.files) add(file);
      }}
    >
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
              <span className="hidden">
                {' '}
                <AttachmentName id={id} />
              </span>
            </button>
          </li>
        ))}
        {uploads.map((upload) => (
          <UploadLine
            key={upload.id}
            upload={upload}
            onPause={() => pause(upload.id)}
            onResume={() => resume(upload.id)}
            onCancel={() => cancel(upload.id)}
          />
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
            for (const file of event.target.files ?? []) add(file);
            event.target.value = '';
          }}
        />
      </p>
      <Fault {...props} />
    </div>
  );
}

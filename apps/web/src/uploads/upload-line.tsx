import { useWords } from '../words/words.tsx';
import type { Uploading } from './use-uploads.ts';

interface UploadLineProps {
  readonly upload: Uploading;
  readonly onPause: () => void;
  readonly onResume: () => void;
  readonly onCancel: () => void;
}

/** How far a file is, and what can be done about it. */
export function UploadLine({ upload, onPause, onResume, onCancel }: UploadLineProps) {
  const { uploads, act } = useWords();
  const { name, percent, state, fault } = upload;
  return (
    <li className="upload">
      <span>{name}</span>
      <progress max={100} value={percent} aria-label={uploads.progress(name)} />
      <span role="status">
        {state === 'failed' ? <span className="fault">{fault || uploads.failed}</span> : uploads.states[state](percent)}
      </span>
      {(state === 'sending' || state === 'waiting') && (
        <button type="button" className="button small" onClick={onPause}>
          ‖ {uploads.pause}
          <span className="hidden"> {name}</span>
        </button>
      )}
      {(state === 'paused' || state === 'failed') && (
        <button type="button" className="button small" onClick={onResume}>
          ▶ {uploads.resume}
          <span className="hidden"> {name}</span>
        </button>
      )}
      <button type="button" className="button small" onClick={onCancel}>
        {act.cancel}
        <span className="hidden"> {name}</span>
      </button>
    </li>
  );
}

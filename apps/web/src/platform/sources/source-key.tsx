import { useState } from 'react';
import type { Source } from '../../../../api/platform/source.schema.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ServerAct } from '../../parts/server-act.tsx';
import { addressOf } from '../../server/call.ts';
import { useWords } from '../../words/words.tsx';

/** 密钥: made anew it replaces the one before, and it is shown this once. */
export function SourceKey({ source: { id, hasKey } }: { readonly source: Source }) {
  const { source } = useWords();
  const [asking, setAsking] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  const act = hasKey ? source.newKey : source.makeKey;
  return (
    <p className="row-actions">
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {act}
      </button>
      <span className="quiet">{hasKey ? source.hasKey : source.noKey}</span>
      {asking && (
        <ServerAct<{ readonly key: string }>
          title={act}
          path={`/platform/sources/${encodeURIComponent(id)}/key`}
          area="platform"
          fields={[{ name: 'reason', label: source.reason, required: true }]}
          onClose={() => setAsking(false)}
          onDone={(made) => setKey(made.key)}
        >
          <p>{hasKey ? source.newKeyHelp : source.makeKeyHelp}</p>
        </ServerAct>
      )}
      {key !== null && (
        <Dialog title={source.keyShown} onClose={() => setKey(null)}>
          <p>{source.keyOnce}</p>
          <p>
            <code className="secret-key">{key}</code> <CopyButton text={key} label={source.copy} />
          </p>
          <p className="quiet">{source.keyUse}</p>
          <p>
            <code className="secret-key">{`POST ${addressOf(`/platform/deliveries/${encodeURIComponent(id)}`).href}`}</code>
          </p>
        </Dialog>
      )}
    </p>
  );
}

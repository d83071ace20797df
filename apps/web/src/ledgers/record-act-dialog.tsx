import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ChangedRecord, LedgerRecord } from '../../../api/ledgers/ledger.schema.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { newActKey } from '../server/act-key.ts';
import { call } from '../server/call.ts';
import { Problem } from '../server/problem.ts';
import { AttachmentsField } from '../task/attachments-field.tsx';
import { FormFields } from '../task/form-fields.tsx';
import { useWords } from '../words/words.tsx';
import { useCatalogue } from './use-catalogue.ts';

interface RecordActDialogProps {
  readonly kind: string;
  readonly record: LedgerRecord;
  readonly act: string;
  readonly onClose: () => void;
}

/** 销号 and the like: what was done, the files that prove it, and why. */
export function RecordActDialog({ kind, record, act, onClose }: RecordActDialogProps) {
  const { ledgers, act: acts, state } = useWords();
  const catalogue = useCatalogue();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [proof, setProof] = useState('');
  const [reason, setReason] = useState('');
  const [files, setFiles] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(newActKey());
  const rule = catalogue.find(kind)?.acts[act];
  if (!rule) return null;
  const title = catalogue.named(rule);

  async function submit() {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const body = {
      caseId: record.caseId,
      id: record.id,
      act,
      files,
      ...(proof ? { proof } : {}),
      ...(reason ? { reason } : {}),
    };
    try {
      await call<ChangedRecord>(`/ledgers/${encodeURIComponent(kind)}/acts`, {
        method: 'POST',
        body,
        key: key.current,
      });
    } catch (error) {
      setBusy(false);
      key.current = newActKey();
      if (!(error instanceof Problem)) throw error;
      return setProblem(error);
    }
    await queries.invalidateQueries({ queryKey: ['ledger'] });
    announce(ledgers.acted(title, record.title));
    onClose();
  }

  return (
    <Dialog
      title={`${title} · ${record.title}`}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {acts.cancel}
          </button>
          <button type="button" className="button primary" aria-disabled={busy} onClick={() => void submit()}>
            {title}
          </button>
        </>
      }
    >
      {rule.proof && (
        <>
          <label>
            {ledgers.proof}
            <textarea className="field" rows={4} value={proof} onChange={(event) => setProof(event.target.value)} />
          </label>
          <AttachmentsField
            path="files"
            field={{ type: 'array', title: ledgers.files }}
            required
            value={files}
            faults={new Map()}
            caseId={record.caseId}
            Fields={FormFields}
            onChange={(value) => setFiles(value as string[])}
          />
        </>
      )}
      {rule.reason && (
        <label>
          {ledgers.reason}
          <textarea className="field" rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
      <div role="alert" className="fault">
        {problem && <p>{problem.message || state.unreachable}</p>}
      </div>
    </Dialog>
  );
}

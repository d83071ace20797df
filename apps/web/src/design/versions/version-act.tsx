import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ChangedVersion, VersionList } from '../../../../api/definitions/version.schema.ts';
import { useAnnounce } from '../../parts/announcer.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { newActKey } from '../../server/act-key.ts';
import { call } from '../../server/call.ts';
import { longDayText, typedDay } from '../../time/dates.ts';
import { useDesign } from '../design-words.ts';

export type VersionActName = 'withdraw' | 'reinstate' | 'reschedule';

interface VersionActProps {
  readonly act: VersionActName;
  readonly version: VersionList['items'][number];
  readonly onClose: () => void;
}

/** 停用, 恢复 or another day: what new cases would take then comes from the server before it is done. */
export function VersionAct({ act, version, onClose }: VersionActProps) {
  const { design, words, language } = useDesign();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [reason, setReason] = useState('');
  const [validFrom, setValidFrom] = useState(version.validFrom);
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const key = useRef(newActKey());
  const day = typedDay(validFrom);
  const address = `/definitions/${encodeURIComponent(version.key)}/versions/${version.version}`;
  const request =
    act === 'reschedule'
      ? { path: address, method: 'PATCH' as const, body: { validFrom: day, ...(reason ? { reason } : {}) } }
      : { path: `${address}/${act}`, method: 'POST' as const, body: reason ? { reason } : {} };
  const preview = useQuery({
    queryKey: ['design', 'version-preview', act, version.key, version.version, day],
    queryFn: ({ signal }) =>
      call<ChangedVersion>(request.path, {
        method: request.method,
        body: act === 'reschedule' ? { validFrom: day } : {},
        query: { preview: true },
        signal,
      }),
    enabled: day !== null,
    retry: false,
    gcTime: 0,
  });
  const word = design.version.acts[act];
  async function carryOut() {
    if (busy || day === null) return;
    setBusy(true);
    try {
      await call(request.path, { method: request.method, body: request.body, key: key.current });
      await queries.invalidateQueries({ queryKey: ['design'] });
      await queries.invalidateQueries({ queryKey: ['definitions'] });
      announce(words.dialog.done(word));
      onClose();
    } catch (error) {
      setRefusal((error as Error).message || words.state.unreachable);
      setBusy(false);
    }
  }
  const after = preview.data;
  return (
    <Dialog
      title={`${word} · ${words.cases.version(version.version)}`}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.act.cancel}
          </button>
          <button
            type="button"
            className={`button ${act === 'withdraw' ? 'danger' : 'primary'}`}
            aria-disabled={busy || preview.isError}
            onClick={() => void carryOut()}
          >
            {word}
          </button>
        </>
      }
    >
      <p role="status">
        {after &&
          (after.inForce === null
            ? design.version.noneThen
            : design.version.thenRules(after.inForce, version.cases?.open ?? 0))}
        {after?.next && ` ${design.list.next(after.next.version, longDayText(after.next.validFrom, language))}`}
      </p>
      {act === 'reschedule' && <DateField label={design.publish.validFrom} value={validFrom} onChange={setValidFrom} />}
      <label>
        {words.dialog.reason}
        <textarea className="field" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <p role="alert" className="fault">
        {refusal || (preview.error?.message ?? '')}
      </p>
    </Dialog>
  );
}

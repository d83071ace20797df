import { useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Publication } from '../../../../api/definitions/definition.schema.ts';
import { useAnnounce } from '../../parts/announcer.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { newActKey } from '../../server/act-key.ts';
import { call } from '../../server/call.ts';
import { Problem } from '../../server/problem.ts';
import { longDayText, today, typedDay } from '../../time/dates.ts';
import { useDesign } from '../design-words.ts';
import { versionsQuery } from '../design.queries.ts';
import type { Autosave } from '../use-autosave.ts';

interface PublishDialogProps {
  readonly kind: 'process' | 'decision';
  readonly code: string;
  readonly name: string;
  /** The newest version that whoever draws knows of; 0: none. */
  readonly known: number;
  readonly defects: number;
  readonly warnings: readonly { readonly message: string }[];
  readonly content: () => Promise<string>;
  readonly autosave: Pick<Autosave, 'stop'>;
  readonly onClose: () => void;
}

/** 发布: what it means for new cases and for those under way, from when, and what is still to be thought of. */
export function PublishDialog(props: PublishDialogProps) {
  const { kind, code, name, known, defects, warnings, content, autosave, onClose } = props;
  const { design, words, language } = useDesign();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { data: versions } = useQuery(versionsQuery(code));
  const [validFrom, setValidFrom] = useState(today);
  const [refusal, setRefusal] = useState('');
  const [overtaken, setOvertaken] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(newActKey());
  const newest = Math.max(0, ...(versions?.items.map(({ version }) => version) ?? []));
  const running = (versions?.items ?? []).filter(({ cases }) => (cases?.open ?? 0) > 0);
  const day = typedDay(validFrom);

  async function publish(thenMigrate: boolean) {
    if (busy || defects > 0) return;
    if (day === null) return setRefusal(words.fault.date);
    setBusy(true);
    setRefusal('');
    try {
      const query = { validFrom: day, base: overtaken ?? known, again: true };
      const request = { method: 'POST', xml: await content(), query, key: key.current } as const;
      const { version } = await call<Publication>('/definitions', request);
      autosave.stop();
      await call(`/design/drafts/${kind}/${encodeURIComponent(code)}`, { method: 'DELETE' });
      await queries.invalidateQueries({ queryKey: ['design'] });
      await queries.invalidateQueries({ queryKey: ['definitions'] });
      announce(design.publish.done(version));
      onClose();
      if (thenMigrate) await navigate({ to: '/design/$key/migrate', params: { key: code }, search: { to: version } });
      else if (kind === 'process') await navigate({ to: '/design/$key/versions', params: { key: code } });
      else await navigate({ to: '/design', search: { kind: 'decision' } });
    } catch (error) {
      setBusy(false);
      key.current = newActKey();
      if (error instanceof Problem && error.code === 'OVERTAKEN') {
        const { items } = await queries.fetchQuery({ ...versionsQuery(code), staleTime: 0 });
        setOvertaken(Math.max(0, ...items.map((one) => one.version)));
      }
      setRefusal((error as Error).message || words.state.unreachable);
    }
  }

  const blocked = busy || defects > 0;
  return (
    <Dialog
      title={design.publish.title(name)}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.act.cancel}
          </button>
          {running.length > 0 && kind === 'process' && (
            <button type="button" className="button" aria-disabled={blocked} onClick={() => void publish(true)}>
              {design.publish.andMigrate}
            </button>
          )}
          <button type="button" className="button primary" aria-disabled={blocked} onClick={() => void publish(false)}>
            {overtaken === null ? design.publish.act : design.publish.anyway(overtaken)}
          </button>
        </>
      }
    >
      {defects > 0 ? (
        <p className="fault">{design.publish.refused(defects)}</p>
      ) : (
        <p>{design.publish.meaning(newest + 1, day === null ? validFrom : longDayText(day, language))}</p>
      )}
      {running.map(({ version, cases }) => (
        <p key={version}>{design.publish.stay(cases?.open ?? 0, version)}</p>
      ))}
      {kind === 'decision' && <p>{design.publish.decisionMeaning}</p>}
      <DateField label={design.publish.validFrom} value={validFrom} onChange={setValidFrom} />
      {warnings.length > 0 && (
        <details>
          <summary>{design.publish.warnings(warnings.length)}</summary>
          <ul className="told">
            {warnings.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </details>
      )}
      <p role="alert" className="fault">
        {refusal}
      </p>
    </Dialog>
  );
}

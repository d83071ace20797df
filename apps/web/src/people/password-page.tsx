import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { usePageTitle } from '../frame/page-title.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { call } from '../server/call.ts';
import { Problem } from '../server/problem.ts';
import { meQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';

/** 修改口令: with a one-time password the first thing, and the only one that is open. */
export function PasswordPage() {
  const words = useWords();
  const { password } = words;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const fault = useId();
  const { data: me } = useQuery(meQuery);
  const [entry, setEntry] = useState({ current: '', next: '', again: '' });
  const [refusal, setRefusal] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  usePageTitle(password.title);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (!entry.current || !entry.next) return setRefusal([password.enterBoth]);
    if (entry.next !== entry.again) return setRefusal([password.differ]);
    setBusy(true);
    setRefusal([]);
    try {
      await call('/auth/password', { method: 'POST', body: { current: entry.current, next: entry.next } });
      queries.clear();
      await navigate({ to: '/' });
      announce(password.changed);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setRefusal([error.message || words.state.unreachable, ...error.defects.map(({ message }) => message)]);
    } finally {
      setBusy(false);
    }
  }

  const field = (name: keyof typeof entry, label: string, autoComplete: string) => (
    <label>
      {label}
      <input
        type="password"
        className="field"
        autoComplete={autoComplete}
        value={entry[name]}
        aria-describedby={refusal.length > 0 ? fault : undefined}
        onChange={(event) => setEntry({ ...entry, [name]: event.target.value })}
      />
    </label>
  );
  return (
    <>
      {!me?.mustChangePassword && (
        <p>
          <Link to="/me">‹ {words.me.title}</Link>
        </p>
      )}
      <div className="page-head">
        <h1>{password.title}</h1>
      </div>
      {me?.mustChangePassword && <p className="readonly">{password.first}</p>}
      <form className="panel sign-in narrow" onSubmit={(event) => void submit(event)} noValidate>
        <input type="hidden" name="username" autoComplete="username" value={me?.username ?? ''} readOnly />
        {field('current', me?.mustChangePassword ? password.oneTime : password.current, 'current-password')}
        {field('next', password.next, 'new-password')}
        {field('again', password.again, 'new-password')}
        <p className="quiet">{password.rules}</p>
        <div id={fault} className="fault" role="alert">
          {refusal.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
        <p className="row-actions">
          <button type="submit" className="button primary" aria-disabled={busy}>
            {password.submit}
          </button>
        </p>
      </form>
      <p className="quiet">{password.othersEnd}</p>
    </>
  );
}

import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import type { SignedInAnswer, User } from '../../../api/auth/auth.schema.ts';
import { call } from '../server/call.ts';
import { sessionLost } from '../server/session.ts';
import { useWords } from '../words/words.tsx';

interface SignInFormProps {
  readonly username?: string;
  readonly onSignedIn: (user: User) => void;
}

/** Name and password; pasting and password managers are welcome (WCAG 3.3.8). */
export function SignInForm({ username = '', onSignedIn }: SignInFormProps) {
  const { signIn, state } = useWords();
  const [name, setName] = useState(username);
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const fault = useId();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (!name || !password) return setRefusal(signIn.enterBoth);
    setBusy(true);
    setRefusal('');
    try {
      const { user } = await call<SignedInAnswer>('/auth/login', {
        method: 'POST',
        body: { username: name.trim(), password },
      });
      sessionLost.heal();
      onSignedIn(user);
    } catch (error) {
      setRefusal((error as Error).message || state.unreachable);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="sign-in" onSubmit={(event) => void submit(event)} noValidate>
      <label>
        {signIn.username}
        <input
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={name}
          onChange={(event) => setName(event.target.value)}
          aria-describedby={refusal ? fault : undefined}
          aria-invalid={refusal ? true : undefined}
        />
      </label>
      <label>
        {signIn.password}
        <input
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          aria-describedby={refusal ? fault : undefined}
          aria-invalid={refusal ? true : undefined}
        />
      </label>
      <p id={fault} className="fault" role="alert">
        {refusal}
      </p>
      <button type="submit" className="button primary" aria-disabled={busy}>
        {signIn.submit}
      </button>
    </form>
  );
}

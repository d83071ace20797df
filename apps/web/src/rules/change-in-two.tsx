import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { WhatIf } from '../../../api/what-if/what-if.schema.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EntryDialog } from '../parts/entry-dialog.tsx';
import type { Entry, EntryField } from '../parts/entry-dialog.tsx';
import { newActKey } from '../server/act-key.ts';
import { call } from '../server/call.ts';
import { Problem } from '../server/problem.ts';
import { useWords } from '../words/words.tsx';
import { Effect } from './effect.tsx';

interface Answer {
  readonly version: number;
  readonly cases: number;
  readonly effect: WhatIf | null;
}

interface ChangeInTwoProps {
  readonly title: string;
  readonly path: '/calendars' | '/periods' | '/ladders';
  readonly fields: readonly EntryField[];
  readonly initial: Entry;
  readonly bodyOf: (entry: Entry) => unknown;
  readonly help?: ReactNode;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** A change of the rules: first what it would do to open cases, then one button that says how many it moves. */
export function ChangeInTwo({ title, path, fields, initial, bodyOf, help, onClose, onDone }: ChangeInTwoProps) {
  const { rules } = useWords();
  const [looked, setLooked] = useState<{ readonly entry: Entry; readonly effect: WhatIf } | null>(null);
  const [entry, setEntry] = useState(initial);
  const method = path === '/calendars' ? 'POST' : 'PUT';
  if (looked)
    return (
      <Confirmation
        title={title}
        effect={looked.effect}
        onBack={() => setLooked(null)}
        onConfirm={(key) => call<Answer>(path, { method, body: bodyOf(looked.entry), key })}
        onDone={() => {
          onDone?.();
          onClose();
        }}
      />
    );
  return (
    <EntryDialog
      title={title}
      act={rules.lookFirst}
      fields={fields}
      initial={entry}
      onSubmit={async (given) => {
        setEntry(given);
        const { effect } = await call<Answer>(path, { method, body: bodyOf(given), query: { dryRun: true } });
        if (effect) setLooked({ entry: given, effect });
      }}
      onClose={onClose}
      onDone={() => undefined}
    >
      {help}
    </EntryDialog>
  );
}

interface ConfirmationProps {
  readonly title: string;
  readonly effect: WhatIf;
  readonly onBack: () => void;
  readonly onConfirm: (key: string) => Promise<Answer>;
  readonly onDone: () => void;
}

function Confirmation({ title, effect, onBack, onConfirm, onDone }: ConfirmationProps) {
  const { rules, state } = useWords();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const key = useRef(newActKey());
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  async function confirm() {
    if (busy) return;
    setBusy(true);
    setRefusal('');
    try {
      const { version, cases } = await onConfirm(key.current);
      await queries.invalidateQueries({
        predicate: ({ queryKey: [first] }) => first === 'rules' || first === 'directory',
      });
      announce(rules.applied(version, cases));
      onDone();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setRefusal([error.message || state.unreachable, ...error.defects.map(({ message }) => message)].join(' '));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog
      title={title}
      onClose={onBack}
      actions={
        <>
          <button type="button" className="button" onClick={onBack}>
            {rules.back}
          </button>
          <button type="button" className="button primary" aria-disabled={busy} onClick={() => void confirm()}>
            {rules.apply(effect.moved)}
          </button>
        </>
      }
    >
      <h3>{rules.effect.title}</h3>
      <Effect effect={effect} />
      <p role="alert" className="fault">
        {refusal}
      </p>
    </Dialog>
  );
}

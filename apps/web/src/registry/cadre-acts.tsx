import { useState } from 'react';
import type { RegisteredCadreDetail } from '../../../api/registry/registry.schema.ts';
import { useWords } from '../words/words.tsx';
import { usePostFields } from './new-entry.tsx';
import { RegistryAct } from './registry-act.tsx';
import { useRegistryWords } from './use-registry-words.ts';

/** What its keepers may do to a person's entry. */
export function CadreActs({ cadre }: { readonly cadre: RegisteredCadreDetail }) {
  const { registry } = useWords();
  const words = useRegistryWords();
  const post = usePostFields();
  const [act, setAct] = useState<'appoint' | 'leave' | 'correct' | null>(null);
  const close = () => setAct(null);
  const path = `/registry/cadres/${encodeURIComponent(cadre.id)}`;
  const { acts, fields: text } = registry;
  const reason = { name: 'reason', label: text.reason, kind: 'long' as const };
  return (
    <span className="row-actions spring">
      <button type="button" className="button primary" onClick={() => setAct('appoint')}>
        {acts.appoint}
      </button>
      <button type="button" className="button" onClick={() => setAct('correct')}>
        {acts.correct}
      </button>
      {cadre.until === null && (
        <button type="button" className="button danger" onClick={() => setAct('leave')}>
          {acts.leave}
        </button>
      )}
      {act === 'appoint' && (
        <RegistryAct
          title={acts.appoint}
          path={`${path}/posts`}
          onClose={close}
          fields={[
            ...post,
            { name: 'leavingOthers', label: text.leavingOthers, kind: 'check', help: text.leavingHelp },
            reason,
          ]}
        />
      )}
      {act === 'correct' && (
        <RegistryAct
          title={acts.correct}
          path={path}
          method="PATCH"
          onClose={close}
          initial={{ name: cadre.name, managedBy: cadre.managedBy, since: cadre.since, account: cadre.account ?? '' }}
          bodyOf={(entry) => ({ ...entry, account: entry['account'] ?? null })}
          fields={[
            { name: 'name', label: text.person, required: true },
            {
              name: 'managedBy',
              label: registry.level,
              kind: 'choice',
              choices: words.choices('levels'),
              required: true,
            },
            { name: 'since', label: text.since, kind: 'day', required: true },
            { name: 'account', label: text.account },
            reason,
          ]}
        />
      )}
      {act === 'leave' && (
        <RegistryAct
          title={acts.leave}
          path={`${path}/leave`}
          onClose={close}
          fields={[
            { name: 'as', label: text.as, kind: 'choice', choices: words.choices('leavings'), required: true },
            { name: 'on', label: text.on, kind: 'day', required: true },
            reason,
          ]}
        />
      )}
    </span>
  );
}

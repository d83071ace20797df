import { useState } from 'react';
import type { RegisteredUnitDetail } from '../../../api/registry/registry.schema.ts';
import { groups, units } from '../parts/finders.ts';
import type { EntryField } from '../parts/entry-dialog.tsx';
import { useWords } from '../words/words.tsx';
import { RegistryAct } from './registry-act.tsx';
import { useRegistryWords } from './use-registry-words.ts';
import { WouldHappen } from './would-happen.tsx';

type Act = 'change' | 'end' | 'restore' | 'begin';

/** What its keepers may do to a unit. */
export function UnitActs({ unit }: { readonly unit: RegisteredUnitDetail }) {
  const { registry } = useWords();
  const words = useRegistryWords();
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const path = `/registry/units/${encodeURIComponent(unit.id)}`;
  const { acts, fields: text } = registry;
  const reason: EntryField = { name: 'reason', label: text.reason, kind: 'long' };
  return (
    <span className="row-actions spring">
      {unit.until === null ? (
        <>
          <button type="button" className="button" onClick={() => setAct('change')}>
            {acts.change}
          </button>
          <button type="button" className="button" onClick={() => setAct('begin')}>
            {acts.correct}
          </button>
          <button type="button" className="button danger" onClick={() => setAct('end')}>
            {acts.end}
          </button>
        </>
      ) : (
        <button type="button" className="button" onClick={() => setAct('restore')}>
          {acts.restore}
        </button>
      )}
      {act === 'change' && (
        <RegistryAct
          title={acts.change}
          path={`${path}/terms`}
          onClose={close}
          initial={{
            name: unit.name,
            category: unit.category,
            superior: unit.superior?.id ?? '',
            group: unit.group?.id ?? '',
          }}
          bodyOf={(entry) => ({ ...entry, superior: entry['superior'] ?? null, group: entry['group'] ?? null })}
          fields={[
            { name: 'since', label: text.from, kind: 'day', required: true },
            { name: 'name', label: text.name, required: true },
            {
              name: 'category',
              label: registry.category,
              kind: 'choice',
              choices: words.choices('categories'),
              required: true,
            },
            { name: 'superior', label: text.superior, kind: 'pick', find: units },
            { name: 'group', label: text.group, kind: 'pick', find: groups, help: text.groupHelp },
            { name: 'basis', label: text.basis },
            reason,
          ]}
        />
      )}
      {act === 'begin' && (
        <RegistryAct
          title={acts.correct}
          path={path}
          method="PATCH"
          onClose={close}
          initial={{ since: unit.since }}
          fields={[{ name: 'since', label: text.founded, kind: 'day', required: true }, reason]}
        />
      )}
      {act === 'end' && (
        <RegistryAct
          title={acts.end}
          path={`${path}/end`}
          onClose={close}
          fields={[
            { name: 'as', label: text.as, kind: 'choice', choices: words.choices('endings'), required: true },
            { name: 'on', label: text.on, kind: 'day', required: true },
            { name: 'successor', label: text.successor, kind: 'pick', find: units },
            reason,
          ]}
        >
          {(entry) => <WouldHappen path={`${path}/end`} body={entry} ready={Boolean(entry['as'] && entry['on'])} />}
        </RegistryAct>
      )}
      {act === 'restore' && (
        <RegistryAct title={acts.restore} path={`${path}/restore`} onClose={close} fields={[reason]} />
      )}
    </span>
  );
}

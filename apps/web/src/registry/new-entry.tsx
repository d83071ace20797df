import { useNavigate } from '@tanstack/react-router';
import { cadres, groups, units } from '../parts/finders.ts';
import type { Entry, EntryField } from '../parts/entry-dialog.tsx';
import { useWords } from '../words/words.tsx';
import { RegistryAct } from './registry-act.tsx';
import { useRegistryWords } from './use-registry-words.ts';

interface NewProps {
  readonly onClose: () => void;
}

export function NewUnit({ onClose }: NewProps) {
  const { registry } = useWords();
  const words = useRegistryWords();
  const navigate = useNavigate();
  const { fields: text } = registry;
  const fields: readonly EntryField[] = [
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
    { name: 'since', label: text.founded, kind: 'day', required: true },
    { name: 'basis', label: text.basis },
    { name: 'id', label: text.id, help: text.idHelp },
  ];
  return (
    <RegistryAct
      title={registry.acts.found}
      path="/registry/units"
      fields={fields}
      onClose={onClose}
      onDone={({ id }) => void navigate({ to: '/registry/units/$id', params: { id } })}
    />
  );
}

/** The fields of a post, as a person gets one. */
export function usePostFields(): readonly EntryField[] {
  const { registry } = useWords();
  const words = useRegistryWords();
  const { fields, columns } = registry;
  return [
    { name: 'unit', label: fields.unit, kind: 'pick', find: units, required: true },
    { name: 'title', label: columns.title, required: true },
    { name: 'rank', label: registry.rank, kind: 'choice', choices: words.choices('ranks'), required: true },
    { name: 'standing', label: registry.standing, kind: 'choice', choices: words.choices('standings'), required: true },
    { name: 'since', label: fields.since, kind: 'day', required: true },
    { name: 'basis', label: fields.basis },
  ];
}

export function NewCadre({ onClose }: NewProps) {
  const { registry } = useWords();
  const words = useRegistryWords();
  const navigate = useNavigate();
  const post = usePostFields();
  const { fields: text } = registry;
  const fields: readonly EntryField[] = [
    { name: 'name', label: text.person, required: true },
    { name: 'managedBy', label: registry.level, kind: 'choice', choices: words.choices('levels'), required: true },
    ...post,
    { name: 'account', label: text.account },
    { name: 'id', label: text.id, help: text.idHelp },
  ];
  return (
    <RegistryAct
      title={registry.acts.register}
      path="/registry/cadres"
      fields={fields}
      bodyOf={withPost}
      onClose={onClose}
      onDone={({ id }) => void navigate({ to: '/registry/cadres/$id', params: { id } })}
    />
  );
}

/** The first post stands in a part of its own; registered from its first day. */
function withPost({ name, managedBy, account, id, ...post }: Entry) {
  const own = { name, managedBy, ...(account ? { account } : {}), ...(id ? { id } : {}) };
  return { ...own, since: post['since'], post };
}

export function NewCharge({ onClose, leader, unit }: NewProps & { readonly leader?: string; readonly unit?: string }) {
  const { registry } = useWords();
  const { fields: text } = registry;
  const fields: readonly EntryField[] = [
    { name: 'leader', label: text.leader, kind: 'pick', find: cadres, required: true },
    { name: 'unit', label: text.unit, kind: 'pick', find: units, required: true },
    { name: 'since', label: text.since, kind: 'day', required: true },
    { name: 'matter', label: text.matter },
    { name: 'basis', label: text.basis },
  ];
  return (
    <RegistryAct
      title={registry.acts.give}
      path="/registry/portfolios"
      fields={fields}
      initial={{ ...(leader ? { leader } : {}), ...(unit ? { unit } : {}) }}
      onClose={onClose}
    />
  );
}

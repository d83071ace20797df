import type { AdminRequest } from '../../../api/administration/requests/request.schema.ts';
import { useNames } from '../parts/names.ts';
import { longDayText } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

/** What exactly is asked for, in words. */
export function RequestContent({ request: { kind, payload } }: { readonly request: AdminRequest }) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const { admin } = words;
  const text = (name: string): string | null => {
    const value = payload[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const day = (name: string): string | null => {
    const value = text(name);
    return value === null ? null : longDayText(value, language);
  };
  const since = day('since');
  const until = day('until');
  const term = since === null ? null : until === null ? admin.openTerm(since) : admin.term(since, until);
  const parts =
    kind === 'post'
      ? [names.agency(text('agency')), names.role(text('role')), text('title'), term]
      : kind === 'deputy'
        ? [admin.deputyIs(names.person(text('deputy'))), term]
        : [];
  return <div className="second-line">{parts.filter(Boolean).join(' · ')}</div>;
}

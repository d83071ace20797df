import { Link } from '@tanstack/react-router';
import type { Entry } from '../../../api/history/history.schema.ts';
import { useCatalogue } from '../ledgers/use-catalogue.ts';
import { useNames } from '../parts/names.ts';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);
const dueOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'dueOn' in value ? text(value.dueOn) : '';

/** What follows from an act or from time: nobody's doing. */
const byItself: ReadonlySet<string> = new Set([
  'task-opened',
  'task-cancelled',
  'people-left',
  'timer-moved',
  'record-written',
  'alarm-fired',
  'child-opened',
  'child-ended',
  'case-ended',
  'incident-opened',
  'message-thrown',
  'signal-thrown',
]);

/** To whom it went. */
const handed: ReadonlySet<string> = new Set([
  'task-transferred',
  'task-delegated',
  'task-handed-over',
  'person-succeeded',
]);
const aboutPerson: ReadonlySet<string> = new Set(['person-recused', 'person-readmitted']);

/** One fact of the timeline as a sentence: who did what to which step, for whom, until when and why. */
export function Sentence({ entry }: { readonly entry: Entry }) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const catalogue = useCatalogue();
  const { story } = words;
  const { kind, data, actorName, actor, onBehalfOf, onBehalfOfName, taskName, taskId, reason } = entry;
  const day = (date: string) => dayText(date, today(), language);
  const who = byItself.has(kind) ? '' : (actorName ?? (actor === null ? '' : names.person(actor)));
  const to = text(data['new']) || text(data['assignee']);
  const [before, after] = [dueOf(data['old']), dueOf(data['new'])];
  const said = text(data['comment']) || text(data['text']) || text(data['message']);
  return (
    <p>
      {who && <strong>{who}</strong>}
      {onBehalfOf && story.onBehalf(onBehalfOfName ?? names.person(onBehalfOf))} {story.kinds[kind] ?? kind}
      {taskName && taskId && (
        <>
          {' '}
          <Link to="/tasks/$id" params={{ id: taskId }}>
            {story.step(taskName)}
          </Link>
        </>
      )}
      {kind === 'task-opened' &&
        ` ${names.agency(text(data['agency']) || null)} ${names.role(text(data['role']) || null)}`}
      {handed.has(kind) && to && story.to(names.person(to))}
      {kind === 'case-copied' && story.to(listed(data['to']).map(names.person).join(words.join))}
      {aboutPerson.has(kind) && text(data['user']) && ` ${names.person(text(data['user']))}`}
      {text(data['outcome']) && story.outcome(text(data['outcome']))}
      {before && after && story.moved(day(before), day(after))}
      {typeof data['level'] === 'number' && data['level'] > 0 && story.level(data['level'])}
      {text(data['number']) && ` ${text(data['number'])}`}
      {kind === 'record-written' && ` ${catalogue.nameOf(text(data['ledger']))} ${text(data['id'])}`}
      {kind === 'people-left' && ` ${listed(data['people']).map(names.person).join(words.join)}`}
      {said && story.commented(said)}
      {reason && ` ${story.reason(reason)}`}
    </p>
  );
}

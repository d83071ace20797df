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
  'end-held',
  'case-absorbed',
  'merge-refused',
  'case-split',
  'split-refused',
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
/** Where no task tells which step it was. */
const namesStep: ReadonlySet<string> = new Set([
  'token-cancelled',
  'token-moved',
  'token-started',
  'step-skipped',
  'step-repeated',
]);

/** One fact of the timeline as a sentence: who did what to which step, for whom, until when and why. */
export function Sentence({ entry, limit }: { readonly entry: Entry; readonly limit?: string | undefined }) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const catalogue = useCatalogue();
  const { story } = words;
  const { kind, data, actorName, actor, onBehalfOf, onBehalfOfName, taskName, taskId, reason } = entry;
  const day = (date: string) => dayText(date, today(), language);
  const who = byItself.has(kind) ? '' : (actorName ?? (actor === null ? '' : names.person(actor)));
  const to = kind === 'record-written' ? '' : text(data['new']) || text(data['assignee']);
  const [before, after] = [dueOf(data['old']), dueOf(data['new'])];
  const said = text(data['comment']) || text(data['text']) || text(data['message']);
  const verb = (kind === 'alarm-fired' && story.alarms[text(data['kind'])]) || (story.kinds[kind] ?? kind);
  return (
    <p>
      {who && <strong>{who}</strong>}
      {onBehalfOf && story.onBehalf(onBehalfOfName ?? names.person(onBehalfOf))} {verb}
      {taskName && taskId && (
        <>
          {' '}
          <Link to="/tasks/$id" params={{ id: taskId }}>
            {story.step(taskName)}
          </Link>
        </>
      )}
      {namesStep.has(kind) && text(data['name']) && ` ${story.step(text(data['name']))}`}
      {kind === 'token-moved' && story.movedTo(text(data['toName']))}
      {kind === 'split-asked' && ` ${story.step(text(data['title']))}`}
      {kind === 'task-opened' &&
        ` ${names.agency(text(data['agency']) || null)} ${names.role(text(data['role']) || null)}`}
      {limit && story.limit(day(limit))}
      {handed.has(kind) && to && story.to(names.person(to))}
      {kind === 'case-copied' && story.to(listed(data['to']).map(names.person).join(words.join))}
      {aboutPerson.has(kind) && text(data['user']) && ` ${names.person(text(data['user']))}`}
      {text(data['outcome']) &&
        story.outcome(words.operations.outcomes[text(data['outcome'])] ?? text(data['outcome']))}
      {before && after && story.moved(day(before), day(after))}
      {typeof data['level'] === 'number' && data['level'] > 0 && story.level(data['level'])}
      {text(data['number']) && ` ${text(data['number'])}`}
      {text(data['link']) && story.link(story.links[text(data['link'])] ?? text(data['link']))}
      {kind === 'case-corrected' &&
        listed(data['for']).length > 0 &&
        story.concerning(listed(data['for']).map(names.person).join(words.join))}
      {kind === 'record-written' && ` ${catalogue.nameOf(text(data['ledger']))} ${text(data['id'])}`}
      {kind === 'record-written' &&
        text(data['new']) !== text(data['old']) &&
        story.became(catalogue.statusOf(text(data['ledger']), text(data['new'])))}
      {kind === 'people-left' && ` ${listed(data['people']).map(names.person).join(words.join)}`}
      {said && story.commented(said)}
      {reason && ` ${story.reason(reason)}`}
    </p>
  );
}

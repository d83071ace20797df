import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usePageTitle } from '../frame/page-title.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { Loading } from '../parts/loading.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { call } from '../server/call.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { noticesQuery } from './notices.queries.ts';
import type { Notice } from './notices.queries.ts';

/** 通知: what one has been told, unread ones by weight and word. */
export function NoticesPage() {
  const { words, language } = useSpeaking();
  const { notices } = words;
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { data, error, refetch } = useQuery(noticesQuery(false));
  const mark = useMutation({
    mutationFn: (ids: readonly string[]) => call<{ read: number }>('/notices/read', { method: 'POST', body: { ids } }),
    onSuccess: ({ read }) => {
      announce(notices.marked(read));
      return queries.invalidateQueries({ queryKey: ['notices'] });
    },
  });
  usePageTitle(notices.title);
  const unread = (data?.items ?? []).filter(({ readAt }) => readAt === null);
  const line = ({ id, caseId, taskId, kind, level, text, createdAt, readAt }: Notice) => (
    <li key={id} className={`notice${readAt === null ? ' unread' : ''}`}>
      {readAt === null && <span className="chip plain">{notices.unread}</span>}
      <span className={`chip ${level ? 'late' : 'plain'}`}>
        {level ? notices.kinds['rung'] : (notices.kinds[kind] ?? notices.kinds['reminder'])}
        {level ? ` L${level}` : ''}
      </span>
      <span className="text">
        {taskId ? (
          <Link to="/tasks/$id" params={{ id: taskId }}>
            {text}
          </Link>
        ) : (
          <Link to="/cases/$id/$tab" params={{ id: caseId, tab: 'overview' }}>
            {text}
          </Link>
        )}
      </span>
      <span className="quiet nowrap">{momentText(createdAt, today(), language)}</span>
    </li>
  );
  const tasks = (data?.items ?? []).filter(({ taskId }) => taskId !== null);
  const others = (data?.items ?? []).filter(({ taskId }) => taskId === null);
  return (
    <>
      <div className="work-head">
        <h1>
          {notices.title}{' '}
          {unread.length > 0 && (
            <span className="quiet">
              {unread.length} {notices.unread}
            </span>
          )}
        </h1>
        {unread.length > 0 && (
          <button type="button" className="button" onClick={() => mark.mutate(unread.map(({ id }) => id))}>
            {notices.markAll}
          </button>
        )}
      </div>
      {error && !data && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && data.items.length === 0 && <p className="empty">{notices.empty}</p>}
      {tasks.length > 0 && (
        <section className="panel">
          <h2>{notices.mine}</h2>
          <ul>{tasks.map(line)}</ul>
        </section>
      )}
      {others.length > 0 && (
        <section className="panel">
          <h2>{notices.about}</h2>
          <ul>{others.map(line)}</ul>
        </section>
      )}
    </>
  );
}

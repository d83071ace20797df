import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import '../look/board.css';
import { usePageTitle } from '../frame/page-title.ts';
import { StateLink } from '../parts/state-link.tsx';
import { definitionsQuery, directoryQuery } from '../server/queries.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { useNames } from '../parts/names.ts';
import { scopeKept, useBoardSearch } from './use-board-search.ts';

const tabs = {
  home: '/board',
  climbed: '/board/climbed',
  due: '/board/due',
  flow: '/board/flow',
  steps: '/board/steps',
  compare: '/board/compare',
} as const;
type BoardTab = keyof typeof tabs;

interface BoardFrameProps {
  readonly tab: BoardTab;
  /** What the page is about, where it is not a tab's own page. */
  readonly title?: string;
  readonly at: string | undefined;
  readonly children: ReactNode;
}

/** What all pages of the board have: where one is, since when the figures are, and what they are about. */
export function BoardFrame({ tab, title, at, children }: BoardFrameProps) {
  const { words, language } = useSpeaking();
  const { search } = useBoardSearch();
  const { board } = words;
  const heading = title ?? (tab === 'home' ? board.title : board.tabs[tab]);
  usePageTitle(heading, heading === board.title ? undefined : board.title);
  return (
    <>
      <div className="page-head">
        <h1>{heading}</h1>
        {at && <span className="quiet">{board.asOf(momentText(at, today(), language))}</span>}
        <ScopeChoice />
      </div>
      <nav className="scopes" aria-label={board.title}>
        {(Object.keys(tabs) as BoardTab[]).map((one) => (
          <StateLink key={one} to={{ to: tabs[one], search: scopeKept(search) }} current={one === tab}>
            {board.tabs[one]}
          </StateLink>
        ))}
      </nav>
      {children}
    </>
  );
}

/** The board of one agency or one procedure. */
function ScopeChoice() {
  const { board, work } = useSpeaking().words;
  const { search, change } = useBoardSearch();
  const names = useNames();
  const { data: directory } = useQuery(directoryQuery);
  const { data: definitions } = useQuery(definitionsQuery);
  return (
    <div className="row-actions spring board-scope">
      <label className="row-actions">
        {board.agency}
        <select
          className="field"
          value={search.agency ?? ''}
          onChange={(event) => change({ agency: event.target.value || undefined })}
        >
          <option value="">{work.any}</option>
          {directory?.agencies.map(({ id }) => (
            <option key={id} value={id}>
              {names.agency(id)}
            </option>
          ))}
        </select>
      </label>
      <label className="row-actions">
        {work.procedure}
        <select
          className="field"
          value={search.procedure ?? ''}
          onChange={(event) => change({ procedure: event.target.value || undefined })}
        >
          <option value="">{work.any}</option>
          {definitions?.items.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import type { Copy } from '../../../api/copies/copy.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { ListFoot } from '../parts/list-foot.tsx';
import { SecrecyMark } from '../parts/secrecy-mark.tsx';
import { usePages } from '../server/use-pages.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { CopyAct, Receipt } from './copy-act.tsx';

/** 抄送我的: what one was sent to read, the newest first, and whether one has. */
export function CopiesPage() {
  const { words } = useSpeaking();
  const { copies } = words.operations;
  const list = usePages<Copy>(['copies', 'mine'], '/copies', {});
  usePageTitle(copies.mine);
  return (
    <>
      <div className="work-head">
        <h1>{copies.mine}</h1>
      </div>
      {list.items.length === 0 && list.pages.data && <p className="empty">{copies.none}</p>}
      {list.items.length > 0 && (
        <section className="panel" aria-label={copies.mine}>
          <ul className="opinions">
            {list.items.map((copy) => (
              <CopyLine key={copy.id} copy={copy} />
            ))}
          </ul>
        </section>
      )}
      <ListFoot pages={list.pages} />
    </>
  );
}

function CopyLine({ copy }: { readonly copy: Copy }) {
  const { words, language } = useSpeaking();
  const { copies } = words.operations;
  const { caseId, taskId } = copy;
  return (
    <li>
      <p>
        {taskId === null ? (
          <Link to="/cases/$id/$tab" params={{ id: caseId, tab: 'overview' }}>
            {copy.caseNumber} {copy.caseTitle}
          </Link>
        ) : (
          <Link to="/tasks/$id" params={{ id: taskId }}>
            {copy.caseNumber} {copy.caseTitle} · {copy.taskName}
          </Link>
        )}{' '}
        <SecrecyMark level={copy.secrecy} /> <Receipt copy={copy} />
      </p>
      {copy.text && <p className="said">{copy.text}</p>}
      <p className="row-actions quiet">
        {copies.sent(copy.sentByName ?? copy.sentBy ?? '', momentText(copy.sentAt, today(), language))}
        {copy.readAt === null && <CopyAct copy={copy} act="read" word={copies.markRead} />}
      </p>
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Case } from '../../../api/cases/case.schema.ts';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { VariableList } from '../parts/variable-list.tsx';
import { Reading } from '../parts/reading.tsx';
import { documentsQuery, timelineQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { FileList } from '../cases/file-list.tsx';
import { FileViewer } from '../files/file-viewer.tsx';
import { useViewing } from '../files/use-viewing.ts';
import { Opinions } from './opinions.tsx';

const narrow = matchMedia('(max-width: 640px)');

/** 事由与依据: the case's data, what others said before, files, the legal basis and the place in the procedure. */
export function Facts({ task, matter }: { readonly task: Task; readonly matter: Case }) {
  const { handle, task: words } = useWords();
  const documents = useQuery(documentsQuery(task.caseId));
  const story = useQuery(timelineQuery(task.caseId));
  const { viewed, view, close } = useViewing();
  return (
    <Folding title={handle.facts}>
      {viewed && (
        <div className="beside">
          <FileViewer key={viewed.id} file={viewed} onClose={close} />
        </div>
      )}
      <div hidden={viewed !== null}>
        <div className="panel">
          <h2>{handle.known}</h2>
          <VariableList
            variables={Object.keys(task.variables).length > 0 ? task.variables : matter.variables}
            caseId={task.caseId}
          />
        </div>
        {story.data && documents.data ? (
          <>
            <div className="panel">
              <h2>{handle.opinions}</h2>
              <Opinions caseId={task.caseId} />
            </div>
            <div className="panel">
              <h2>{handle.files}</h2>
              <FileList files={documents.data.attachments} onView={view} />
            </div>
            <div className="panel">
              {task.basis && (
                <details>
                  <summary>{words.basis}</summary>
                  <p>{task.basis}</p>
                </details>
              )}
              <Link
                className="button small"
                to="/cases/$id/$tab"
                params={{ id: task.caseId, tab: 'diagram' }}
                search={{ element: task.elementId }}
              >
                {handle.position}
              </Link>
            </div>
          </>
        ) : (
          <Reading query={story.error ? story : documents} />
        )}
      </div>
    </Folding>
  );
}

/** On a phone the form comes first and the facts are one touch away. */
function Folding({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  if (!narrow.matches) return <section aria-label={title}>{children}</section>;
  return (
    <details className="folding">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../server/call.ts';
import { useWords } from '../words/words.tsx';
import { useAnnounce } from './announcer.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import type { Entry, EntryField } from './entry-dialog.tsx';

interface ServerActProps<Answer> {
  readonly title: string;
  readonly path: string;
  readonly method?: 'POST' | 'PATCH' | 'PUT';
  /** First part of the keys of what is read anew afterwards. */
  readonly area: string;
  readonly fields: readonly EntryField[];
  readonly initial?: Entry;
  /** What the server wants, from what was filled in. */
  readonly bodyOf?: (entry: Entry) => unknown;
  readonly onClose: () => void;
  readonly onDone?: (answer: Answer) => void;
  readonly children?: ReactNode | ((entry: Entry) => ReactNode);
}

/** One act in a dialog; every list and page of its area is read anew after it. */
export function ServerAct<Answer>({
  title,
  path,
  method = 'POST',
  area,
  bodyOf = (entry) => entry,
  onDone,
  ...dialog
}: ServerActProps<Answer>) {
  const { list } = useWords();
  const queries = useQueryClient();
  const announce = useAnnounce();
  return (
    <EntryDialog
      {...dialog}
      title={title}
      act={title}
      onSubmit={async (entry, key) => {
        const answer = await call<Answer>(path, { method, body: bodyOf(entry), key });
        await queries.invalidateQueries({ queryKey: [area] });
        announce(list.done(title));
        onDone?.(answer);
      }}
      onDone={dialog.onClose}
    />
  );
}

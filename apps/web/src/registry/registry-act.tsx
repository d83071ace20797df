import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RegistryWritten } from '../../../api/registry/registry.schema.ts';
import { EntryDialog } from '../parts/entry-dialog.tsx';
import type { Entry, EntryField } from '../parts/entry-dialog.tsx';
import { useAnnounce } from '../parts/announcer.tsx';
import { call } from '../server/call.ts';
import { useWords } from '../words/words.tsx';

interface RegistryActProps {
  readonly title: string;
  readonly path: string;
  readonly method?: 'POST' | 'PATCH';
  readonly fields: readonly EntryField[];
  readonly initial?: Entry;
  /** What the server wants, from what was filled in. */
  readonly bodyOf?: (entry: Entry) => unknown;
  readonly onClose: () => void;
  readonly onDone?: (written: RegistryWritten) => void;
  readonly children?: ReactNode | ((entry: Entry) => ReactNode);
}

/** One act on the registry, in a dialog; every list and page of the registry is read anew after it. */
export function RegistryAct({
  title,
  path,
  method = 'POST',
  bodyOf = (entry) => entry,
  onDone,
  ...dialog
}: RegistryActProps) {
  const { registry } = useWords();
  const queries = useQueryClient();
  const announce = useAnnounce();
  return (
    <EntryDialog
      {...dialog}
      title={title}
      act={title}
      onSubmit={async (entry, key) => {
        const written = await call<RegistryWritten>(path, { method, body: bodyOf(entry), key });
        await queries.invalidateQueries({ queryKey: ['registry'] });
        announce(registry.done(title));
        onDone?.(written);
      }}
      onDone={dialog.onClose}
    />
  );
}

import type { Documents } from '../../../api/history/history.schema.ts';
import { FileList } from '../cases/file-list.tsx';
import { FileViewer } from './file-viewer.tsx';
import { useViewing } from './use-viewing.ts';

/** Files with a place below them to look at one. */
export function Files({ files }: { readonly files: Documents['attachments'] }) {
  const { viewed, view, close } = useViewing();
  return (
    <>
      <FileList files={files} onView={view} />
      {viewed && <FileViewer key={viewed.id} file={viewed} onClose={close} />}
    </>
  );
}

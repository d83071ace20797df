import type { Case } from '../../../../api/cases/case.schema.ts';
import type { Linked, Links } from '../../../../api/links/link.schema.ts';
import { useWords } from '../../words/words.tsx';
import { OperationDialog } from './operation-dialog.tsx';

interface UnlinkDialogProps {
  readonly matter: Case;
  readonly link: Links['items'][number];
  readonly onClose: () => void;
}

/** 解除关联, on both cases. */
export function UnlinkDialog({ matter, link, onClose }: UnlinkDialogProps) {
  const { operations, colon } = useWords();
  return (
    <OperationDialog<Linked>
      matter={matter}
      word={operations.words.unlink}
      path={`links/${link.kind}/${encodeURIComponent(link.caseId)}`}
      method="DELETE"
      body={nothing}
      onClose={onClose}
    >
      <p>
        {operations.links.kinds[link.kind]}
        {colon}
        {link.number} {link.title}
      </p>
    </OperationDialog>
  );
}

const nothing = {};

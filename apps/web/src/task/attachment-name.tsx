import { useQuery } from '@tanstack/react-query';
import type { Attachment } from '../../../api/attachments/attachment.schema.ts';
import { call } from '../server/call.ts';

/** The file's name for its id. */
export function AttachmentName({ id }: { readonly id: string }) {
  const { data } = useQuery({
    queryKey: ['attachment', id],
    queryFn: () => call<Attachment>(`/attachments/${encodeURIComponent(id)}`),
    staleTime: Infinity,
  });
  return <>{data?.name ?? id}</>;
}

import type { CaseLooks } from '../../../api/access-log/access-log.schema.ts';
import { ListFoot } from '../parts/list-foot.tsx';
import { Rows } from '../parts/rows.tsx';
import { SecrecyMark } from '../parts/secrecy-mark.tsx';
import { usePages } from '../server/use-pages.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

/** 查阅记录: who has read the case, for the leaders alone. */
export function Looks({ caseId }: { readonly caseId: string }) {
  const { words, language } = useSpeaking();
  const { admin } = words;
  const { pages, first, items } = usePages<CaseLooks['items'][number]>(
    ['case', caseId, 'looks'],
    `/cases/${encodeURIComponent(caseId)}/access-log`,
    {},
  );
  const { columns } = admin;
  return (
    <>
      {first && items.length === 0 && <p className="empty">{admin.noLooks}</p>}
      {items.length > 0 && (
        <Rows
          label={admin.pages.accessLog}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { key: 'at', label: columns.at, narrow: true, cell: ({ at }) => momentText(at, today(), language) },
            {
              key: 'who',
              label: columns.reader,
              cell: ({ user, name, remote }) => (
                <>
                  {name ?? user}
                  <div className="second-line nowrap">{remote}</div>
                </>
              ),
            },
            {
              key: 'object',
              label: columns.object,
              cell: ({ object, objectName, refused }) => (
                <>
                  {[admin.lookObjects[object], objectName].filter(Boolean).join(' ')}{' '}
                  {refused && <span className="chip late">{admin.lookOutcomes.refused}</span>}
                </>
              ),
            },
            {
              key: 'secrecy',
              label: columns.secrecy,
              narrow: true,
              cell: ({ secrecy }) => <SecrecyMark level={secrecy} />,
            },
          ]}
        />
      )}
      <ListFoot pages={pages} />
    </>
  );
}

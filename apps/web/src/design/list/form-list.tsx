import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNames } from '../../parts/names.ts';
import { Reading } from '../../parts/reading.tsx';
import { momentText, today } from '../../time/dates.ts';
import { useDesign } from '../design-words.ts';
import { draftsQuery, formsQuery } from '../design.queries.ts';

interface FormListProps {
  readonly query: string;
  readonly mayDraw: boolean;
}

/** One row a form: those of the release, those that designers have drawn, those that are being drawn. */
export function FormList({ query, mayDraw }: FormListProps) {
  const { design, words, language } = useDesign();
  const names = useNames();
  const forms = useQuery(formsQuery);
  const drafts = useQuery({ ...draftsQuery, enabled: mayDraw });
  if (!forms.data) return <Reading query={forms} />;
  const mine = (drafts.data?.items ?? []).filter(({ kind }) => kind === 'form');
  const rows = [
    ...mine
      .filter(({ key }) => !forms.data.items.some((one) => one.key === key))
      .map(({ key, name }) => ({ key, title: name, version: 0, release: false, publishedBy: null, publishedAt: null })),
    ...forms.data.items,
  ];
  const typed = query.trim().toLowerCase();
  const shown = rows.filter(({ key, title }) => `${key} ${title}`.toLowerCase().includes(typed));
  if (shown.length === 0) return <p>{query ? design.list.notFound : design.list.empty.form}</p>;
  return (
    <div className="scroller sheet" role="region" tabIndex={0} aria-label={design.list.kinds.form}>
      <table className="plain-table card-table" aria-label={design.list.kinds.form}>
        <thead>
          <tr>
            <th scope="col">{design.list.columns.name}</th>
            <th scope="col">{design.list.columns.versions}</th>
            {mayDraw && <th scope="col">{design.list.columns.draft}</th>}
            <th scope="col">{design.list.columns.changed}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, title, version, release, publishedBy, publishedAt }) => {
            const draft = mine.find((one) => one.key === key);
            return (
              <tr key={key}>
                <td>
                  <Link to="/design/forms/$key" params={{ key }}>
                    {title}
                  </Link>
                  <div className="quiet">{key}</div>
                </td>
                <td>{version === 0 ? design.list.unpublished : words.cases.version(version)}</td>
                {mayDraw && <td>{draft && momentText(draft.savedAt, today(), language)}</td>}
                <td>
                  {release ? design.list.release : names.person(publishedBy)}{' '}
                  {publishedAt && <span className="quiet nowrap">{momentText(publishedAt, today(), language)}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

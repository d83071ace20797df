import { useState } from 'react';
import type { RegisteredCadreDetail } from '../../../api/registry/registry.schema.ts';
import { useWords } from '../words/words.tsx';
import { DayRange } from './day-range.tsx';
import { usePostFields } from './new-entry.tsx';
import { RegistryAct } from './registry-act.tsx';
import { UnitLink } from './registry-rows.tsx';
import { useRegistryWords } from './use-registry-words.ts';

type Post = RegisteredCadreDetail['posts'][number];

export function CadrePosts({ cadre }: { readonly cadre: RegisteredCadreDetail }) {
  const { registry } = useWords();
  const words = useRegistryWords();
  const [chosen, setChosen] = useState<{ readonly post: Post; readonly act: 'end' | 'correct' } | null>(null);
  const { sections, columns, acts } = registry;
  return (
    <section className="panel">
      <h2>{sections.posts}</h2>
      <div className="scroller" role="region" aria-label={sections.posts} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{columns.unit}</th>
              <th scope="col">{columns.title}</th>
              <th scope="col">{columns.standing}</th>
              <th scope="col">{columns.rank}</th>
              <th scope="col">{columns.since}</th>
              <th scope="col">{columns.basis}</th>
              {cadre.mayKeep && (
                <th scope="col">
                  <span className="hidden">{acts.correct}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {cadre.posts.map((post) => (
              <tr key={`${post.unit.id} ${post.title} ${post.since}`}>
                <td>
                  <UnitLink {...post.unit} />
                </td>
                <td>{post.title}</td>
                <td className="nowrap">{words.name('standings', post.standing)}</td>
                <td className="nowrap">{words.name('ranks', post.rank)}</td>
                <td className="nowrap">
                  <DayRange {...post} />
                </td>
                <td>{post.basis}</td>
                {cadre.mayKeep && (
                  <td>
                    <span className="row-actions">
                      {post.until === null && (
                        <button
                          type="button"
                          className="button small"
                          aria-label={`${acts.endPost} ${post.title}`}
                          onClick={() => setChosen({ post, act: 'end' })}
                        >
                          {acts.endPost}
                        </button>
                      )}
                      <button
                        type="button"
                        className="button small"
                        aria-label={`${acts.correct} ${post.title}`}
                        onClick={() => setChosen({ post, act: 'correct' })}
                      >
                        {acts.correct}
                      </button>
                    </span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen && <PostAct cadre={cadre} {...chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}

interface PostActProps {
  readonly cadre: RegisteredCadreDetail;
  readonly post: Post;
  readonly act: 'end' | 'correct';
  readonly onClose: () => void;
}

function PostAct({ cadre, post, act, onClose }: PostActProps) {
  const { registry } = useWords();
  const all = usePostFields();
  const { acts, fields } = registry;
  const until = { name: 'until', label: fields.until, kind: 'day' as const };
  const reason = { name: 'reason', label: fields.reason, kind: 'long' as const };
  const isEnd = act === 'end';
  return (
    <RegistryAct
      title={isEnd ? acts.endPost : acts.correct}
      path={`/registry/cadres/${encodeURIComponent(cadre.id)}/posts/correct`}
      fields={isEnd ? [{ ...until, required: true }, reason] : [...all, until, reason]}
      initial={isEnd ? {} : { ...post, unit: post.unit.id, until: post.until ?? '' }}
      bodyOf={({ reason: why, ...change }) => ({
        post: { unit: post.unit.id, title: post.title, since: post.since },
        change: isEnd ? change : { ...change, until: change['until'] ?? null },
        ...(why ? { reason: why } : {}),
      })}
      onClose={onClose}
    />
  );
}

import type { Case } from '../../../../api/cases/case.schema.ts';
import type { Tokens } from '../../../../api/corrections/correction.schema.ts';
import { useNames } from '../../parts/names.ts';
import { useWords } from '../../words/words.tsx';

type Token = Tokens['instances'][number];

/** What stands in the case, outer before inner, named so that one of many can be told from the others. */
export function useTokenChoices(matter: Case, tokens: Tokens | undefined) {
  const { operations, join } = useWords();
  const names = useNames();
  const all = tokens?.instances ?? [];
  const byId = new Map(all.map((token) => [token.instanceId, token]));
  const depthOf = ({ parentId }: Token): number => {
    const parent = parentId === null ? undefined : byId.get(parentId);
    return parent ? depthOf(parent) + (parent.kind === 'process' ? 0 : 1) : 0;
  };
  const nameOf = (token: Token): string => {
    const people = matter.openTasks
      .filter(({ id }) => token.tasks.includes(id))
      .map(({ assignee, agency }) => names.person(assignee) || names.agency(agency));
    const about = [
      ...(token.loopCounter === null ? [] : [operations.correction.round(token.loopCounter)]),
      ...people.filter((person) => person !== ''),
    ];
    return about.length === 0 ? token.name : `${token.name}（${about.join(join)}）`;
  };
  return inTree(all.filter(({ kind }) => kind !== 'process')).map((token) => ({
    id: token.instanceId,
    label: `${'　'.repeat(depthOf(token))}${nameOf(token)}`,
    outcomes: matter.openTasks.find(({ id }) => token.tasks.includes(id))?.outcomes ?? [],
  }));
}

/** Each followed by what stands inside it. */
function inTree(tokens: readonly Token[]): readonly Token[] {
  const known = new Set(tokens.map(({ instanceId }) => instanceId));
  const within = (parent: string): readonly Token[] =>
    tokens.filter(({ parentId }) => parentId === parent).flatMap((token) => [token, ...within(token.instanceId)]);
  return tokens
    .filter(({ parentId }) => parentId === null || !known.has(parentId))
    .flatMap((token) => [token, ...within(token.instanceId)]);
}

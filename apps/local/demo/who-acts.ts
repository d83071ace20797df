import { agencies } from './agencies.ts';
import { people } from './people.ts';

/** What of a task says whose it is. */
export interface TaskHolder {
  readonly assignee?: string | null;
  readonly candidateUsers?: readonly string[];
  readonly role?: string | null;
  readonly agency?: string | null;
}

const parentOf = new Map(agencies.map(({ id, parent }) => [id, parent]));

/** The demo account that a task waits for; the case's opener where it names nobody. Undefined when no account may act. */
export function whoActs(
  { assignee, candidateUsers = [], role, agency }: TaskHolder,
  opener: string,
): string | undefined {
  if (assignee) return assignee;
  if (candidateUsers[0]) return candidateUsers[0];
  if (!role && !agency) return opener;
  return people.find(
    (person) =>
      (!role || person.role === role) &&
      (!agency || person.agency === agency || (role !== undefined && parentOf.get(person.agency) === agency)),
  )?.account;
}

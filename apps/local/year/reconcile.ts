import type { Http } from '../../../scenarios/http.ts';
import { atOnce } from './at-once.ts';
import { knownCases } from './cases.ts';
import { chanceOf } from './chance.ts';
import type { LedgerLine } from './checks/ledgers.ts';
import { pagesOf } from './pages.ts';
import { walk } from './walk.ts';
import type { Year } from './year.types.ts';

/** Who hands clues over, and in whose account the sender's own ledger is read. */
const senders = [
  { sender: 'audit', senderKind: 'audit', account: 'audit.head' },
  { sender: 'police', senderKind: 'law', account: 'police.staff' },
] as const;

const reconciliationTitle = ({ seed, year }: Pick<Year, 'seed' | 'year'>, sender: string): string =>
  `线索对账 ${sender}（演练 ${seed}/${year}）`;
export const reconciled = (of: Year): readonly string[] => senders.map(({ sender }) => reconciliationTitle(of, sender));

/** At the end of the year each sender and the commission count for themselves; where the seed says so, the sender first forgets one. */
export async function reconcileClues(of: Year): Promise<void> {
  const known = await knownCases(of);
  let rounds = 0;
  await atOnce(senders, async ({ sender, senderKind, account }) => {
    const title = reconciliationTitle(of, sender);
    if (known.has(title)) return;
    const variables = { sender, senderKind, year: of.year, quarter: 4 };
    const opened = (await (
      await of.signIn('cdi.intake')
    ).post('/cases', {
      definitionKey: 'XianSuoDuiZhang',
      title,
      startsOn: `${of.year}-12-31`,
      variables,
    })) as { readonly id: string };
    const own = await sentBy(await of.signIn(account), sender);
    const theirs = await receivedFrom(await of.signIn('cdi.head'), sender);
    let forgets = own.length > 0 && chanceOf(of.seed, title) < 0.5;
    await walk(of, {
      caseId: opened.id,
      opener: 'cdi.intake',
      steps: 12,
      answer: ({ elementId }, usual) => {
        if (elementId === 'DZ_CDI') return counted(theirs);
        if (elementId !== 'DZ_SENDER') return usual;
        rounds += 1;
        const told = forgets ? own.slice(1) : own;
        forgets = false;
        return counted(told);
      },
    });
  });
  of.say(`线索对账 ${senders.length} 方，核对 ${rounds} 次`);
}

const counted = (refs: readonly string[]) => ({ variables: { sent: refs.length, closed: 0, fedBack: 0, refs } });

/** In the sender's own ledger. */
async function sentBy(http: Http, sender: string): Promise<readonly string[]> {
  const lines = await pagesOf<LedgerLine>(http, `/ledgers/clue?agency=${sender}`);
  return lines
    .filter(({ elementId }) => elementId === 'TRANSFER_DELIVER')
    .map(({ caseId, data }) => `${caseId}/${String(data['ref'])}`);
}

/** What the commission has opened a case of. */
async function receivedFrom(http: Http, sender: string): Promise<readonly string[]> {
  const cases = await pagesOf<{ readonly id: string }>(http, '/cases?definitionKey=XianSuoBanLi');
  const refs: string[] = [];
  for (const { id } of cases) {
    const { parentId, variables } = (await http.get(`/cases/${id}`)) as {
      readonly parentId: string | null;
      readonly variables: { readonly sender?: string; readonly clue?: { readonly ref: string } };
    };
    if (parentId !== null && variables.sender === sender) refs.push(`${parentId}/${variables.clue?.ref}`);
  }
  return refs;
}

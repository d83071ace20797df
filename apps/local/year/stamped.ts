import type { Http } from '../../../scenarios/http.ts';
import type { Answer } from '../../../scenarios/scenario.ts';
import type { LedgerLine } from './checks/ledgers.ts';
import { pagesOf } from './pages.ts';
import type { OpenTask } from './walk.ts';

/** 四方盖章: each party verifies what bears its own stamp, and nothing else. */
export async function stamped({ caseId, variables }: OpenTask, reader: Http): Promise<Answer> {
  const { agency } = variables['stamp'] as { readonly agency: string };
  const open = await pagesOf<LedgerLine>(reader, `/ledgers/item?caseId=${caseId}&closed=false`);
  const own = open.filter(({ data }) => data['stamp'] === agency);
  const items = own.map(({ id }) => ({ id, status: 'closed', proof: '已核对凭证', verdict: '属实' }));
  return { outcome: '全部通过', variables: { items, stampedOn: '@today', stampResult: '通过' } };
}

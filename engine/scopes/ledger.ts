import type { Json } from '../command.ts';
import type { CaseState } from '../state.ts';

/** 问题 线索 整改 措施 文书 建议 处理决定 问责: known to expressions even while empty. */
const ledgers = ['finding', 'clue', 'item', 'measure', 'letter', 'recommendation', 'decision', 'account'];
const closed = new Set(['closed', 'cancelled', 'void', 'moved']);

/** What expressions see as `ledger`: `ledger.item.open`, `ledger.item.byStatus.closed`, `ledger.item.ids`. */
export function ledgerContext(ledger: CaseState['ledger']): Json {
  const names = [...new Set([...ledgers, ...Object.keys(ledger)])];
  return Object.fromEntries(names.map((name) => [name, summary(ledger[name] ?? {})]));
}

function summary(records: Readonly<Record<string, string>>): Json {
  const byStatus: Record<string, number> = {};
  const statuses = Object.values(records);
  for (const status of statuses) byStatus[status] = (byStatus[status] ?? 0) + 1;
  return {
    total: statuses.length,
    open: statuses.filter((status) => !closed.has(status)).length,
    byStatus,
    ids: Object.keys(records),
  };
}

import type { Effect } from '../../engine/effect.ts';
import type { Queryable } from '../../database/queryable.ts';

type Tell = Extract<Effect, { kind: 'tell' }>;

/** Tells whoever was sent a copy; a recall is written on what was told. In a trial nobody but its opener is told. */
export async function sendCopy(db: Queryable, caseId: string, { about, copyId, to, taskId }: Tell, at: Date) {
  if (about === 'copy-recalled') {
    await db.query(`update notice set text = '【已撤回】' || text where id = $1 and text not like '【已撤回】%'`, [
      copyId,
    ]);
    return;
  }
  await db.query(
    `insert into notice (id, person_id, case_id, task_id, kind, level, text, created_at)
     select $1, $3, c.id, $4, 'copy', null,
       format('【抄送】%s%s由%s抄送给您，请阅。', c.number, coalesce('“' || t.name || '”', ''), coalesce(p.name, k.sent_by, '系统')), $5
     from case_view c join copy_view k on k.case_id = c.id and k.id = $1
       left join task_view t on t.id = k.task_id left join person p on p.id = k.sent_by
     where c.id = $2 and (not c.trial or c.opened_by = $3)
     on conflict (id) do nothing`,
    [copyId, caseId, to, taskId ?? null, at],
  );
}

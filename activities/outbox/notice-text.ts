/** What a notice says of a task and its due day. */
export interface NoticeSubject {
  readonly number: string;
  readonly name: string;
  readonly dueOn: string | null;
  /** 0 for a reminder, 1 at the due moment, above that the rung of the ladder. */
  readonly level: number;
  readonly action: string;
}

/** "【催办】巡审〔2026〕7号“提交整改报告”已于 2026-03-02 到期。": level, case, task, due day. */
export function noticeText({ number, name, dueOn, level, action }: NoticeSubject): string {
  const day = dueOn ?? '限定时间';
  if (level === 0) return `【提醒】${number}“${name}”将于 ${day} 到期。`;
  if (level === 1) return `【到期】${number}“${name}”于 ${day} 到期。`;
  return `【逾期 L${level}】${number}“${name}”已超过 ${day}，${action}。`;
}

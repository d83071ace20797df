/** What a notice says of a task and its due day. */
export interface NoticeSubject {
  readonly number: string;
  readonly name: string;
  readonly dueOn: string | null;
  /** Of the ladder. */
  readonly level: number;
  /** `remind`, `due`, `nudge`, or what the rung asks for. */
  readonly action: string;
}

/** "【逾期 3 级】巡审〔2026〕7号“提交整改报告”已超过 2026-03-02，…。": level, case, task, due day. */
export function noticeText({ number, name, dueOn, level, action }: NoticeSubject): string {
  const day = dueOn ?? '限定时间';
  if (action === 'remind') return `【提醒】${number}“${name}”将于 ${day} 到期。`;
  if (action === 'due') return `【到期】${number}“${name}”于 ${day} 到期。`;
  if (action === 'nudge') return `【催办】${number}“${name}”${dueOn ? `应于 ${day} 前办结，` : ''}请抓紧办理。`;
  const measure = measures[action];
  return `【逾期 ${level} 级】${number}“${name}”已超过 ${day}${measure === undefined ? '' : `，${measure}`}。`;
}

/** Actions of ladders.yaml in the words of the office. */
const measures: Readonly<Record<string, string>> = {
  overdue: '亮黄',
  urge: '催办',
  'supervision-letter': '督办函',
  summon: '约谈通报',
  report: '报告党委',
};

import { addDays, addMonths, civilDateOf } from '../../../domain/civil-date.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { DemoCase } from './stories.ts';

/** In the middle of the quarter that is over: what is counted by whole quarters is counted. */
function lastQuarter(): CivilDate {
  const today = civilDateOf(Date.now());
  const month = Number(today.slice(5, 7));
  const begins = addMonths(`${today.slice(0, 8)}01`, -((month - 1) % 3) - 3);
  return addDays(begins, 40);
}

const daysAgo = (day: CivilDate): number =>
  Math.round((Date.parse(civilDateOf(Date.now())) - Date.parse(day)) / 86_400_000);

/** A clue from the police that was disposed of without a case, with its form of the four. */
const clue = (key: string, title: string, unit: string, fourForm: string): DemoCase => ({
  key,
  definitionKey: 'YiSongFanKui',
  title,
  opener: 'police.staff',
  startedDaysAgo: 40,
  variables: { sender: 'police', senderKind: 'law', unit, matter: '办案中发现公职人员涉嫌违纪' },
  answers: {
    DISPOSE: {
      variables: {
        disposition: '予以了结',
        opinion: '情节轻微，已由单位批评教育，拟予以了结',
        meetingOn: '@today',
        factsSpecific: true,
        collusionRisk: false,
      },
    },
    CLOSE: { variables: { closeKind: '直接了结', reason: '情节轻微，本人已作检讨', fourForm, clarify: false } },
    CLUE_ARCHIVE: {
      variables: {
        clues: [{ id: 'clue-1', status: 'closed', fourForm, closedOn: '@today' }],
        archiveNumber: '卷〔示例〕1号',
      },
    },
  },
  steps: 60,
  whole: true,
});

/** An anonymous petition about a unit, handled and closed. */
const petition = (nth: number, unit: string, topic: string, title: string): DemoCase => {
  const receivedOn = lastQuarter();
  const code = `信-900${nth}`;
  return {
    key: `petition-示例-${nth}`,
    definitionKey: 'XinFangJuBao',
    title: `信访举报 ${code}`,
    opener: 'cdi.petition',
    startedDaysAgo: daysAgo(receivedOn),
    variables: { channel: '来信', receivedOn, code },
    answers: {
      XF_CLASSIFY: { outcome: '属本级', variables: { named: false, level: '本级' } },
      XF_REGISTER: { variables: { unit, aboutHead: false, topic, title, facts: title } },
    },
    steps: 20,
    whole: true,
  };
};

/** What is over in the demo city, so that disposed clues and petitions can be counted. */
export const closedCases: readonly DemoCase[] = [
  clue('closed-clue', '移送安居保障中心干部违规接受宴请线索', 'unit1', '第一种形态'),
  clue('closed-clue-2', '移送水务集团干部公车私用线索', 'unit2', '第一种形态'),
  petition(1, 'unit1', '财务资金', '反映维修资金使用不公开'),
  petition(2, 'unit1', '财务资金', '反映维修资金使用不公开'),
  petition(3, 'unit1', '财务资金', '反映专户利息去向不明'),
];

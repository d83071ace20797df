import { addDays } from '../../../domain/civil-date.ts';
import type { Answers, Fields } from '../../../scenarios/scenario.ts';
import { chanceOf, chosenBy } from './chance.ts';
import type { UnitOfYear } from './city/city.ts';

/** A case of the year: whom it is about, when it began, how far it has come by the end. */
export interface CaseOfYear {
  readonly key: string;
  readonly definitionKey: string;
  readonly title: string;
  readonly opener: string;
  readonly startsOn: string;
  /** The unit it is about, and two more for what compares several. */
  readonly units: readonly UnitOfYear[];
  readonly variables: Fields;
  readonly answers: Answers;
  readonly steps: number;
  readonly leave?: readonly string[];
}

interface Mechanism {
  readonly definitionKey: string;
  readonly title: string;
  readonly opener: string;
  /** Cases a year for a hundred units, at least one. */
  readonly perHundred: number;
  readonly leave?: readonly string[];
  readonly variablesOf: (of: { readonly unit: string; readonly year: number; readonly nth: number }) => Fields;
  /** Ways that some of the cases take instead of the usual one. */
  readonly ways?: readonly Answers[];
}

/** An investigation's desk stands open as long as it runs: what it could order is not played here. */
const desk = ['MEASURE_DESK'];
const dispositions = [{}, { DISPOSE: { variables: { disposition: '予以了结' } } }];

const mechanisms: readonly Mechanism[] = [
  {
    definitionKey: 'XianSuoYiSong',
    title: '审计移送线索',
    opener: 'audit.head',
    perHundred: 16,
    leave: desk,
    variablesOf: ({ unit }) => ({ unit, sender: 'audit', draftRole: 'audit.staff', signRole: 'audit.head' }),
    ways: dispositions,
  },
  {
    definitionKey: 'YiSongFanKui',
    title: '公安移送线索',
    opener: 'police.staff',
    perHundred: 8,
    leave: desk,
    variablesOf: ({ unit }) => ({ sender: 'police', senderKind: 'law', unit, matter: '办案中发现公职人员涉嫌违纪' }),
    ways: dispositions,
  },
  {
    definitionKey: 'JiJianJianYi',
    title: '纪检监察建议',
    opener: 'cdi.oversight',
    perHundred: 16,
    variablesOf: ({ unit }) => ({ unit, cause: '管理漏洞', proposerRole: 'cdi.oversight', revisit: true }),
    ways: [
      {},
      {
        RECOMMEND_REPLY: { outcome: '不予采纳', variables: { opinion: '职能已划出', refusal: '机构改革后职能已划转' } },
      },
    ],
  },
  {
    definitionKey: 'XinFangJuBao',
    title: '信访举报',
    opener: 'cdi.petition',
    perHundred: 25,
    variablesOf: ({ nth }) => ({ channel: '来信', receivedOn: '@today', code: `信-${nth}` }),
  },
  {
    definitionKey: 'XunShenJi',
    title: '巡审纪联动',
    opener: 'insp.office',
    perHundred: 4,
    leave: desk,
    variablesOf: ({ unit }) => ({ unit }),
  },
  {
    definitionKey: 'JiXunCaiShen',
    title: '四方联动',
    opener: 'cdi.oversight',
    perHundred: 2,
    leave: desk,
    variablesOf: () => ({}),
  },
  {
    definitionKey: 'LianQingChaoGao',
    title: '廉情抄告',
    opener: 'cdi.style',
    perHundred: 0,
    variablesOf: ({ year, nth }) => ({ year, half: nth === 1 ? '上半年' : '下半年' }),
  },
];

/** All cases of the year but those that are one for the whole city; the same for the same seed. */
export function casesOf(seed: string, year: number, city: readonly UnitOfYear[]): readonly CaseOfYear[] {
  return mechanisms.flatMap((mechanism) => {
    const number = Math.max(1, Math.round((mechanism.perHundred * city.length) / 100));
    return Array.from({ length: number }, (_, index) => caseOf(mechanism, { seed, year, city, nth: index + 1 }));
  });
}

function caseOf(
  { definitionKey, title, opener, leave, variablesOf, ways = [{}] }: Mechanism,
  { seed, year, city, nth }: { seed: string; year: number; city: readonly UnitOfYear[]; nth: number },
): CaseOfYear {
  const key = `${definitionKey}-${nth}`;
  const at = Math.floor(chanceOf(seed, `${key}/unit`) * city.length);
  const units = [0, 1, 2].flatMap((more) => city[(at + more) % city.length] ?? []);
  const [unit] = units;
  if (!unit) throw new Error('a city without units');
  const toTheEnd = chanceOf(seed, `${key}/depth`) < 0.4;
  return {
    key,
    definitionKey,
    title: `${title}：${unit.name}（演练 ${seed}/${year} ${key}）`,
    opener,
    startsOn: addDays(`${year}-01-01`, Math.floor(chanceOf(seed, `${key}/day`) * 365)),
    units,
    variables: variablesOf({ unit: unit.id, year, nth }),
    answers: chosenBy(seed, `${key}/way`, ways),
    steps: toTheEnd ? 120 : 1 + Math.floor(chanceOf(seed, `${key}/steps`) * 16),
    ...(leave ? { leave } : {}),
  };
}

import { readFileSync } from 'node:fs';
import { loadRulebook } from '../../../definitions/load.ts';
import type { Period } from '../../../domain/period.ts';
import { compile } from '../../../engine/compile/compile.ts';
import { mechanismsOfRelease } from '../../api/mechanisms/mechanism.catalogue.ts';
import type { CatalogueEntry } from '../../api/mechanisms/mechanism.catalogue.ts';
import { periodsOf } from '../../api/mechanisms/mechanism.periods.ts';

type Language = 'zh' | 'en';

const units: Readonly<Record<Language, Readonly<Record<Period['unit'], string>>>> = {
  zh: { 'working-day': '个工作日', day: '日', month: '个月', year: '年', hour: '小时', quarter: '个季度', 'half-year': '个半年', percent: '%' },
  en: { 'working-day': ' wd', day: ' d', month: ' mo', year: ' y', hour: ' h', quarter: ' quarter', 'half-year': ' half-year', percent: ' %' },
}; // prettier-ignore
const heads: Readonly<Record<Language, readonly string[]>> = {
  zh: ['机制', '程序', '期限（标 * 的法律没有给出数字，是可以修改的默认值）', '页面'],
  en: ['Mechanism', 'Procedures', 'Periods (* where the law gives no number: a default that may be changed)', 'Page'],
};
const none: Readonly<Record<Language, string>> = { zh: '尚无', en: 'not yet' };

interface Published {
  readonly key: string;
  readonly name: string;
}

/** What the READMEs say of the mechanisms: each with its procedures, its periods and its page, from the catalogue and what it names. */
export async function mechanismTable(language: Language): Promise<string> {
  const rulebook = loadRulebook();
  const rows = await Promise.all(
    mechanismsOfRelease().map(async (entry) => {
      const keys = [...entry.opens, ...entry.parts];
      const models = await Promise.all(keys.map(modelOf));
      const periods = periodsOf(models, rulebook).map(({ key, value, unit, before }) => {
        const length = value === null ? '' : ` ${before ? '−' : ''}${value}${units[language][unit as Period['unit']]}`;
        return `\`${key}\`${length}${rulebook.periods[key]?.value === null ? '*' : ''}`;
      });
      return [
        nameOf(entry, language),
        proceduresIn(models, entry, language),
        periods.join(language === 'zh' ? '、' : ', '),
        pageOf(entry),
      ];
    }),
  );
  const lines = [heads[language], heads[language].map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const compiled = new Map<string, ReturnType<typeof compiledModel>>();

/** Compiled once for both languages. */
function modelOf(key: string) {
  const known = compiled.get(key) ?? compiledModel(key);
  compiled.set(key, known);
  return known;
}

async function compiledModel(key: string) {
  const file = new URL(`../../../definitions/processes/${key}.bpmn`, import.meta.url);
  const [model] = (await compile(readFileSync(file))).processes;
  if (!model) throw new Error(`${key} cannot be compiled`);
  return { ...model, version: 1 };
}

const nameOf = ({ key, name, english }: CatalogueEntry, language: Language): string =>
  `${key} ${language === 'zh' ? name : `${english} ${name}`}`;

function proceduresIn(models: readonly Published[], { opens }: CatalogueEntry, language: Language): string {
  const links = models.map(({ key, name }) => {
    const link = `[${language === 'zh' ? name : key}](definitions/processes/${key}.bpmn)`;
    return opens.includes(key) ? `**${link}**` : link;
  });
  return links.length === 0 ? none[language] : links.join(language === 'zh' ? '、' : ', ');
}

const pageOf = ({ key }: CatalogueEntry): string => `\`/mechanisms/${key}\``;

const begin = '<!-- mechanisms: written by npm run docs -->';
const end = '<!-- /mechanisms -->';

/** A README with the table between its marks. Throws where it has none. */
export function withTable(readme: string, table: string): string {
  const [before, rest] = readme.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`no “${begin}” … “${end}”`);
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
}

import { writeXlsx } from 'hucre/xlsx';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importReportSchema } from '../../apps/api/registry/import.schema.ts';
import {
  cadreDetailSchema,
  portfolioListSchema,
  unitDetailSchema,
  unitListSchema,
} from '../../apps/api/registry/registry.schema.ts';
import { problemSchema } from '../../apps/api/problem/problem.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

type Cells = readonly (string | number | Date | null)[];

const workbook = (rows: readonly Cells[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: '名册', rows: rows.map((row) => [...row]) }] });

function send(kind: string, content: Uint8Array | string, { query = '', as = 'cdi.head', name = '名册.xlsx' } = {}) {
  const form = new FormData();
  form.append('file', new Blob([content as BlobPart]), name);
  return api.post(as, `/registry/imports/${kind}${query}`, form);
}
const bring = async (kind: string, content: Uint8Array | string, query = '') =>
  (await send(kind, content, { query })).read(importReportSchema);

const unitHead = ['编号', '名称', '类别', '主管单位编号', '成立日期', '终止日期', '终止方式', '承接单位编号'];
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const unitRows: readonly Cells[] = [
  unitHead,
  ['school', '云川一中', '事业单位', 'education', day('2001-09-01'), null, null, null],
  ['education', '教育局', '政府部门', null, '2000年1月1日', null, null, null],
  ['nursery', '机关幼儿园', '事业单位', 'education', 20050301, day('2025-12-31'), '合并', 'school'],
];
const cadreHead = '编号,姓名,管理层级,单位编号,职务,职级,岗位,任职日期,免职日期';

const rowsOf = async (table: string) =>
  (await api.system.rows<{ count: number }>(`select count(*)::int from ${table}`))[0]?.count;

describe('a workbook of units', () => {
  it('is brought in whole, whatever the order of its lines and the form of its days', async () => {
    const report = await bring('units', await workbook(unitRows));
    expect(report).toMatchObject({ lines: 3, added: 3, changed: 0, unchanged: 0, defects: [] });
    const { items } = (await api.get('cdi.head', '/registry/units?state=all')).read(unitListSchema);
    expect(items.map(({ id, since, until, superior }) => [id, since, until, superior?.id ?? null])).toEqual(
      expect.arrayContaining([
        ['school', '2001-09-01', null, 'education'],
        ['education', '2000-01-01', null, null],
        ['nursery', '2005-03-01', '2025-12-31', 'education'],
      ]),
    );
  });

  it('changes nothing when it comes again', async () => {
    const before = [await rowsOf('registry_change'), await rowsOf('registry_import')];
    expect(await bring('units', await workbook(unitRows))).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
    expect([await rowsOf('registry_change'), await rowsOf('registry_import')]).toEqual(before);
  });

  it('tells every wrong cell by its row and column, and keeps none of its lines', async () => {
    const answer = await send(
      'units',
      await workbook([
        unitHead,
        ['fine', '好单位', '政府部门', null, '2020-01-01', null, null, null],
        ['bad', '', '政府部们', 'nowhere', '2020-13-01', null, null, null],
        ['bad2', '坏单位', '政府部门', 'nowhere', '2020-01-01', null, null, null],
        ['school', '云川一中', '事业单位', 'education', '2001-09-01', '2000-01-01', '撤销', null],
      ]),
    );
    expect([answer.status, answer.code]).toEqual([422, 'INVALID_SHEET']);
    const { defects = [] } = problemSchema.parse(JSON.parse(answer.text));
    expect(defects.map(({ path, code }) => [path, code])).toEqual([
      ['3.名称', 'EMPTY_CELL'],
      ['3.类别', 'WRONG_CELL'],
      ['3.成立日期', 'WRONG_CELL'],
      ['4.主管单位编号', 'UNKNOWN_UNIT'],
      ['5.终止日期', 'BEFORE_ITS_BEGIN'],
    ]);
    expect((await api.get('cdi.head', '/registry/units/fine')).status).toBe(404);
  });

  it('can be tried without leaving anything', async () => {
    const report = await bring(
      'units',
      await workbook([unitHead, ['new', '新', '政府部门', 'gone', '2020-01-01']]),
      '?dryRun=true',
    );
    expect(report).toMatchObject({ dryRun: true, added: 0, defects: [{ row: 2, column: '主管单位编号' }] });
    expect((await api.get('cdi.head', '/registry/units/new')).status).toBe(404);
  });
});

describe('a column of dispatched groups', () => {
  const head = [...unitHead.slice(0, 5), '变更日期', '派驻组编号'];
  const school = (group: string | null, changedOn: string | null = null) => [
    'school',
    '云川一中',
    '事业单位',
    'education',
    '2001-09-01',
    changedOn,
    group,
  ];
  const terms = async () => {
    const { group, terms: all } = (await api.get('cdi.head', '/registry/units/school')).read(unitDetailSchema);
    return [group?.id ?? null, all.map(({ since, group: of }) => [since, of?.id ?? null])];
  };

  it('names one from a day on, and leaves it where a sheet does not have the column', async () => {
    await api.system.rows(`insert into agency (id, name, kind) values ('disp9', '驻教育系统组', 'discipline')`);
    const report = await bring('units', await workbook([head, school('disp9', '2026-01-10')]));
    expect(report).toMatchObject({ changed: 1, defects: [] });
    const told = [
      'disp9',
      [
        ['2026-01-10', 'disp9'],
        ['2001-09-01', null],
      ],
    ];
    expect(await terms()).toEqual(told);
    expect(await bring('units', await workbook(unitRows))).toMatchObject({ changed: 0, unchanged: 3 });
    expect(await terms()).toEqual(told);
  });

  it('is refused row by row where it names none', async () => {
    const answer = await send('units', await workbook([head, school('disp9'), school('education', '2026-03-01')]));
    expect([answer.status, answer.code]).toEqual([422, 'INVALID_SHEET']);
    const { defects = [] } = problemSchema.parse(JSON.parse(answer.text));
    expect(defects.map(({ path, code }) => [path, code])).toEqual([['3.派驻组编号', 'UNKNOWN_GROUP']]);
  });
});

describe('a CSV file of persons', () => {
  const lines = [
    cadreHead,
    'zhao,赵某,市管,education,局长,县处级正职,一把手,2022-03-01,',
    'zhao,赵某,市管,school,校长,乡科级正职,一把手,2018/3/1,2022/2/28',
    'qian,钱某,单位自管,school,教师,科员及其他,其他人员,20200901,',
  ];
  it('has a line a post, with a mark of its encoding or as Excel in China writes it', async () => {
    expect(await bring('cadres', `\uFEFF${lines.join('\r\n')}\r\n`)).toMatchObject({ added: 3, defects: [] });
    const { posts, since } = (await api.get('cdi.head', '/registry/cadres/zhao')).read(cadreDetailSchema);
    expect([since, posts.map(({ title, until }) => [title, until])]).toEqual([
      '2018-03-01',
      [
        ['局长', null],
        ['校长', '2022-02-28'],
      ],
    ]);
    // “姓名” and the like in GB18030.
    const gb = new Uint8Array([0xb1, 0xe0, 0xba, 0xc5]);
    const answer = await send('cadres', gb, { name: '名册.csv' });
    expect(JSON.parse(answer.text)).toMatchObject({
      code: 'INVALID_SHEET',
      defects: expect.arrayContaining([expect.objectContaining({ code: 'MISSING_COLUMN', path: '1.姓名' })]) as unknown,
    });
    expect(answer.text).not.toContain('1.编号');
  });

  it('appoints who changes posts, and gives charges only to who leads', async () => {
    expect(
      await bring('cadres', [cadreHead, 'qian,钱某,单位自管,school,副校长,乡科级副职,班子成员,2026-09-01,'].join('\n')),
    ).toMatchObject({ changed: 1 });
    const charges = ['领导编号,单位编号,起始日期', 'zhao,school,2022-04-01', 'qian,school,2026-01-01'];
    const answer = await send('portfolios', charges.join('\n'), { name: 'x.csv' });
    expect(problemSchema.parse(JSON.parse(answer.text)).defects?.map(({ path, code }) => [path, code])).toEqual([
      ['3.领导编号', 'NOT_A_LEADER'],
    ]);
    expect(await bring('portfolios', charges.slice(0, 2).join('\n'))).toMatchObject({ added: 1 });
    expect((await api.get('cdi.head', '/registry/portfolios')).read(portfolioListSchema).total).toBe(1);
  });
});

describe('a file that is no sheet', () => {
  /** A zip whose one entry unpacks to 300 MB. */
  function bomb(): Uint8Array {
    const name = Buffer.from('xl/worksheets/sheet1.xml');
    const size = 300 * 1024 * 1024;
    const packed = deflateRawSync(Buffer.alloc(size, 0x20), { level: 9 });
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(name.length, 28);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(central.length + name.length, 12);
    end.writeUInt32LE(local.length + name.length + packed.length, 16);
    return Buffer.concat([local, name, packed, central, name, end]);
  }

  it.each<[string, () => Uint8Array | string, number, string]>([
    ['nothing at all', () => '', 422, 'INVALID_SHEET'],
    ['a broken package', () => new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 422, 'UNREADABLE_SHEET'],
    ['bytes', () => new Uint8Array([0, 1, 2, 3, 0]), 422, 'UNREADABLE_SHEET'],
    ['quotes that do not close', () => '编号,名称\n"a,b', 422, 'UNREADABLE_SHEET'],
    ['a workbook that unpacks without end', bomb, 413, 'TOO_LARGE'],
    ['more lines than one file may have', () => `编号\n${'x\n'.repeat(20_001)}`, 422, 'TOO_MANY_ROWS'],
    ['columns that nobody knows', () => '编号,名称,类别,成立日期,密码\n', 422, 'INVALID_SHEET'],
  ])('is refused: %s', async (_, content, status, code) => {
    const answer = await send('units', content());
    expect([answer.status, answer.code]).toEqual([status, code]);
  });

  it.each(['insp.office', 'unit1.head', 'sysadmin'])('is not taken from %s', async (as) => {
    expect((await send('units', '编号\n', { as })).status).toBe(403);
  });

  it('is a form, not JSON', async () => {
    expect((await api.post('cdi.head', '/registry/imports/units', {})).code).toBe('UNSUPPORTED_MEDIA_TYPE');
  });
});

it('an empty sheet with the right columns can be fetched, and is itself in order', async () => {
  const answer = await api.get('cdi.head', '/registry/imports/units/template');
  expect(answer.headers.get('content-type')).toContain('text/csv');
  expect(await bring('units', answer.text)).toMatchObject({ lines: 0, defects: [] });
});

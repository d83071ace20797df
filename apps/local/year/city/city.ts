import { chosenBy } from '../chance.ts';

/** Somebody of a unit with an account. */
export interface PersonOfYear {
  readonly account: string;
  readonly name: string;
  readonly role: 'unit.head' | 'unit.staff';
  readonly title: string;
}

/** A supervised unit of the simulated city, whoever leads it and whoever works for them. */
export interface UnitOfYear {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly head: PersonOfYear & { readonly cadre: string };
  readonly staff: PersonOfYear;
}

/** Categories by their weight in a city, what their units are called and who leads them. */
const kinds = [
  { category: '政府部门', weight: 3, of: '局', title: '局长' },
  { category: '事业单位', weight: 4, of: '中心', title: '主任' },
  { category: '国有企业', weight: 1, of: '集团', title: '董事长' },
  { category: '乡镇（街道）', weight: 2, of: '镇人民政府', title: '镇长' },
] as const;
const places = kinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind));
const stems =
  '云溪青石松林平川白鹭长堤柳荫清源安和永宁东岭南浦西塘北苑金沙银杏红枫碧水高阳明月春晖秋实'.match(/../g) ?? [];
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'.split('');
const given = '文明远志清正安和守诚立言思齐景行若谷知秋望川怀民'.split('');

/** The units of a city of this size; the same for the same seed. Nobody in it exists. */
export function cityOf(seed: string, size: number): readonly UnitOfYear[] {
  return Array.from({ length: size }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    const id = `y${seed}-${number}`;
    const kind = places[index % places.length] ?? places[0];
    if (!kind) throw new Error('a city without kinds of units');
    const stem = chosenBy(seed, `${id}/stem`, stems);
    return {
      id,
      name: `${stem}${kind.of}（演练${seed}-${number}）`,
      category: kind.category,
      head: {
        cadre: `${id}-head`,
        account: `${id}.head`,
        name: nameOf(seed, `${id}/head`),
        role: 'unit.head',
        title: kind.title,
      },
      staff: { account: `${id}.staff`, name: nameOf(seed, `${id}/staff`), role: 'unit.staff', title: '办公室干部' },
    };
  });
}

const nameOf = (seed: string, whose: string): string =>
  [surnames, given, given].map((signs, index) => chosenBy(seed, `${whose}/${index}`, signs)).join('');

/** The registry's sheet of the units, as its keeper brings it in. */
export const unitsSheet = (city: readonly UnitOfYear[]): string =>
  sheet(
    '编号,名称,类别,成立日期',
    city.map(({ id, name, category }) => [id, name, category, '2010-01-01']),
  );

export const cadresSheet = (city: readonly UnitOfYear[]): string =>
  sheet(
    '编号,姓名,管理层级,账号,单位编号,职务,职级,岗位,任职日期',
    city.map(({ id, head }) => [
      head.cadre,
      head.name,
      '市管',
      head.account,
      id,
      head.title,
      '县处级正职',
      '一把手',
      '2023-01-01',
    ]),
  );

const sheet = (header: string, lines: readonly (readonly string[])[]): string =>
  [header, ...lines.map((line) => line.join(',')), ''].join('\n');

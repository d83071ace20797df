import { registryWords } from '../../../definitions/registry.ts';
import type { CadreLine, PortfolioLine, UnitLine } from '../../../domain/registry-import.ts';
import { codeCell, dayCell, idCell, textCell } from '../sheets/cell.readers.ts';
import type { Columns } from '../sheets/columns.ts';

const { categories, ranks, levels, standings, leavings, endings } = registryWords;
const basis = { header: '依据', read: textCell(500), empty: '' };
const maybeDay = (header: string) => ({ header, read: dayCell, empty: null });
const maybeId = (header: string) => ({ header, read: idCell, empty: null });

/** What a sheet of each kind has to hold. A column may stand anywhere, one that may be empty may be left out. */
export const unitColumns: Columns<UnitLine> = {
  id: { header: '编号', read: idCell },
  name: { header: '名称', read: textCell() },
  category: { header: '类别', read: codeCell(categories) },
  superior: maybeId('主管单位编号'),
  since: { header: '成立日期', read: dayCell },
  changedOn: maybeDay('变更日期'),
  until: maybeDay('终止日期'),
  endedAs: { header: '终止方式', read: codeCell(endings), empty: null },
  successor: maybeId('承接单位编号'),
  group: maybeId('派驻组编号'),
  basis,
};

export const cadreColumns: Columns<CadreLine> = {
  id: { header: '编号', read: idCell },
  name: { header: '姓名', read: textCell() },
  managedBy: { header: '管理层级', read: codeCell(levels) },
  account: { header: '账号', read: textCell(64), empty: null },
  unit: { header: '单位编号', read: idCell },
  title: { header: '职务', read: textCell() },
  rank: { header: '职级', read: codeCell(ranks) },
  standing: { header: '岗位', read: codeCell(standings) },
  since: { header: '任职日期', read: dayCell },
  until: maybeDay('免职日期'),
  basis,
  leftOn: maybeDay('离任日期'),
  leftAs: { header: '离任方式', read: codeCell(leavings), empty: null },
};

export const portfolioColumns: Columns<PortfolioLine> = {
  leader: { header: '领导编号', read: idCell },
  unit: { header: '单位编号', read: idCell },
  matter: { header: '分管事项', read: textCell(500), empty: '' },
  since: { header: '起始日期', read: dayCell },
  until: maybeDay('终止日期'),
  basis,
};

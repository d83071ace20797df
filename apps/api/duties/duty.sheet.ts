import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Business } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { NameBook } from '../directory/names.ts';
import type { Names } from '../directory/names.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { RoleStore } from '../roles/role.store.ts';
import { fileOf } from '../sheets/file-of.ts';
import { sheetContent } from '../sheets/sheet.ts';
import type { Column } from '../sheets/sheet.ts';
import { cycleNames, dutyColumns } from './duty.columns.ts';
import { listDetailSchema } from './duty.schema.ts';
import type { ListDetail } from './duty.schema.ts';
import { DutyView } from './duty.view.ts';

type Duty = ListDetail['duties'][number];

/** The items of a list as the sheet that it takes: what is exported can be changed in Excel and imported again. */
@ApiTags('duties')
@Controller('duties')
export class DutySheetController {
  constructor(
    @Inject(DutyView) private readonly view: DutyView,
    @Inject(NameBook) private readonly book: NameBook,
    @Inject(RoleStore) private readonly roles: RoleStore,
  ) {}

  @Get('lists/:id/items.xlsx')
  @Business()
  @Answers(200, listDetailSchema, { problems: [404, 422], instead: sheetContent })
  async items(@Param({ schema: idSchema }) { id }: { id: string }, @TheCaller() caller: Caller) {
    const list = await this.view.one(caller, id);
    const columns = columnsFor(await this.book.names(), await this.roles.names());
    return fileOf(`${list.name} 第${list.version}版`, columns, list.duties);
  }
}

const listed = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join('、'));

/** A name that the import would take apart is written as its id, which the import knows as well. */
const written = (name: string, id: string): string => (/[、，,；;\n]/.test(name) ? id : name);

function columnsFor({ agency }: Names, roles: Readonly<Record<string, { readonly name: string }>>) {
  const agencies = (ids: readonly string[]) => listed(ids.map((id) => written(agency(id), id)));
  const column = (field: keyof Duty, width: number, of: Column<Duty>['of']): Column<Duty> => ({
    header: dutyColumns[field].header,
    width,
    of,
  });
  return [
    column('no', 10, ({ no }) => no),
    column('subject', 12, ({ subject }) => subject),
    column('area', 18, ({ area }) => area),
    column('measure', 40, ({ measure }) => measure),
    column('leads', 36, ({ leads }) => agencies(leads)),
    column('role', 18, ({ role }) => (role === null ? null : (roles[role]?.name ?? role))),
    column('helpers', 24, ({ helpers }) => agencies(helpers)),
    column('evidence', 24, ({ evidence }) => evidence),
    column('cycle', 10, ({ cycle }) => cycleNames[cycle]),
    column('opens', 20, ({ opens }) => opens),
    column('within', 14, ({ within }) => within),
    column('basis', 36, ({ basis }) => (basis === '' ? null : basis)),
    column('weight', 8, ({ weight }) => weight),
    column('powers', 28, ({ powers }) => listed(powers)),
    column('times', 28, ({ times }) => listed(times)),
    column('stages', 28, ({ stages }) => listed(stages)),
  ];
}

import { Inject, Injectable } from '@nestjs/common';
import { agenciesSeenBy, isGuest } from '../../../domain/access.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { NoteReaders } from '../../../engine/command.ts';
import { rolesOf } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import type { CaseOrder } from '../cases/case.service.ts';
import { CommandService } from '../commands/command.service.ts';
import { Database } from '../database.ts';
import type { AddedNote, AddNote, Note, Notes } from './note.schema.ts';

type Row = Omit<Note, 'at'> & { readonly at: number };

const columns = `n.id, n.text, n.author, p.name as "authorName", n.on_behalf_of as "onBehalfOf",
  n.visible_to as "visibleTo", n.at`;
const from = 'note_view n left join person p on p.id = n.author';

/** Notes on a case: each goes to its author and its readers, and where none are named to all who see the case whole. */
@Injectable()
export class NoteService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CommandService) private readonly commands: CommandService,
  ) {}

  async list(found: CaseObject, caller: Caller): Promise<Notes> {
    const rows = await this.database.rows<Row>(
      `select ${columns} from ${from} where n.case_id = $1
         and (n.author = $2 or n.on_behalf_of = $2
           or (n.visible_to is null and $3::boolean)
           or n.visible_to->'users' ? $2
           or n.visible_to->'roles' ?| $4::text[]
           or n.visible_to->'agencies' ?| $5::text[])
       order by n.at desc, n.id desc`,
      [found.id, caller.user, !isGuest(caller, found), rolesOf(caller), agenciesSeenBy(caller)],
    );
    return { items: rows.map(shown) };
  }

  async add(order: CaseOrder, { text, visibleTo, reason }: AddNote): Promise<AddedNote> {
    const readers = visibleTo && (Object.fromEntries(Object.entries(visibleTo)) as NoteReaders);
    const act = { kind: 'addNote', text, ...(readers ? { visibleTo: readers } : {}) } as const;
    const { seq, settled } = await this.commands.carryOut({ ...order, act, reason });
    const row = await this.database.row<Row>(
      `select ${columns} from ${from} join timeline l on l.case_id = n.case_id and l.data->>'noteId' = n.id
       where n.case_id = $1 and l.seq = $2 and l.kind = 'note-added'`,
      [order.case.id, seq],
    );
    if (!row) throw new Error(`step ${seq} of ${order.case.id} has left no note`);
    return { ...shown(row), settled };
  }
}

const shown = ({ at, ...row }: Row): Note => ({ ...row, at: isoOf(at) });

import { Body, Controller, Get, Inject, Module, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { OnCase } from '../access/access.ts';
import { TheCaller, TheCase } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { TheCaseOrder } from '../cases/case.operation.ts';
import type { CaseOrder } from '../cases/case.service.ts';
import { PlayedAs, Writes } from '../commands/writes.ts';
import { Answers } from '../problem/answers.ts';
import { addedNoteSchema, addNoteSchema, notesSchema } from './note.schema.ts';
import type { AddedNote, AddNote, Notes } from './note.schema.ts';
import { NoteService } from './note.service.ts';

@ApiTags('cases')
@Controller('cases')
class NoteController {
  constructor(@Inject(NoteService) private readonly notes: NoteService) {}

  @Get(':id/notes')
  @OnCase('read')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, notesSchema)
  list(@TheCase() found: CaseObject, @TheCaller() caller: Caller): Promise<Notes> {
    return this.notes.list(found, caller);
  }

  @Post(':id/notes')
  @OnCase('read')
  @ApiParam({ name: 'id', type: String })
  @Writes()
  @PlayedAs()
  @Answers(201, addedNoteSchema, { also: [202], problems: [409, 422] })
  add(@Body({ schema: addNoteSchema }) body: AddNote, @TheCaseOrder() order: CaseOrder): Promise<AddedNote> {
    return this.notes.add(order, body);
  }
}

@Module({ controllers: [NoteController], providers: [NoteService] })
export class NotesModule {}

import { z } from 'zod';
import { reasonSchema } from '../json.schema.ts';

const names = z.array(z.string().min(1).max(64)).max(200);

const readersSchema = z
  .strictObject({ users: names.optional(), roles: names.optional(), agencies: names.optional() })
  .meta({ id: 'NoteReaders' });

export const addNoteSchema = z.strictObject({
  text: z.string().trim().min(1).max(20_000),
  /** Who may read it besides its author; absent: all who see the case whole. */
  visibleTo: readersSchema.optional(),
  reason: reasonSchema,
});
export type AddNote = z.infer<typeof addNoteSchema>;

const noteSchema = z
  .object({
    id: z.string(),
    text: z.string(),
    author: z.string().nullable(),
    authorName: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
    visibleTo: readersSchema.nullable(),
    at: z.string(),
  })
  .meta({ id: 'Note' });
export type Note = z.infer<typeof noteSchema>;

export const notesSchema = z.object({ items: z.array(noteSchema) }).meta({ id: 'Notes' });
export type Notes = z.infer<typeof notesSchema>;
export const addedNoteSchema = noteSchema.extend({ settled: z.boolean() }).meta({ id: 'AddedNote' });
export type AddedNote = z.infer<typeof addedNoteSchema>;

import { Body, Controller, Inject, Module, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { isSupervised } from '../../../domain/access.ts';
import { isoOf } from '../../../domain/instant.ts';
import { OnTask } from '../access/access.ts';
import { TheCaller, TheTask } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import type { TaskObject } from '../access/object.queries.ts';
import { Database } from '../database.ts';
import { Answers } from '../problem/answers.ts';

/** As long as a page counts as open after it was last heard of. */
const patience = 45_000;

const hereSchema = z.strictObject({ here: z.boolean().default(true) }).prefault({});

const presenceSchema = z
  .object({
    others: z.array(z.object({ user: z.string(), name: z.string(), seenAt: z.string() })),
    /** How the step stands: it may have been ended meanwhile. */
    status: z.enum(['open', 'suspended', 'completed', 'cancelled']),
    assignee: z.string().nullable(),
  })
  .meta({ id: 'Presence' });
export type Presence = z.infer<typeof presenceSchema>;

/** Who else has the step's page open: no lock, only word of it. */
@ApiTags('tasks')
@Controller('tasks/:id/presence')
class PresenceController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Post()
  @OnTask('read')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, presenceSchema, { problems: [422] })
  async tell(
    @Body({ schema: hereSchema }) { here }: z.infer<typeof hereSchema>,
    @TheTask() { id, status, assignee }: TaskObject,
    @TheCaller() caller: Caller,
  ): Promise<Presence> {
    const now = Date.now();
    const { user } = caller;
    // Who of the others looks at its step is not the unit's to know.
    const house = isSupervised(caller) ? caller.posts.map(({ agency }) => agency) : null;
    await this.database.rows(
      here
        ? `insert into presence (task_id, person_id, seen_at) values ($1, $2, $3)
           on conflict (task_id, person_id) do update set seen_at = excluded.seen_at`
        : 'delete from presence where task_id = $1 and person_id = $2 and seen_at <= $3',
      [id, user, new Date(now)],
    );
    const others = await this.database.rows<{ user: string; name: string; seenAt: number }>(
      `select p.id as "user", p.name, o.seen_at as "seenAt" from presence o join person p on p.id = o.person_id
       where o.task_id = $1 and o.person_id <> $2 and o.seen_at > $3
         and ($4::text[] is null or p.agency_id = any($4)) order by o.seen_at desc limit 20`,
      [id, user, new Date(now - patience), house],
    );
    return {
      others: others.map(({ seenAt, ...other }) => ({ ...other, seenAt: isoOf(seenAt) })),
      status: status as Presence['status'],
      assignee,
    };
  }
}

@Module({ controllers: [PresenceController] })
export class PresenceModule {}

import { Body, Controller, Get, Inject, Module, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { SignedIn } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { Answers } from '../problem/answers.ts';

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应写作 22:00 的形式');

/** How the pages look and behave for a person; what is absent is as the pages have it. */
const preferencesSchema = z.strictObject({
  language: z.enum(['zh', 'en']).optional(),
  look: z.enum(['auto', 'light', 'dark']).optional(),
  density: z.enum(['normal', 'compact']).optional(),
  /** Whether single letters act on a list (WCAG 2.1.4). */
  keys: z.enum(['on', 'off']).optional(),
  /** Hours of the day, in China, in which the pages do not tell of new notices by themselves. */
  quiet: z.strictObject({ from: timeSchema, to: timeSchema }).nullish(),
  /** The view that the worklist opens with. */
  view: z.string().min(1).max(100).nullish(),
});
export type Preferences = z.infer<typeof preferencesSchema>;
const answerSchema = preferencesSchema.meta({ id: 'Preferences' });

@ApiTags('auth')
@Controller('me/preferences')
class PreferenceController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @SignedIn()
  @Answers(200, answerSchema)
  async own(@TheCaller() { user }: Caller): Promise<Preferences> {
    const row = await this.database.row<{ content: Preferences }>(
      'select content from preference where person_id = $1',
      [user],
    );
    return row?.content ?? {};
  }

  /** What is not named stays as it was. */
  @Patch()
  @SignedIn()
  @Answers(200, answerSchema, { problems: [422] })
  async change(
    @Body({ schema: preferencesSchema }) changes: Preferences,
    @TheCaller() { user }: Caller,
  ): Promise<Preferences> {
    const [row] = await this.database.rows<{ content: Preferences }>(
      `insert into preference (person_id, content, changed_at) values ($1, $2, $3)
       on conflict (person_id) do update
         set content = preference.content || excluded.content, changed_at = excluded.changed_at
       returning content`,
      [user, JSON.stringify(changes), new Date()],
    );
    return row?.content ?? changes;
  }
}

@Module({ controllers: [PreferenceController] })
export class PreferencesModule {}

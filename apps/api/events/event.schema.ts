import { z } from 'zod';

/** What a `worklist` event carries. */
export const worklistSchema = z.object({ open: z.int(), unread: z.int() }).meta({ id: 'WorklistEvent' });
export type Worklist = z.infer<typeof worklistSchema>;

import { z } from 'zod';

export const loginSchema = z.strictObject({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
});
export type Login = z.infer<typeof loginSchema>;

export const userSchema = z
  .object({
    username: z.string(),
    name: z.string(),
    agency: z.string().nullable(),
    roles: z.array(z.string()),
    posts: z.array(z.object({ role: z.string(), agency: z.string(), parent: z.string().nullable() })),
    /** Signed in with a one-time password: nothing else is open before it is changed. */
    mustChangePassword: z.boolean(),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof userSchema>;

export const signedInSchema = z.object({ accessToken: z.string(), user: userSchema }).meta({ id: 'SignedIn' });
export type SignedInAnswer = z.infer<typeof signedInSchema>;

export const passwordSchema = z.strictObject({
  current: z.string().min(1).max(256),
  next: z.string().min(1).max(256),
});
export type PasswordChange = z.infer<typeof passwordSchema>;

export const doneSchema = z.object({ ok: z.literal(true) }).meta({ id: 'Done' });
export type Done = z.infer<typeof doneSchema>;

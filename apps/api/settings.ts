import { z } from 'zod';
import { keysDirectory } from '../../codec/keys.ts';

const environmentSchema = z.object({
  DATABASE_URL: z.string().min(1),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  LIANDONG_HOME: z.string().min(1).default('.liandong'),
  LIANDONG_WEB: z.string().min(1).optional(),
  LIANDONG_TEMPORAL_UI: z
    .url()
    .refine((address) => new URL(address).origin === address, 'scheme, host and port only')
    .optional(),
  LIANDONG_TRIAL_DAYS: z.coerce.number().int().min(0).max(3650).default(30),
});

/** Everything the API must be told from outside. */
export interface Settings {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly port: number;
  readonly host: string;
  /** Folder that holds the attachments. */
  readonly home: string;
  /** Folder of the keys that seal what enters Temporal. */
  readonly keys: string;
  /** Folder of the built pages; without it there are none. */
  readonly web?: string;
  /** Origin of Temporal's own pages, which may ask for what is sealed to be opened; without it none may. */
  readonly temporalUi?: string;
  /** Days after which a trial that nobody touches is removed, 30 where nothing is said; 0 keeps them. */
  readonly trialDays?: number;
}

/** The settings as environment variables give them; throws with all that is missing at once. */
export function settingsOf(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = environmentSchema.safeParse(environment);
  if (!read.success) throw new Error(`environment: ${z.prettifyError(read.error)}`);
  return {
    databaseUrl: read.data.DATABASE_URL,
    temporalAddress: read.data.TEMPORAL_ADDRESS,
    temporalNamespace: read.data.TEMPORAL_NAMESPACE,
    port: read.data.PORT,
    host: read.data.HOST,
    home: read.data.LIANDONG_HOME,
    keys: keysDirectory(environment),
    trialDays: read.data.LIANDONG_TRIAL_DAYS,
    ...(read.data.LIANDONG_TEMPORAL_UI === undefined ? {} : { temporalUi: read.data.LIANDONG_TEMPORAL_UI }),
    ...(read.data.LIANDONG_WEB === undefined ? {} : { web: read.data.LIANDONG_WEB }),
  };
}

/** Token under which Nest hands the settings out. */
export const settingsToken = Symbol('settings');

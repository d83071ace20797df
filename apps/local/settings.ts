import { resolve } from 'node:path';
import { StartRefusal } from './refusal.ts';

export interface LocalSettings {
  /** Absolute path of the folder that holds everything. */
  readonly home: string;
  /** Absolute path of the folder that fetched programs are kept in. */
  readonly tools: string;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly databaseUrl?: string;
  readonly temporalAddress?: string;
  readonly temporalNamespace: string;
  /** The password of the demo accounts; undefined when the system starts empty. */
  readonly demoPassword?: string;
}

/** Reads the environment of docs/operations.md; throws StartRefusal for a value that cannot be meant. */
export function localSettings(environment: NodeJS.ProcessEnv): LocalSettings {
  const of = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const home = resolve(of('LIANDONG_HOME') ?? '.liandong');
  const databaseUrl = of('DATABASE_URL');
  const temporalAddress = of('TEMPORAL_ADDRESS');
  return {
    home,
    tools: resolve(of('LIANDONG_TOOLS') ?? `${home}/tools`),
    host: of('HOST') ?? '127.0.0.1',
    port: portOf(of('PORT') ?? '3000'),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(temporalAddress ? { temporalAddress } : {}),
    temporalNamespace: of('TEMPORAL_NAMESPACE') ?? 'default',
    ...(of('LIANDONG_DEMO') === '0' ? {} : { demoPassword: of('LIANDONG_DEMO_PASSWORD') ?? 'liandong-demo' }),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartRefusal(
    `PORT 应是 0 到 65535 的整数，而不是“${text}”。`,
    `PORT must be a whole number from 0 to 65535, not "${text}".`,
  );
}

import { join } from 'node:path';
import { keysDirectory } from '../../codec/keys.ts';

/** What a worker must be told from outside. */
export interface WorkerSettings {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly keys: string;
  /** Folder of the workflow bundle, so that a second start need not make it again. */
  readonly cache: string;
  /** Hosts that procedures may call, "host" or "host:port". */
  readonly httpHosts: readonly string[];
}

export function workerSettings(environment: NodeJS.ProcessEnv): WorkerSettings {
  const home = environment['LIANDONG_HOME'] ?? '.liandong';
  return {
    databaseUrl: required(environment, 'DATABASE_URL'),
    temporalAddress: required(environment, 'TEMPORAL_ADDRESS'),
    temporalNamespace: environment['TEMPORAL_NAMESPACE'] ?? 'default',
    keys: keysDirectory(environment),
    cache: join(home, 'cache'),
    httpHosts: (environment['LIANDONG_HTTP_HOSTS'] ?? '').split(',').filter((host) => host !== ''),
  };
}

function required(environment: NodeJS.ProcessEnv, name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`${name} is not set; npm start sets it for the embedded servers`);
  return value;
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ports of the embedded servers at the last start, used again when free, so that bookmarks stay good. */
export interface LastPorts {
  readonly postgres?: number;
  readonly temporal?: { readonly grpc: number; readonly ui: number };
}

export function readLastPorts(run: string): LastPorts {
  const file = join(run, 'ports');
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LastPorts;
  } catch (error) {
    if (error instanceof SyntaxError) return {}; // cut short: any free port will do
    throw error;
  }
}

export function writeLastPorts(run: string, ports: LastPorts): void {
  writeFileSync(join(run, 'ports'), JSON.stringify(ports));
}

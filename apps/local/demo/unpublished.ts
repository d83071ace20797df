import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Queryable } from '../../../database/queryable.ts';

/** Where the procedures of this release lie. */
export const proceduresFolder = new URL('../../../definitions/processes/', import.meta.url);
/** Whom they are published by. */
export const releasePublisher = 'liandong';

interface Newest {
  readonly key: string;
  readonly hash: string;
  readonly publishedBy: string | null;
}

/**
 * Files of this release's procedures that the database lacks: those without any version, and changed ones
 * where the newest version came with a release too. A procedure that somebody has published over is left alone.
 */
export async function unpublished(db: Queryable): Promise<string[]> {
  const rows = await db.query<Newest[]>(
    `select distinct on (key) key, hash, published_by as "publishedBy" from definition order by key, version desc`,
  );
  const newest = new Map(rows.map((row) => [`${row.key}.bpmn`, row]));
  return readdirSync(proceduresFolder)
    .filter((file) => file.endsWith('.bpmn'))
    .filter((file) => {
      const known = newest.get(file);
      if (!known) return true;
      return known.publishedBy === releasePublisher && known.hash !== hashOf(file);
    });
}

function hashOf(file: string): string {
  return createHash('sha256')
    .update(readFileSync(new URL(file, proceduresFolder)))
    .digest('hex');
}

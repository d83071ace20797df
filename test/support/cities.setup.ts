import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the run, in which the first city that has grown is kept for those that begin where it stands. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'liandong-cities-'));
  chmodSync(folder, 0o711); // as root, PostgreSQL's own account passes through
  process.env['LIANDONG_CITIES'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

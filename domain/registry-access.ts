import { isBusiness } from './access.ts';
import type { Viewer } from './access.ts';

/** 组织部门和纪委监委 keep the registry; administrators keep accounts, which is another thing. */
const keepers: ReadonlySet<string> = new Set([
  'org.staff',
  'supervisor',
  'cdi.head',
  'cdi.intake',
  'cdi.oversight',
  'cdi.style',
]);

export function mayKeepRegistry(viewer: Viewer): boolean {
  return isBusiness(viewer) && viewer.posts.some(({ role }) => keepers.has(role));
}

/** The units whose entries the viewer may read: all for whoever supervises, its own for a supervised unit. */
export function unitsReadableBy(viewer: Viewer): 'all' | readonly string[] {
  if (!isBusiness(viewer)) return [];
  const isSupervisor = viewer.posts.some(({ role }) => !role.startsWith('unit.') && role !== 'designer');
  if (isSupervisor) return 'all';
  return viewer.posts.filter(({ role }) => role.startsWith('unit.')).map(({ agency }) => agency);
}

export function mayReadUnit(viewer: Viewer, unit: string): boolean {
  const readable = unitsReadableBy(viewer);
  return readable === 'all' || readable.includes(unit);
}

/** `units`: where the person holds or held a post. Who reads a unit's entry reads those of its people. */
export function mayReadCadre(viewer: Viewer, units: readonly string[]): boolean {
  const readable = unitsReadableBy(viewer);
  return readable === 'all' || units.some((unit) => readable.includes(unit));
}

import { CaseError } from '../../domain/errors.ts';
import type { Defect } from '../../domain/errors.ts';
import type { ProcessModel } from '../model.ts';
import type { GivenMapping } from './mapping.ts';

/** Refuses a mapping that names what there is not, everything at once. */
export function checkMapping(from: ProcessModel, to: ProcessModel, given: GivenMapping): void {
  const defects = Object.entries(given).flatMap(([old, named]): Defect[] => {
    const path = `mapping.${old}`;
    const isFlow = from.flows[old] !== undefined;
    if (!isFlow && !from.elements[old]) {
      return [{ code: 'UNKNOWN_ELEMENT', elementId: old, path, message: `原版本中没有“${old}”` }];
    }
    if (isFlow ? to.flows[named] : to.elements[named]) return [];
    return [{ code: 'UNKNOWN_ELEMENT', elementId: named, path, message: `新版本中没有“${named}”` }];
  });
  if (defects.length === 0) return;
  throw new CaseError('INVALID_MAPPING', `映射中有 ${defects.length} 处指向不存在的节点。`, { defects });
}

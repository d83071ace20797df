import type { Defect } from '../../domain/errors.ts';

/** More than this many are no help to anybody. */
const most = 500;

/** Collects everything wrong with a document, so that all of it is told at once. */
export class Report {
  readonly defects: Defect[] = [];
  readonly warnings: Defect[] = [];
  /** What is read of other engines, with its equal here: told with a trial publication only. */
  readonly taken: Defect[] = [];
  private readonly told = new Set<string>();

  defect(code: string, message: string, elementId?: string, path?: string): void {
    this.add(this.defects, { code, message, ...(elementId ? { elementId } : {}), ...(path ? { path } : {}) });
  }

  warning(code: string, message: string, elementId?: string, path?: string): void {
    this.add(this.warnings, { code, message, ...(elementId ? { elementId } : {}), ...(path ? { path } : {}) });
  }

  imported(name: string, equal: string, elementId: string): void {
    this.add(this.taken, { code: 'IMPORTED', message: `${name} 已采用，相当于 ${equal}`, elementId, path: name });
  }

  /** The same thing said of the same element is said once. */
  private add(to: Defect[], defect: Defect): void {
    const key = `${defect.code}\n${defect.elementId ?? ''}\n${defect.message}`;
    if (to.length >= most || this.told.has(key)) return;
    this.told.add(key);
    to.push(defect);
  }
}

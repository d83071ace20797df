import type { Defect } from '../../domain/errors.ts';

/** Collects everything wrong with a document, so that all of it is told at once. */
export class Report {
  readonly defects: Defect[] = [];
  readonly warnings: Defect[] = [];

  defect(code: string, message: string, elementId?: string, path?: string): void {
    add(this.defects, code, message, elementId, path);
  }

  warning(code: string, message: string, elementId?: string, path?: string): void {
    add(this.warnings, code, message, elementId, path);
  }
}

function add(to: Defect[], code: string, message: string, elementId?: string, path?: string): void {
  const known = to.some((one) => one.code === code && one.elementId === elementId && one.message === message);
  if (known) return;
  to.push({ code, message, ...(elementId ? { elementId } : {}), ...(path ? { path } : {}) });
}

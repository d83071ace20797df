import type { ProcessModel } from '../model.ts';
import type { Report } from './report.ts';

/** Everything that is wrong with the way a process is connected. */
export function checkStructure(_model: ProcessModel, _unread: ReadonlySet<string>, _report: Report): void {}

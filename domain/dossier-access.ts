import { isBusiness } from './access.ts';
import type { Viewer } from './access.ts';

/** What of a section decides who may read it. */
interface SectionRule {
  readonly subjectReads: boolean;
  readonly twoReaders: boolean;
}

/** A leave to read that is in force for this dossier and this viewer. */
interface Leave {
  readonly id: string;
  /** Null: every section. */
  readonly sections: readonly string[] | null;
  /** Two have come together and their time is not over. */
  readonly joined: boolean;
}

export interface DossierReader {
  readonly isKeeper: boolean;
  readonly isSubject: boolean;
  readonly leaves: readonly Leave[];
}

export interface Reading {
  readonly as: 'subject' | 'keeper' | 'grant';
  readonly sections: readonly string[];
  /** What could be read besides, by two together. */
  readonly together: readonly string[];
  /** The leave that it is read by. */
  readonly grant: string | null;
}

/**
 * What the viewer may read of a dossier, null when nothing: not even that there is one. Nobody reads of himself what is not
 * open to him, whatever else he is; the keeper reads what he keeps; everybody else what a leave in force names.
 */
export function readingOf(
  sections: Readonly<Record<string, SectionRule>>,
  { isKeeper, isSubject, leaves }: DossierReader,
  alwaysTwo: boolean,
): Reading | null {
  const all = Object.keys(sections);
  if (isSubject) {
    const open = all.filter((key) => sections[key]?.subjectReads);
    return { as: 'subject', sections: open, together: [], grant: null };
  }
  if (isKeeper) return { as: 'keeper', sections: all, together: [], grant: null };
  const [first] = leaves;
  if (!first) return null;
  const named = (leave: Leave, key: string): boolean => leave.sections === null || leave.sections.includes(key);
  const needsTwo = (key: string): boolean => alwaysTwo || sections[key]?.twoReaders === true;
  const granted = all.filter((key) => leaves.some((leave) => named(leave, key)));
  const alone = granted.filter((key) => !needsTwo(key) || leaves.some((leave) => leave.joined && named(leave, key)));
  const used = leaves.find(({ joined }) => joined) ?? first;
  return { as: 'grant', sections: alone, together: granted.filter((key) => !alone.includes(key)), grant: used.id };
}

const approvers: ReadonlySet<string> = new Set(['supervisor', 'cdi.head']);

/** 分管领导: appoints keepers, approves readings, sees who has looked. */
export function mayOverseeDossiers(viewer: Viewer): boolean {
  return isBusiness(viewer) && viewer.posts.some(({ role }) => approvers.has(role));
}

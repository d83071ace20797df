import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../domain/dossier-access.ts';

const sections = {
  basics: { subjectReads: true, twoReaders: false },
  clue: { subjectReads: false, twoReaders: true },
  finding: { subjectReads: false, twoReaders: false },
};
const nobody = { isKeeper: false, isSubject: false, leaves: [] };
const leave = (more: object = {}) => ({ id: 'g1', sections: null, joined: false, ...more });

describe('a dossier', () => {
  it.each<[string, Parameters<typeof readingOf>[1], boolean, ReturnType<typeof readingOf>]>([
    ['nobody in particular', nobody, false, null],
    [
      'its keeper',
      { ...nobody, isKeeper: true },
      true,
      { as: 'keeper', sections: ['basics', 'clue', 'finding'], together: [], grant: null },
    ],
    [
      'its subject',
      { ...nobody, isSubject: true },
      false,
      { as: 'subject', sections: ['basics'], together: [], grant: null },
    ],
    [
      'its subject, who keeps dossiers and has a leave besides',
      { isKeeper: true, isSubject: true, leaves: [leave({ joined: true })] },
      false,
      { as: 'subject', sections: ['basics'], together: [], grant: null },
    ],
    [
      'one with leave, alone',
      { ...nobody, leaves: [leave()] },
      false,
      { as: 'grant', sections: ['basics', 'finding'], together: ['clue'], grant: 'g1' },
    ],
    [
      'two with leave, together',
      { ...nobody, leaves: [leave({ joined: true })] },
      false,
      { as: 'grant', sections: ['basics', 'clue', 'finding'], together: [], grant: 'g1' },
    ],
    [
      'one with leave, of a head',
      { ...nobody, leaves: [leave()] },
      true,
      { as: 'grant', sections: [], together: ['basics', 'clue', 'finding'], grant: 'g1' },
    ],
    [
      'one with leave for some sections',
      { ...nobody, leaves: [leave({ sections: ['finding'] })] },
      false,
      { as: 'grant', sections: ['finding'], together: [], grant: 'g1' },
    ],
    [
      'one with two leaves, of which one is read together',
      { ...nobody, leaves: [leave({ sections: ['basics'] }), leave({ id: 'g2', sections: ['clue'], joined: true })] },
      false,
      { as: 'grant', sections: ['basics', 'clue'], together: [], grant: 'g2' },
    ],
  ])('is read by %s accordingly', (_, reader, alwaysTwo, expected) => {
    expect(readingOf(sections, reader, alwaysTwo)).toEqual(expected);
  });
});

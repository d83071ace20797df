import type { CaseCircle } from '../../../../domain/access.ts';
import type { User } from '../../../api/auth/auth.schema.ts';
import type { Case } from '../../../api/cases/case.schema.ts';

/** What of a case decides what is offered in it; the server judges by the whole circle. */
export const circleOf = ({ trial, openedBy, agencies }: Case): CaseCircle => ({
  trial,
  openedBy,
  familyOpenedBy: openedBy,
  agencies,
  people: [],
});

export const viewerOf = ({ username, posts }: User) => ({ user: username, posts });

import type { Answer } from './drive.ts';

/** One demo case: how it begins and how far it has come. */
export interface Story {
  /** Unique among the stories. */
  readonly key: string;
  readonly definitionKey: string;
  readonly title: string;
  /** The account that opens it. */
  readonly opener: string;
  readonly startedDaysAgo: number;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly answers?: Readonly<Record<string, Answer>>;
  /** Steps to leave open. */
  readonly until?: readonly string[];
  /** Most steps to complete. */
  readonly steps: number;
  readonly ending?: { readonly act: 'suspend' | 'cancel'; readonly as: string; readonly reason: string };
}

export const stories: readonly Story[] = [];

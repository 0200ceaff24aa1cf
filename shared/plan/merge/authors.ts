/** Whose planners the authors of stamps are: who creates a record creates it for the own nation. */
import { type Stamp, stampAuthor } from '../../time/clock.ts';
import { type Work, PIECE } from '../../work.ts';
import type { PlanRecord } from '../records.ts';

/** The code of the nation or organisation by the author's name in stamps; unknown for who has created nothing. */
export type Authors = ReadonlyMap<string, string>;

/** Reads it off the records that each author created, as work that can be laid down between them. */
export const authorsOf = function* (records: Iterable<PlanRecord>): Work<Authors> {
  const counts = new Map<string, Map<string, number>>();
  let done = 0;
  for (const { stamp, stamps, owner } of records) {
    done += 1;
    if (done % PIECE === 0) yield done;
    // A record that changed hands says nothing of who made it.
    if (stamps !== undefined && Object.hasOwn(stamps, 'owner')) continue;
    const author = stampAuthor(stamp);
    const owners = counts.get(author) ?? new Map<string, number>();
    counts.set(author, owners.set(owner, (owners.get(owner) ?? 0) + 1));
  }
  const authors = new Map<string, string>();
  for (const [author, owners] of counts) {
    const [most] = [...owners].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    if (most !== undefined) authors.set(author, most[0]);
  }
  return authors;
};

/** The nation of a stamp's author, where that is known. */
export const nationOfStamp = (authors: Authors, stamp: Stamp): string | undefined => authors.get(stampAuthor(stamp));

/** What is to be seen of each bar: selection, problems, what is being moved, what a search found. */
import type { Finding } from '#shared/plan/checks/finding.ts';
import type { Board } from '#shared/timeline/board.ts';
import { FLAG } from '#shared/timeline/scene.ts';

interface Marks {
  readonly selected: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  readonly moved: ReadonlySet<string> | undefined;
  readonly hits: ReadonlySet<string> | undefined;
  readonly critical: ReadonlySet<string> | undefined;
}

/** Sum of `FLAG`s of each bar of a board. */
export const flagsOf = ({ bars, indexOf }: Pick<Board, 'bars' | 'indexOf'>, marks: Marks): Uint8Array => {
  const flags = new Uint8Array(bars.length);
  const add = (id: string, flag: number): void => {
    const index = indexOf.get(id);
    if (index !== undefined) flags[index] = (flags[index] ?? 0) | flag;
  };
  for (const { severity, subjects } of marks.findings)
    if (severity !== 'info') for (const { id } of subjects) add(id, severity === 'error' ? FLAG.error : FLAG.warning);
  for (const id of marks.selected) add(id, FLAG.selected);
  for (const id of marks.moved ?? []) add(id, FLAG.faint);
  for (const id of marks.critical ?? []) add(id, FLAG.critical);
  if (marks.hits !== undefined)
    bars.forEach(({ id }, index) => {
      flags[index] = (flags[index] ?? 0) | (marks.hits?.has(id) === true ? FLAG.hit : FLAG.dimmed);
    });
  return flags;
};

/** The log as far as it has been asked for, the newest entries first. */
import { create } from 'zustand';
import type { HashedEntry } from '#shared/audit/chain.ts';
import type { AuditGroup } from '#shared/audit/codes.ts';
import { auditTerms } from '#shared/audit/search.ts';
import { ask } from '../../platform/bridge.ts';
import { tellFailure } from '../../ui/perform.ts';
import { wordFor } from '../../ui/words.ts';

const PAGE = 200;

export interface AuditStore {
  readonly entries: readonly HashedEntry[];
  readonly total: number;
  /** Whether there may be older entries that fit. */
  readonly more: boolean;
  readonly group: AuditGroup | 'all';
  readonly text: string;
  readonly chosen: number;
}

export const useAudit = create<AuditStore>()(() => ({
  entries: [],
  total: 0,
  more: false,
  group: 'all',
  text: '',
  chosen: 0,
}));

/** Each search outdates the one before: an answer that comes late is dropped. */
let asked = 0;

/** @returns whether the page came and was still wanted. */
const fetchPage = async (before: number | undefined): Promise<boolean> => {
  asked += 1;
  const mine = asked;
  const { group, text } = useAudit.getState();
  const page = await ask('audit.page', {
    limit: PAGE,
    ...(before === undefined ? {} : { before }),
    ...(group === 'all' ? {} : { group }),
    ...(text.trim() === '' ? {} : { terms: auditTerms(text, wordFor) }),
  });
  if (mine !== asked) return false;
  if (!page.ok) {
    tellFailure(page.error);
    return false;
  }
  const { entries, total } = page.value;
  useAudit.setState((state) => ({
    entries: before === undefined ? entries : [...state.entries, ...entries],
    total,
    more: entries.length === PAGE,
  }));
  return true;
};

/** Searches anew. */
export const searchAudit = (change: Partial<Pick<AuditStore, 'group' | 'text'>> = {}): void => {
  useAudit.setState({ ...change, chosen: 0 });
  void fetchPage(undefined);
};

const fetchOlder = (): Promise<boolean> => fetchPage(useAudit.getState().entries.at(-1)?.seq);

/** Fetches what is older than the oldest entry shown. */
export const olderAudit = (): void => void fetchOlder();

/** Fetches everything that the search finds; false when that failed or another search began. */
export const wholeAudit = async (): Promise<boolean> => {
  while (useAudit.getState().more) if (!(await fetchOlder())) return false;
  return true;
};

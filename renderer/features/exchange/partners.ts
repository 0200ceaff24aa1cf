import { useDeferredValue } from 'react';
import { create } from 'zustand';
import type { OwnIdentity, Partner } from '#shared/contract/exchange.ts';
import { ask } from '../../platform/bridge.ts';
import { tellFailure } from '../../ui/perform.ts';

export interface PartnerStore {
  readonly own: OwnIdentity | null;
  readonly partners: readonly Partner[];
  /** Authors of stamps with the key ids of those who signed that they write for them. */
  readonly authors: SignedAuthors;
  /** Reads identity and partners anew. */
  readonly refresh: () => Promise<void>;
}

type SignedAuthors = readonly { readonly author: string; readonly kid: string }[];

/** Who we are and whom we know, as main keeps it. */
export const usePartners = create<PartnerStore>()((set) => ({
  own: null,
  partners: [],
  authors: [],
  refresh: async () => {
    const own = await ask('identity.show', undefined);
    const partners = await ask('partner.list', undefined);
    if (!own.ok) tellFailure(own.error);
    if (!partners.ok) tellFailure(partners.error);
    const authors = await ask('partner.authors', undefined);
    if (!authors.ok) tellFailure(authors.error);
    set({
      ...(own.ok ? { own: own.value } : {}),
      ...(partners.ok ? { partners: partners.value } : {}),
      ...(authors.ok ? { authors: authors.value } : {}),
    });
  },
}));

/** Who we are, for what is drawn: what was read anew is drawn in slices, behind what a person does meanwhile. */
export const useOwn = (): OwnIdentity | null => useDeferredValue(usePartners((state) => state.own));

/** Whom we know, likewise. */
export const usePartnerList = (): readonly Partner[] => useDeferredValue(usePartners((state) => state.partners));

import { create } from 'zustand';
import type { OwnIdentity, Partner } from '#shared/contract/exchange.ts';
import { ask } from '../../platform/bridge.ts';
import { tellFailure } from '../../ui/perform.ts';

export interface PartnerStore {
  readonly own: OwnIdentity | null;
  readonly partners: readonly Partner[];
  /** Reads identity and partners anew. */
  readonly refresh: () => Promise<void>;
}

/** Who we are and whom we know, as main keeps it. */
export const usePartners = create<PartnerStore>()((set) => ({
  own: null,
  partners: [],
  refresh: async () => {
    const own = await ask('identity.show', undefined);
    const partners = await ask('partner.list', undefined);
    if (!own.ok) tellFailure(own.error);
    if (!partners.ok) tellFailure(partners.error);
    set({ ...(own.ok ? { own: own.value } : {}), ...(partners.ok ? { partners: partners.value } : {}) });
  },
}));

/** What happens before the first drawing, and what follows the window from outside. */
import { registerExchange } from '../features/exchange/actions.ts';
import { registerPrint } from '../features/print/actions.ts';
import { ask, onEvent } from '../platform/bridge.ts';
import { loadActor } from '../state/actor.ts';
import { followFindings } from '../state/findings.ts';
import { startLayout } from '../state/layout.ts';
import { mirrored, retrySaves } from '../state/persistence.ts';
import { followRecent } from '../state/recent.ts';
import { startPreferences } from '../state/preferences.ts';
import { tellFailure } from '../ui/perform.ts';
import { followPresses } from '../ui/presses.ts';
import { followMenu } from './menu.ts';

const LAYOUT = 'window.layout';

const layoutPlace = {
  read: async (): Promise<string | null> => {
    const kept = await ask('vault.setting', { key: LAYOUT });
    return kept.ok ? kept.value : null;
  },
  write: (value: string) => ask('vault.setting', { key: LAYOUT, value }),
};

/** Reads preferences, identity and arrangement; what cannot be read has a default and is told once the window is there. */
export const start = async (): Promise<void> => {
  const preferences = await startPreferences();
  const [actor] = await Promise.all([loadActor(), startLayout(layoutPlace), followRecent()]);
  for (const result of [preferences, actor]) if (!result.ok) setTimeout(() => tellFailure(result.error), 0);
  registerExchange();
  registerPrint();
  followMenu();
  followPresses(document);
  followFindings();
  onEvent('app.closing', () => {
    void retrySaves()
      .then(mirrored)
      .then(() => ask('app.readyToClose', undefined));
  });
};

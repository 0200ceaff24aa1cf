import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { usePreferences } from '../state/preferences.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { cssVariables, theme } from '../ui/theme.ts';
import { App } from './App.tsx';

/** The nonce that admits the kit's own style elements under the content security policy. */
const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** The window with its theme. */
export const Root = () => {
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  const chosen = usePreferences((state) => state.theme);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={chosen === 'system' ? system : chosen}
      getStyleNonce={styleNonce}
    >
      <Notifications position="bottom-center" limit={4} transitionDuration={0} />
      <Announcer />
      <App />
    </MantineProvider>
  );
};

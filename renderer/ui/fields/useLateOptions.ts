import { useCallback, useState } from 'react';

interface LateOptions {
  readonly comboboxProps: { readonly keepMounted: boolean };
  readonly onFocus: () => void;
}

/**
 * Props of a select whose options are drawn once the focus has come to it, which it has before any key or click opens
 * it. The closed list of a field costs as much as the field itself and more, and most are never opened.
 */
export const useLateOptions = (): LateOptions => {
  const [reached, setReached] = useState(false);
  const onFocus = useCallback(() => setReached(true), []);
  return { comboboxProps: { keepMounted: reached }, onFocus };
};

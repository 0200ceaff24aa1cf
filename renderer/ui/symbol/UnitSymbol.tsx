import { useComputedColorScheme } from '@mantine/core';
import { symbolUrl } from './symbolUrl.ts';

/** A unit's APP-6 symbol; its name stands beside it, so the picture itself says nothing to a screen reader. */
export const UnitSymbol = ({ sidc, height }: { readonly sidc: string; readonly height: number }) => {
  const theme = useComputedColorScheme('light');
  return (
    <img
      src={symbolUrl(sidc, Math.round(height * 1.2), theme)}
      alt=""
      height={height}
      style={{ maxWidth: height * 2, flex: 'none' }}
      draggable={false}
    />
  );
};

import * as milsymbol from 'milsymbol';

type SymbolClass = (typeof milsymbol)['Symbol'];

// The published types name an export that only the CommonJS form has; the module form holds it in its default export.
const { Symbol: MilitarySymbol } = ('default' in milsymbol ? milsymbol.default : milsymbol) as {
  readonly Symbol: SymbolClass;
};

const cache = new Map<string, string>();
const LIMIT = 4_000;

/** Labels and lines inside an image know no style sheet: they get the theme's ink. */
const INK = { light: '#10202f', dark: '#e6ebf1' } as const;

/** A symbol for paper as a data URL: dark lines, and without colour its frame alone tells the sides apart. */
export const printSymbolUrl = (sidc: string, blackAndWhite: boolean): string => {
  const key = `${sidc} print ${blackAndWhite}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= LIMIT) cache.clear();
  const svg = new MilitarySymbol(sidc, {
    size: 40,
    infoColor: INK.light,
    ...(blackAndWhite ? { monoColor: '#1a1d21' } : {}),
  });
  const url = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.asSVG())}`;
  cache.set(key, url);
  return url;
};

/** An APP-6 symbol as a data URL, remembered per code, size and theme. */
export const symbolUrl = (sidc: string, size: number, theme: 'light' | 'dark'): string => {
  const key = `${sidc} ${size} ${theme}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= LIMIT) cache.clear();
  const svg = new MilitarySymbol(sidc, {
    size,
    infoColor: INK[theme],
    outlineWidth: theme === 'dark' ? 2 : 0,
    outlineColor: '#e6ebf1',
  }).asSVG();
  const url = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  cache.set(key, url);
  return url;
};

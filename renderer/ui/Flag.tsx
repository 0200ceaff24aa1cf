import { useEffect, useState } from 'react';
import './flag.css';

type Flags = Readonly<Record<string, string>>;

let loading: Promise<Flags> | undefined;
let loaded: Flags | undefined;

/** All flags come in one file, read when the first is shown. */
const loadFlags = (): Promise<Flags> =>
  (loading ??= import('country-flag-icons/string/3x2').then((flags) => {
    loaded = flags as unknown as Flags;
    return loaded;
  }));

/** The flags by ISO 3166 alpha-2; undefined until they are read. */
export const useFlags = (): Flags | undefined => {
  const [flags, setFlags] = useState(loaded);
  useEffect(() => {
    if (flags === undefined) void loadFlags().then(setFlags);
  }, [flags]);
  return flags;
};

/** A flag as an address for pictures; undefined where there is none. */
export const flagUrl = (flags: Flags | undefined, flag: string | undefined): string | undefined => {
  const svg = flags?.[flag ?? ''];
  return svg === undefined ? undefined : `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
};

interface FlagProps {
  /** ISO 3166 alpha-2; none for exercise nations and organisations. */
  readonly flag: string | undefined;
  readonly code: string;
}

/** A nation's flag, or a badge of the code where there is none. A helper beside the code, never in its place. */
export const Flag = ({ flag, code }: FlagProps) => {
  const url = flagUrl(useFlags(), flag);
  return url === undefined ? (
    <span className="flag flag-badge" aria-hidden="true">
      {code.slice(0, 3)}
    </span>
  ) : (
    <img className="flag" alt="" src={url} />
  );
};

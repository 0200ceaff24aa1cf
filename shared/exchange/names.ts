/** Names of entries and sections (M4): short, lower case, harmless on every file system. */
const SEGMENT = /^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$/;
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/;

/** The first entry of every container. */
export const MANIFEST_NAME = 'manifest.jws.json';

/** Whether a name may stand in a container: at most four segments, none with a meaning to a file system. */
export const isEntryName = (name: string): boolean => {
  const segments = name.split('/');
  return segments.length <= 4 && segments.every((segment) => SEGMENT.test(segment) && !RESERVED.test(segment));
};

/** The folders a name lies in: `a/b/c` lies in `a` and `a/b`. No entry may have the name of another's folder. */
export const foldersOf = (name: string): readonly string[] => {
  const segments = name.split('/');
  return segments.slice(1).map((_, depth) => segments.slice(0, depth + 1).join('/'));
};

/**
 * Under which names an originator's planners write. A stamp names its author, but an author is a data folder and no
 * identity; what binds the two is the originator's own word in its signed manifest, as `ext.authors`.
 */
import { z } from 'zod';
import type { Manifest } from './manifest.ts';

/** Authors of stamps that one manifest may speak for. */
const MAX_AUTHORS = 16;

const authorsSchema = z.array(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)).max(MAX_AUTHORS);

/** The authors that a manifest says write for its originator; none where it says nothing that can be read. */
export const authorsIn = ({ ext }: Pick<Manifest, 'ext'>): readonly string[] => {
  const parsed = authorsSchema.safeParse(Object.hasOwn(ext, 'authors') ? ext['authors'] : []);
  return parsed.success ? parsed.data : [];
};

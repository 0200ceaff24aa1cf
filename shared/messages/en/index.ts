import { errors } from './errors.ts';
import { time, timeErrors } from './time.ts';
import { ui } from './ui.ts';

/** The English catalogue, one file per area. */
export const en = { errors: { ...errors, ...timeErrors }, time, ui } as const;

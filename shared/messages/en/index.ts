import { errors } from './errors.ts';
import { ui } from './ui.ts';

/** The English catalogue, one file per area. */
export const en = { errors, ui } as const;

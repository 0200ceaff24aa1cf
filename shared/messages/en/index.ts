import { activity } from './activity.ts';
import { calendar } from './calendar.ts';
import { errors } from './errors.ts';
import { timeline } from './timeline.ts';
import { menu } from './menu.ts';
import { review, reviewErrors } from './review.ts';
import { time, timeErrors } from './time.ts';
import { ui } from './ui.ts';
import { vaultErrors } from './vault-errors.ts';

/** The English catalogue, one file per area. */
export const en = {
  errors: { ...errors, ...reviewErrors, ...timeErrors, ...vaultErrors },
  review,
  activity,
  calendar,
  menu,
  timeline,
  time,
  ui,
} as const;

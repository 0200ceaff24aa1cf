import { activity } from './activity.ts';
import { app } from './app.ts';
import { bundleErrors } from './bundle-errors.ts';
import { calendar } from './calendar.ts';
import { exercises } from './exercises.ts';
import { overview } from './overview.ts';
import { participantErrors, participants } from './participants.ts';
import { errors } from './errors.ts';
import { timeline } from './timeline.ts';
import { menu } from './menu.ts';
import { review, reviewErrors } from './review.ts';
import { time, timeErrors } from './time.ts';
import { ui } from './ui.ts';
import { vaultErrors } from './vault-errors.ts';

/** The English catalogue, one file per area. */
export const en = {
  errors: { ...errors, ...bundleErrors, ...participantErrors, ...reviewErrors, ...timeErrors, ...vaultErrors },
  review,
  activity,
  app,
  exercises,
  overview,
  participants,
  calendar,
  menu,
  timeline,
  time,
  ui,
} as const;

import { activity } from './activity.ts';
import { audit, auditErrors } from './audit.ts';
import { matrix, matrixErrors } from './matrix.ts';
import { planning } from './planning.ts';
import { agreements, caveats } from './agreements.ts';
import { app } from './app.ts';
import { bundleErrors } from './bundle-errors.ts';
import { calendar } from './calendar.ts';
import { editing, editingErrors } from './editing.ts';
import { exercises } from './exercises.ts';
import { overview } from './overview.ts';
import { participantErrors, participants } from './participants.ts';
import { errors } from './errors.ts';
import { exchange } from './exchange.ts';
import { checks } from './checks.ts';
import { cli } from './cli.ts';
import { plan } from './plan.ts';
import { stepErrors, steps } from './steps.ts';
import { forces, forcesErrors } from './forces.ts';
import { logistics, logisticsErrors } from './logistics.ts';
import { timeline } from './timeline.ts';
import { menu } from './menu.ts';
import { interchange, interchangeErrors } from './interchange.ts';
import { print, printErrors } from './print.ts';
import { review, reviewErrors } from './review.ts';
import { label, labelErrors } from './label.ts';
import { relay } from './relay.ts';
import { release } from './release.ts';
import { trust, trustErrors } from './trust.ts';
import { cosign, cosignErrors } from './cosign.ts';
import { templates } from './templates.ts';
import { time, timeErrors } from './time.ts';
import { ui } from './ui.ts';
import { vaultErrors } from './vault-errors.ts';

/** The English catalogue, one file per area. */
export const en = {
  errors: {
    ...errors,
    ...auditErrors,
    ...bundleErrors,
    ...editingErrors,
    ...interchangeErrors,
    ...labelErrors,
    ...participantErrors,
    ...printErrors,
    ...reviewErrors,
    ...forcesErrors,
    ...logisticsErrors,
    ...matrixErrors,
    ...stepErrors,
    ...timeErrors,
    ...cosignErrors,
    ...trustErrors,
    ...vaultErrors,
  },
  review,
  activity,
  agreements,
  planning,
  matrix,
  caveats,
  app,
  audit,
  exercises,
  overview,
  interchange,
  label,
  relay,
  release,
  print,
  participants,
  calendar,
  editing,
  exchange,
  menu,
  timeline,
  templates,
  checks,
  cli,
  logistics,
  forces,
  plan,
  steps,
  time,
  trust,
  cosign,
  ui,
} as const;

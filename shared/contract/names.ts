/**
 * The names alone, for the preload: it is bundled without the schemas, so that the sandboxed script stays small.
 * A test holds these lists against the contract.
 */
import type { EventName, RequestName } from './ipc.ts';

export const REQUEST_NAMES = [
  'app.info',
  'picture.save',
  'outgoing.table',
  'outgoing.calendar',
  'app.setMenu',
  'app.setPreferences',
  'app.readyToClose',
  'vault.exercises',
  'vault.steps',
  'vault.stepOps',
  'vault.append',
  'vault.stage',
  'vault.recordSteps',
  'vault.actor',
  'vault.setting',
  'identity.show',
  'identity.create',
  'identity.exportCard',
  'identity.rotate',
  'identity.exportStatement',
  'identity.revoke',
  'identity.printKey',
  'partner.list',
  'partner.authors',
  'partner.setScope',
  'partner.setState',
  'exchange.open',
  'exchange.openCarried',
  'exchange.chooseCarried',
  'exchange.part',
  'exchange.cancel',
  'exchange.export',
  'exchange.sign',
  'exchange.decline',
  'exchange.receipt',
  'exchange.sent',
  'audit.page',
  'audit.verify',
  'audit.export',
  'print.product',
  'print.job',
  'print.ready',
] as const satisfies readonly RequestName[];

export const EVENT_NAMES = ['menu.command', 'app.closing', 'exchange.stage'] as const satisfies readonly EventName[];

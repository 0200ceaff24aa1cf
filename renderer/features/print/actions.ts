import { registerAction } from '../../state/actions.ts';
import { showView } from '../../state/view.ts';

/** Offers printing to the menu and the keys: from wherever one is, to the sheets. */
export const registerPrint = (): void => registerAction('file.print', () => showView('print'));

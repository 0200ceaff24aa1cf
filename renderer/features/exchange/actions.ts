import { registerAction } from '../../state/actions.ts';
import { showView } from '../../state/view.ts';
import { tellDone, tellFailure } from '../../ui/perform.ts';
import { wordFor } from '../../ui/words.ts';
import { type Opening, openFile } from './session.ts';
import { usePartners } from './partners.ts';
import { followStages } from '../../state/task.ts';

const told = (opening: Opening): void => {
  switch (opening.became) {
    case 'partner': {
      const { nation, name, state } = opening.partner;
      // What is compared already needs no telephone call.
      const key = state === 'unverified' ? 'exchange.cardTaken' : 'exchange.cardKnown';
      tellDone(wordFor(key, { nation, name, state: wordFor(`exchange.state.${state}`) }));
      break;
    }
    case 'rotation':
    case 'revocation': {
      const { nation, name, state } = opening.partner;
      const key = opening.became === 'rotation' ? 'trust.rotationTaken' : 'trust.revocationTaken';
      tellDone(wordFor(key, { nation, name, state: wordFor(`exchange.state.${state}`) }));
      break;
    }
    case 'receipt': {
      const { nation, name } = opening.partner;
      tellDone(wordFor('cosign.receiptTaken', { nation, name, revision: opening.revision }));
      break;
    }
    case 'review':
    case 'forces':
    case 'calendar':
    case 'nothing':
      return;
  }
  void usePartners.getState().refresh();
};

/** Asks for a file, whatever it is, and tells what is wrong with it if something is. */
export const importFile = async (): Promise<void> => {
  const opened = await openFile();
  if (opened.ok) told(opened.value);
  else tellFailure(opened.error);
};

/** Offers import and export to the menu, the keys and the start screen. */
export const registerExchange = (): void => {
  followStages();
  registerAction('file.import', () => void importFile());
  registerAction('file.export', () => showView('exchange'));
};

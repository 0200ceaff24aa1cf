import { beginAndOpen, firstContext } from '../../state/exercises.ts';
import { showScreen } from '../../state/screen.ts';
import { showView } from '../../state/view.ts';
import { tellFailure } from '../../ui/perform.ts';

/** Lays out the sample exercise as a new one of this data folder and opens it. */
export const openSample = (): void => {
  void (async () => {
    const { sampleDraft } = await import('#shared/sample/sample.ts');
    const begun = await beginAndOpen(sampleDraft(firstContext('NOR')));
    if (!begun.ok) {
      tellFailure(begun.error);
      return;
    }
    showView('overview');
    showScreen({ exercises: false });
  })();
};

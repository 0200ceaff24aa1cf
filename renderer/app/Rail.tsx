import { useFindings } from '../state/findings.ts';
import { VIEWS, showView, useView } from '../state/view.ts';
import { useWords, wordFor } from '../ui/words.ts';
import { shortcutText } from './shortcuts.ts';
import { VIEW_ENTRIES } from './views.tsx';

/** The views of the exercise, each with its word and its key. */
export const Rail = () => {
  const t = useWords();
  const current = useView((state) => state.view);
  const errors = useFindings(({ counts }) => counts.error);
  return (
    <nav className="rail" aria-label={t('app.views')}>
      {VIEW_ENTRIES.map(({ id, icon: Icon }) => (
        <button
          key={id}
          type="button"
          className="rail-item"
          aria-current={current === id ? 'page' : undefined}
          title={shortcutText(`Mod+${VIEWS.indexOf(id) + 1}`)}
          onClick={() => showView(id)}
        >
          <Icon size={20} stroke={1.6} aria-hidden="true" />
          <span>{wordFor(`app.view.${id}`)}</span>
          {id === 'overview' && errors > 0 && (
            <span className="rail-count figure" title={wordFor('app.severity.error', { count: errors })}>
              {errors}
            </span>
          )}
        </button>
      ))}
    </nav>
  );
};

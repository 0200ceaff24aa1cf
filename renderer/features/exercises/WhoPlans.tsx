import { useActor } from '../../state/actor.ts';
import { IdentityForm } from '../../ui/IdentityForm.tsx';
import { useWords } from '../../ui/words.ts';

/** Asked once, on the first day: which nation plans here, and under which name. It can be answered later. */
export const WhoPlans = () => {
  const t = useWords();
  const { author, nation } = useActor();
  if (nation !== null || author === 'unknown') return null;
  return (
    <IdentityForm className="exercises-who" name={t('exercises.who.title')}>
      <div className="exercises-who-text">
        <strong>{t('exercises.who.title')}</strong>
        <span>{t('exercises.who.why')}</span>
      </div>
    </IdentityForm>
  );
};

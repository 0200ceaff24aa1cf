import { startTransition, useEffect, useState } from 'react';
import { breathe } from '../state/slices.ts';

/**
 * Counts from 0 to `last`, one a breath: what is large is drawn part by part and each part in slices, so that no single
 * drawing holds up the window.
 */
export const useSteps = (last: number): number => {
  const [step, setStep] = useState(0);
  useEffect(() => {
    let current = true;
    if (step < last)
      void breathe().then(() => {
        if (current) startTransition(() => setStep(step + 1));
      });
    return () => {
      current = false;
    };
  }, [step, last]);
  return step;
};

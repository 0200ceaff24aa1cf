import { useEffect, useState } from 'react';
import { breathe } from '../state/slices.ts';

/** False until what is drawn first stands on the screen: what can wait for it comes after. */
export const useAfterPaint = (): boolean => {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    let gone = false;
    // An effect may run before its frame, and the canvases are painted in the one that follows.
    const frame = requestAnimationFrame(() => {
      void breathe().then(() => {
        if (!gone) setPainted(true);
      });
    });
    return () => {
      gone = true;
      cancelAnimationFrame(frame);
    };
  }, []);
  return painted;
};

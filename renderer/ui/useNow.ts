import { useEffect, useState } from 'react';
import { type EpochMs, MINUTE } from '#shared/time/instant.ts';

/** The present, once a minute. */
export const useNow = (): EpochMs => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
};

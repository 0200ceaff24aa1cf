import { useEffect } from 'react';
import { tellFailure } from '../../ui/perform.ts';
import { useRequests } from './requests.ts';
import { openNextCarried, useImport } from './session.ts';
import { useTask } from '../../state/task.ts';

/** Comes to the bundles that a carrier brought, one review after the other, once nothing else waits for a person. */
export const CarriedBundles = () => {
  const isFree = useImport(({ bundle, forces, calendar }) => bundle === null && forces === null && calendar === null);
  const waiting = useImport((state) => state.waiting);
  const isAsked = useRequests(({ request, receipt }) => request !== null || receipt !== null);
  const isBusy = useTask(({ stop, task }) => stop !== null || task !== null);
  useEffect(() => {
    if (!isFree || isAsked || isBusy || waiting.length === 0) return;
    void openNextCarried().then((opened) => {
      if (!opened.ok) tellFailure(opened.error);
    });
  }, [isFree, isAsked, isBusy, waiting]);
  return null;
};

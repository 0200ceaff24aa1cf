/** Parts of the window whose code is not fetched with the first page. */
import { type ComponentType, lazy, memo, useState } from 'react';
import { useWords } from '../ui/words.ts';

const parts: (() => Promise<unknown>)[] = [];

/**
 * A component whose code comes when it is first drawn, or ahead of that by `fetchAhead`. A part that is there already
 * is drawn at once: what React shows in place of one that is not stays for 300 ms at least, however soon that comes.
 * It is drawn anew with its props and with the language, not with what is around it.
 */
export const late = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> => {
  let here: ComponentType<P> | undefined;
  const fetch = async (): Promise<ComponentType<P>> => (here ??= await load());
  const Coming = lazy(async () => ({ default: await fetch() }));
  parts.push(fetch);
  return memo(function Late(props: P) {
    useWords();
    // Chosen once: the same part under another name would be drawn anew, and what was typed in it lost.
    const [Part] = useState<ComponentType<P>>(() => here ?? Coming);
    return <Part {...props} />;
  });
};

const idle = (): Promise<void> => new Promise((resolve) => requestIdleCallback(() => resolve()));

let ahead: Promise<void> | undefined;

const fetchAll = async (): Promise<void> => {
  for (const fetch of parts) {
    await idle();
    // Whoever draws the part asks for it again, and is told then.
    await fetch().catch(() => undefined);
  }
};

/** Fetches the code of every late part, one whenever the window has nothing else to do. */
export const fetchAhead = (): Promise<void> => (ahead ??= fetchAll());

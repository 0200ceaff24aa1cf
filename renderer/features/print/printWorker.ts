/** Lays sheets out beside the window, so that it stays alive while thousands of records find their places. */
import { type DeskRequest, openDesk } from './layoutDesk.ts';

const answer = openDesk();

globalThis.addEventListener('message', ({ data }: MessageEvent<DeskRequest>) => {
  const reply = answer(data);
  if (reply !== undefined) globalThis.postMessage(reply);
});

/** The gestures of the timeline, in the order in which they are asked. */
import { pressDraw } from './draw.ts';
import { pressFrame } from './frame.ts';
import { pressLink } from './link.ts';
import { pressBar } from './move.ts';
import { pressGround } from './pan.ts';
import type { Press, PressHandler } from './press.ts';

const HANDLERS: readonly PressHandler[] = [pressLink, pressBar, pressDraw, pressFrame, pressGround];

/** Hands a press to the gesture that it begins. */
export const takePress = (press: Press): void => {
  HANDLERS.some((handler) => handler(press));
};

/**
 * The browser sends what is cut, copied and pasted to where the caret was last, not to what has the focus. A list that
 * takes the focus without a press takes the caret along, or `Ctrl+C` would copy from the field that was left.
 */
export const takeCaret = (list: HTMLElement): void => window.getSelection()?.collapse(list, 0);

/**
 * Text of somebody else's for a place where it must stay one line of text: control characters would write into the
 * lines around it or drive a terminal, and marks of direction would turn round what stands beside it.
 */
const UNRULY = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const EACH = new RegExp(UNRULY, 'gu');

/** The same text with a replacement character (U+FFFD) for each of these: that something stood there is not hidden. */
export const plainLine = (text: string): string => (UNRULY.test(text) ? text.replaceAll(EACH, '\ufffd') : text);

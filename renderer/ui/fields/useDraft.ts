import { type KeyboardEvent, useState } from 'react';

interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Commits if the text differs from what is stored. */
  readonly finish: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A field's text while it is being typed: Enter and leaving commit, Escape brings the stored text back. */
export const useDraft = (stored: string, commit: (text: string) => void, multiline = false): Draft => {
  const [text, setText] = useState(stored);
  // What is stored may change under the field (undo, another selection): then the field follows.
  const [known, setKnown] = useState(stored);
  if (known !== stored) {
    setKnown(stored);
    setText(stored);
  }
  const finish = (): void => {
    if (text !== stored) commit(text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !multiline) finish();
    if (event.key === 'Escape' && text !== stored) {
      event.stopPropagation();
      setText(stored);
    }
  };
  return { text, setText, finish, onKeyDown };
};

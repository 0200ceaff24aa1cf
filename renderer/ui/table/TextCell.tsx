import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Failure, Result } from '#shared/result.ts';
import { tellFailure } from '../perform.ts';
import { sentenceFor } from '../words.ts';

interface TextCellProps<T> {
  readonly label: string;
  readonly text: string;
  /** What the text means, or why it means nothing. */
  readonly read: (text: string) => Result<T>;
  readonly onCommit: (value: T) => void;
  /** Editing is over and the rows are to have the focus again. */
  readonly onDone: () => void;
  /** The text an arrow key leads to; undefined for any other key. */
  readonly step?: (text: string, event: KeyboardEvent) => string | undefined;
  /** What stands under the field while it is typed into. */
  readonly reading?: (text: string) => string | undefined;
}

/** The field of an edited cell: Enter takes what was typed or says what is wrong with it, leaving takes it, Escape does not. */
export const TextCell = <T,>({ label, text: stored, read, onCommit, onDone, step, reading }: TextCellProps<T>) => {
  const [text, setText] = useState(stored);
  const [failure, setFailure] = useState<Failure | undefined>();
  const finished = useRef(false);
  const take = (): Failure | undefined => {
    if (finished.current || text === stored) return undefined;
    const value = read(text);
    if (!value.ok) return value.error;
    finished.current = true;
    onCommit(value.value);
    return undefined;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const stepped = step?.(text, event);
    if (stepped !== undefined) setText(stepped);
    if (stepped !== undefined || event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
    if (event.key === 'Enter') {
      const refused = take();
      setFailure(refused);
      if (refused !== undefined) return;
    }
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    finished.current = true;
    onDone();
  };
  const onBlur = (): void => {
    const refused = take();
    // The field is gone before its error could be read.
    if (refused !== undefined) tellFailure(refused);
  };
  return (
    <TextInput
      size="xs"
      aria-label={label}
      value={text}
      error={failure === undefined ? undefined : sentenceFor(failure)}
      description={reading?.(text)}
      inputWrapperOrder={['input', 'error', 'description']}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    />
  );
};

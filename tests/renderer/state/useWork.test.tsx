import { act, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { useWork } from '#renderer/state/useWork.ts';
import type { Work } from '#shared/work.ts';

const quick = function* (): Work<string> {
  yield 1;
  return 'quick';
};

/** Longer than what is done at once: it ends when it is told to. */
const long = (said: string, isOver: () => boolean) =>
  function* (): Work<string> {
    while (!isOver()) yield 0;
    return said;
  };

const Shown = ({ work }: { readonly work: () => Work<string> }) => <p>{useWork(work, 'nothing yet')}</p>;

describe('what long work makes for a view', () => {
  it('is there at once where it is quickly made', () => {
    render(<Shown work={quick} />);
    expect(screen.getByText('quick')).toBeInTheDocument();
  });

  it('comes later where it takes long, and stays until the next is made', async () => {
    let over = false;
    const first = long('first', () => over);
    const view = render(<Shown work={first} />);
    expect(screen.getByText('nothing yet')).toBeInTheDocument();
    over = true;
    expect(await screen.findByText('first')).toBeInTheDocument();
    let overAgain = false;
    const second = long('second', () => overAgain);
    view.rerender(<Shown work={second} />);
    expect(screen.getByText('first')).toBeInTheDocument();
    overAgain = true;
    expect(await screen.findByText('second')).toBeInTheDocument();
  });

  it('is made anew when it was dropped half done and is wanted again', async () => {
    let ends = 0;
    // Over with the piece after the first look: the effect that React ends at once takes its last piece and tells nobody.
    const work = function* (): Work<string> {
      for (const end = performance.now() + 3; performance.now() < end; ) yield 0;
      ends += 1;
      return 'made';
    };
    render(
      <StrictMode>
        <Shown work={work} />
      </StrictMode>,
    );
    expect(await screen.findByText('made')).toBeInTheDocument();
    expect(ends).toBeGreaterThan(0);
  });

  it('is dropped when something else is to be made', async () => {
    let over = false;
    const first = long('first', () => over);
    const view = render(<Shown work={first} />);
    view.rerender(<Shown work={quick} />);
    over = true;
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect(screen.getByText('quick')).toBeInTheDocument();
  });
});

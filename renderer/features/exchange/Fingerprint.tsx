import { Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { fingerprintCode, squaresOf } from '#shared/exchange/fingerprint.ts';
import { breathe } from '../../state/slices.ts';
import { useWords } from '../../ui/words.ts';

interface FingerprintProps {
  readonly kid: string;
  readonly fingerprint: string;
  readonly words: readonly string[];
}

type Squares = readonly (readonly boolean[])[];

const known = new Map<string, Squares>();

/** Reckoned once for each key, and not while the panel is drawn: it takes as long as that. */
const useSquares = (code: string): Squares => {
  const [, setReckoned] = useState('');
  useEffect(() => {
    if (known.has(code)) return undefined;
    let current = true;
    void breathe().then(() => {
      known.set(code, squaresOf(code));
      if (current) setReckoned(code);
    });
    return () => {
      current = false;
    };
  }, [code]);
  return known.get(code) ?? NO_SQUARES;
};

const NO_SQUARES: Squares = [];

/** The dark squares as one path; black on white in both themes, because cameras expect it. */
const Code = ({ kid, fingerprint }: Pick<FingerprintProps, 'kid' | 'fingerprint'>) => {
  const t = useWords();
  const squares = useSquares(fingerprintCode(kid, fingerprint));
  const path = squares.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      className="exchange-code"
      role="img"
      aria-label={t('trust.code')}
      viewBox={`0 0 ${squares.length} ${squares.length}`}
      shapeRendering="crispEdges"
    >
      <rect width={squares.length} height={squares.length} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
};

const lines = (words: readonly string[]): readonly string[] =>
  Array.from({ length: Math.ceil(words.length / 4) }, (_, n) => words.slice(n * 4, n * 4 + 4).join(' '));

/** A key as digits, as words, and for a camera: all three say the same. */
export const Fingerprint = ({ kid, fingerprint, words }: FingerprintProps) => {
  const t = useWords();
  return (
    <div className="exchange-fingerprint">
      <Stack gap={4}>
        <Text className="exchange-digits">{fingerprint}</Text>
        <details>
          <summary>{t('trust.words')}</summary>
          {lines(words).map((line) => (
            <Text key={line} className="exchange-digits">
              {line}
            </Text>
          ))}
        </details>
      </Stack>
      <Code kid={kid} fingerprint={fingerprint} />
    </div>
  );
};

import { textOfFile } from '#shared/interchange/text.ts';

const LIMIT = 16 * 1024 * 1024;

it('reads a file up to its limit and not a byte more', () => {
  expect(textOfFile(new Uint8Array(LIMIT).fill(0x20))).toMatchObject({ ok: true });
  expect(textOfFile(new Uint8Array(LIMIT + 1))).toEqual({
    ok: false,
    error: { code: 'INTERCHANGE_TOO_LARGE', data: { limit: 16 } },
  });
});

it('refuses what is no text', () => {
  expect(textOfFile(new Uint8Array([0x3c, 0xff]))).toEqual({ ok: false, error: { code: 'FILE_NOT_TEXT' } });
  expect(textOfFile(new TextEncoder().encode('<é/>'))).toEqual({ ok: true, value: '<é/>' });
});

import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { mayVerify, nodeCrypto, nodeInflate } from '#electron/exchange/crypto.ts';
import { withLargeS, withNeutralR } from '#tests/vectors/ed25519.ts';
import { ALPHA, BRAVO } from '#tests/vectors/players.ts';

const MESSAGE = Buffer.from('C+3 0600Z');
const signature = ALPHA.signer.sign(MESSAGE);

it('takes a good signature, and no other key, message or length', () => {
  expect(nodeCrypto.verify(ALPHA.publicKey, MESSAGE, signature)).toBe(true);
  expect(nodeCrypto.verify(BRAVO.publicKey, MESSAGE, signature)).toBe(false);
  expect(nodeCrypto.verify(ALPHA.publicKey, Buffer.from('C+4 0600Z'), signature)).toBe(false);
  expect(nodeCrypto.verify(ALPHA.publicKey, MESSAGE, signature.subarray(0, 63))).toBe(false);
  expect(nodeCrypto.verify(ALPHA.publicKey.subarray(1), MESSAGE, signature)).toBe(false);
});

it('agrees with the first vector of RFC 8032, section 7.1', () => {
  const key = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');
  const signed =
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b';
  expect(nodeCrypto.verify(key, new Uint8Array(), Buffer.from(signed, 'hex'))).toBe(true);
});

// It satisfies the equation: OpenSSL 3.0 and Electron's BoringSSL take it, OpenSSL 3.5 does not.
it('refuses a neutral R, whatever library is below', () => {
  expect(nodeCrypto.verify(ALPHA.publicKey, MESSAGE, withNeutralR(ALPHA, MESSAGE))).toBe(false);
  expect(mayVerify(ALPHA.publicKey, withNeutralR(ALPHA, MESSAGE))).toBe(false);
});

it('refuses a second spelling of S', () => {
  expect(nodeCrypto.verify(ALPHA.publicKey, MESSAGE, withLargeS(signature))).toBe(false);
  expect(mayVerify(ALPHA.publicKey, withLargeS(signature))).toBe(false);
  expect(mayVerify(ALPHA.publicKey, signature)).toBe(true);
});

// Every message has a signature under these: A is a small multiple of nothing.
it.each([
  ['0', '00'.repeat(32)],
  ['1', `01${'00'.repeat(31)}`],
  ['1, with the sign set', `01${'00'.repeat(30)}80`],
  ['p - 1', `ec${'ff'.repeat(30)}7f`],
  ['p', `ed${'ff'.repeat(30)}7f`],
  ['p + 1', `ee${'ff'.repeat(30)}7f`],
  ['of order 8', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'],
  ['of order 8, negative', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85'],
  ['of order 8, the other', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'],
])('refuses the key whose y is %s', (_, hex) => {
  const trivial = Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(32)]);
  expect(nodeCrypto.verify(Buffer.from(hex, 'hex'), MESSAGE, trivial)).toBe(false);
  expect(mayVerify(Buffer.from(hex, 'hex'), signature)).toBe(false);
  expect(mayVerify(ALPHA.publicKey, trivial)).toBe(false);
  expect(nodeCrypto.verify(ALPHA.publicKey, MESSAGE, trivial)).toBe(false);
});

it('never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ maxLength: 70 }), (key, some) => {
      expect(nodeCrypto.verify(key, MESSAGE, some)).toBe(false);
    }),
  );
});

describe('inflating', () => {
  const packed = deflateRawSync(Buffer.alloc(1000, 'x'));

  it('gives all of it within the limit', () => {
    expect(nodeInflate.inflate(packed, 1000)).toEqual(Buffer.alloc(1000, 'x'));
    expect(nodeInflate.inflate(deflateRawSync(new Uint8Array()), 0)).toHaveLength(0);
  });

  it.each([
    ['more than the limit', packed, 999],
    ['anything where nothing was promised', deflateRawSync(Buffer.from('x')), 0],
    ['bytes left over', Buffer.concat([packed, Buffer.from('more')]), 1000],
    ['a stream that was cut', packed.subarray(0, -1), 1000],
    ['no stream at all', Buffer.from([0xff, 0xff]), 1000],
  ])('refuses %s', (_, bytes, limit) => {
    expect(nodeInflate.inflate(bytes, limit)).toBeUndefined();
  });
});

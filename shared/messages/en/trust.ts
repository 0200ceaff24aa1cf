/** Keys: how they are compared, renewed and taken back, and what a partner's signature is good for. */
export const trust = {
  sheet: {
    title: 'Entente identity key',
    how: 'Hold this beside what your Entente shows under Exchange for this partner.',
    next: 'Only if all digits or all words are the same, mark the key as verified.',
    digits: 'Digits',
    words: 'Words (spelling alphabet)',
    validUntil: 'Valid until',
  },
  words: 'As words',
  code: 'Fingerprint as QR code',
  printKey: 'Key sheet as PDF…',
  printed: 'Key sheet saved as {{file}}.',
  rotate: 'Renew keys…',
  rotateTitle: 'Renew your keys?',
  rotateText:
    'New keys take the place of the old ones, which sign nothing any more. The statement that is saved next goes to every partner: with it they trust the new key as they did the old one. What is on its way for the old key can still be opened.',
  rotated: 'The keys are renewed; give {{file}} to your partners.',
  rotatedOnly: 'The keys are renewed. Save the statement for your partners now, or later under your identity.',
  statementAgain: 'Save the statement of renewal again…',
  revoke: 'Revoke identity…',
  revokeTitle: 'Take back your own key?',
  revokeText:
    'The key signs its revocation and nothing more, for ever. Partners who get the statement accept nothing that it signed. You can create a new identity afterwards, and partners have to compare it anew.',
  reason: 'Why',
  reasons: {
    lost: 'The computer or a copy of it is lost',
    compromised: 'Somebody else may have the key',
    superseded: 'It is not needed any more',
    left: 'The planner has left',
  },
  revoked: 'The identity is revoked; give {{file}} to your partners.',
  cancel: 'Cancel',
  scope: 'Accepted for',
  scopes: { plans: 'plans', countersign: 'countersignatures', release: 'release decisions' },
  onlyIn: 'Only in: {{exercises}}',
  explain: {
    unverified: 'Nobody has compared this key yet: its bundles are genuine only if the card was.',
    verified: 'Somebody here compared the fingerprint with this partner.',
    revoked: 'Nothing that this key signs is taken.',
    superseded: 'The partner renewed this key; the new one stands beside it.',
  },
  rotationTaken: '{{nation}} {{name}} has a new key; it is {{state}}, as the old one was.',
  revocationTaken: '{{nation}} {{name}} took its key back: nothing that it signed is accepted any more.',
} as const;

export const trustErrors = {
  SIGNER_SUPERSEDED: 'The key of {{name}} was renewed, and this was signed with the old one; ask for a new export.',
  SIGNER_SCOPE:
    'The key {{kid}}… may not sign as {{role}} here; if it should, say so under Partners (“Accepted for”), then try again.',
  STATEMENT_INVALID: 'The statement about a key is damaged or contradicts itself; ask the partner for it again.',
  STATEMENT_SIGNERS:
    'The statement is not signed by the keys that it needs, so it changes nothing; ask the partner by another way.',
  STATEMENT_NONE: 'No keys were renewed yet, so there is no statement to save.',
  PARTNER_AMBIGUOUS: 'Several partners of {{nation}} are known; name the one you mean by its key (see partner list).',
  PARTNER_TOO_MANY:
    'This data folder knows {{limit}} keys already and takes no more; begin a new data folder for other partners.',
  PARTNER_SUPERSEDED: 'The key of {{name}} was renewed and stays replaced; use the new one beside it.',
} as const;

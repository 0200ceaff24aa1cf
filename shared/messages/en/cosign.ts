/** Signatures of others, receipts, and what was sent. */
export const cosign = {
  cosigners: 'Signatures needed besides yours',
  cosignersHint: 'Then a signing request is written. Whoever signs last makes the bundle.',
  add: 'Add',
  choose: 'Choose who else signs',
  signsAs: 'Signs as',
  role: { 'release-officer': 'release officer', countersigner: 'countersigner' },
  requested_one:
    '{{file}}: signing request for revision {{revision}} with {{count}} record. Give it to those who are to sign.',
  requested_other:
    '{{file}}: signing request for revision {{revision}} with {{count}} records. Give it to those who are to sign.',
  twoPersons: 'Two persons release',
  twoPersonsHint:
    'A bundle of this exercise needs the signature of a release officer of the same nation. The author cannot be that officer.',
  title: 'Request to sign {{file}}',
  from: '{{nation}} {{author}} asks you to sign as {{role}}.',
  facts: 'Revision {{revision}} as of {{issued}}, valid until {{expires}}.',
  to: 'It goes to: {{to}}',
  whoever: 'whoever holds the file',
  unknownKey: 'somebody whose card you do not have (key {{kid}}…)',
  encrypted: 'It will be encrypted for them.',
  clear: 'It will not be encrypted.',
  records: 'Everything that leaves',
  sign: 'Sign and save…',
  decline: 'Decline',
  declined: 'Declined; it is in your audit log. Tell {{nation}} why.',
  complete: '{{file}} is signed by all and can be given to those it is for. Check code {{code}}.',
  incomplete: '{{file}} carries your signature; others still have to sign.',
  cancel: 'Cancel',
  sent: 'Sent',
  column: {
    revision: 'Revision',
    at: 'Sent',
    what: 'What',
    file: 'File',
    to: 'For',
    from: 'Taken in by',
    receivedAt: 'Taken in',
    taken: 'Changes',
  },
  bundle: 'bundle',
  request: 'signing request',
  noneSent: 'Nothing of this exercise was sent yet.',
  sentLine: 'Revision {{revision}}, {{at}}, for {{to}}',
  sentRequest: 'Signing request for revision {{revision}}, {{at}}, for {{to}}',
  receiptLine_one: 'Taken in by {{from}}, {{at}}: {{count}} change',
  receiptLine_other: 'Taken in by {{from}}, {{at}}: {{count}} changes',
  noReceipt: 'not confirmed yet',
  receiptOffer: 'Confirm to the sender?',
  receiptText: 'A receipt is a small signed file that says which bundle you took in, and when.',
  receiptWrite: 'Write receipt…',
  receiptLater: 'No receipt',
  receiptWritten: 'Receipt saved as {{file}}; give it to the sender.',
  receiptTaken: '{{nation}} {{name}} confirmed revision {{revision}}.',
} as const;

export const cosignErrors = {
  SIGNATURES_MISSING_one:
    'This is a signing request: {{count}} signature is missing, so it is no bundle yet. Ask the sender for the signed one.',
  SIGNATURES_MISSING_other:
    'This is a signing request: {{count}} signatures are missing, so it is no bundle yet. Ask the sender for the signed one.',
  SELF_APPROVAL: 'You wrote this release and cannot approve it yourself; give the request to your release officer.',
  REQUEST_NOT_FOR_US: 'The request does not ask for your signature; give it to the one it names.',
  REQUEST_SIGNED: 'You have signed this request already; pass it on to the others who are to sign.',
  AUDIENCE_UNKNOWN:
    'The bundle is to be encrypted for the key {{kid}}…, whose identity card you do not have; import that card first.',
  RELEASE_OFFICER_REQUIRED:
    'This exercise is released by two persons; choose a release officer of {{nation}} among the signatures needed.',
  RELEASE_OFFICER_MISSING:
    'This exercise is released by two persons, and the bundle has no release officer’s signature of its nation; ask the sender for one that has.',
  RELAY_OWN: '{{file}} is a bundle of your own; what is yours goes into the new bundle anyway, so leave it out.',
  RELAY_EXERCISE: '{{file}} is about another exercise; export it from there.',
  RELAY_AUDIENCE:
    'Its maker did not address {{file}} to everybody who is to get this bundle; choose fewer recipients, or ask its maker for one that is.',
  RECEIPT_INVALID: 'The receipt is damaged or was changed; ask the partner for it again.',
  RECEIPT_UNMATCHED:
    'The receipt speaks of a bundle (revision {{revision}}) that was not sent from here; take it in where it was made.',
  RECEIPT_NOT_TAKEN: 'Nothing of this bundle was taken in here, so there is nothing to confirm; take it in first.',
} as const;

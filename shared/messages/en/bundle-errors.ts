/** Refusals of bundles, cards and files: the thing, the place, the remedy. Codes of `shared/exchange/reasons.ts`. */
export const bundleErrors = {
  BUNDLE_TOO_LARGE:
    'The file has {{bytes}} bytes, more than the 256 MiB a bundle may have; ask the sender for a smaller release.',
  BUNDLE_FORM: 'The file is neither a plain nor an encrypted plan bundle; ask the sender for the right file.',
  AGE_HEADER:
    'The encrypted file has a header that no Entente writes; nothing was opened. Ask the sender to export it again.',
  AGE_RECIPIENTS:
    'The encrypted file names {{count}} recipients, and a bundle has 1 to 64; nothing was opened. Ask the sender to export it again.',
  NOT_DECRYPTABLE:
    'The bundle is not encrypted for your key; give the sender your identity card and ask for a new export.',
  AGE_DAMAGED: 'The encrypted bundle was cut short or changed on the way; ask the sender for it again.',
  IDENTITY_MISSING: 'This needs an identity and there is none yet; create yours under Exchange first.',
  ZIP_END: 'The container’s end is damaged, so the bundle was cut short or changed; ask the sender for it again.',
  ZIP_FEATURE:
    'The container uses a feature that bundles never have, so it was not made by Entente; nothing was imported.',
  ZIP_HEADER:
    'Two descriptions of “{{name}}” in the container contradict each other; nothing was imported. Ask for the bundle again.',
  ZIP_OVERLAP:
    'The parts of the container overlap or leave gaps at “{{name}}”; nothing was imported. Ask for the bundle again.',
  ZIP_NAME: 'The container has a part with a name that bundles never use; nothing was imported.',
  ZIP_DUPLICATE: 'The container has “{{name}}” twice; nothing was imported. Ask for the bundle again.',
  ZIP_CHECKSUM: 'The part “{{name}}” was damaged on the way; ask the sender for the bundle again.',
  ZIP_TOO_MANY: 'The container has {{count}} parts, more than any bundle; nothing was imported.',
  MANIFEST_MISSING:
    'The bundle does not begin with its signed manifest; nothing was imported. Ask for the bundle again.',
  JWS_SHAPE: 'The signature is not in the form a bundle has; nothing was imported. Ask for the bundle again.',
  JWS_HEADER:
    'The signature claims something that is not allowed; nothing was imported. Tell the sender by another way.',
  SIGNER_UNKNOWN:
    'The bundle is signed with a key you do not know ({{kid}}…); import the sender’s identity card first, then the bundle.',
  SIGNER_REVOKED: 'The key of {{name}} was revoked here, so nothing it signed is taken; ask for the new identity card.',
  SIGNATURE_INVALID:
    'The signature does not fit the content: the bundle was changed or forged. Nothing was imported; tell the sender by another way.',
  SIGNERS_DIFFER:
    'The signatures are not those that the manifest names; nothing was imported. Ask for the bundle again.',
  MANIFEST_NOT_CANONICAL: 'The manifest is not written in the one form that can be signed; nothing was imported.',
  MANIFEST_INVALID:
    'The manifest has a value that cannot be taken ({{field}}); nothing was imported. Ask for the bundle again.',
  VERSION_NEWER:
    'The bundle was made by a newer Entente (format {{version}}); update Entente or ask for an older format.',
  SUITE_UNKNOWN: 'The bundle uses cryptography this Entente does not know ({{suite}}); update Entente.',
  NOT_IN_AUDIENCE: 'The bundle is meant for others and not for you; ask the sender for one of your own.',
  CONFIDENTIALITY_DIFFERS:
    'The bundle came in another form than its signed manifest says (plain or encrypted); nothing was imported.',
  AUDIENCE_DIFFERS: 'The recipients of the encryption are not those that the manifest names; nothing was imported.',
  EXPIRED: 'The bundle expired on {{until}}; ask the sender for a current one.',
  NOT_YET_VALID: 'The bundle was issued in the future ({{from}}); check the clock of this computer, then the sender’s.',
  REVISION_ROLLBACK:
    'This is revision {{revision}}, older than revision {{seen}} that you already have; nothing was imported.',
  REVISION_EQUIVOCATION:
    'The sender signed two different bundles as revision {{revision}}; nothing was imported. Clear it up with the sender by telephone.',
  REVISION_GAP:
    'Bundles are missing between the last one and this one; ask the sender, or allow the gap with --allow-gap.',
  SECTIONS_DIFFER: 'The parts of the container are not those that were signed ({{name}}); nothing was imported.',
  SECTION_LENGTH:
    'The part “{{name}}” has another length than was signed; nothing was imported. Ask for the bundle again.',
  SECTION_DIGEST:
    'The part “{{name}}” was changed after it was signed; nothing was imported. Tell the sender by another way.',
  SECTION_MEDIA_TYPE: 'The part “{{name}}” is of a kind that this Entente does not read; nothing was imported.',
  RECORDS_TOO_MANY:
    'The bundle has {{count}} records, more than the {{limit}} that one bundle may have; ask the sender for a smaller release.',
  SECTION_LINE: 'Line {{line}} of “{{name}}” is not in the form that can be signed; nothing was imported.',
  SECTION_RECORD: 'Line {{line}} of “{{name}}” has a value that cannot be taken ({{field}}); nothing was imported.',
  CARD_INVALID: 'The identity card is damaged or was changed; ask the partner for it again.',
  CARD_EXPIRED: 'The identity card of {{name}} has expired; ask the partner for a new one.',
  CARD_NOT_YET_VALID:
    'The identity card of {{name}} is valid from {{from}} on; check the clock of this computer, then the partner’s.',
  CARD_OWN: 'This is your own identity card; import the one of your partner.',
  IDENTITY_EXISTS:
    'This data folder already has the identity of {{name}}; use another data folder for another planner.',
  IDENTITY_LOCKED:
    'The identity in {{folder}} cannot be opened because its device key is missing or another; restore device.key from your backup.',
  IDENTITY_NOT_SAVED:
    'The identity could not be saved in {{folder}}; free some space or allow writing, then try again.',
  TRUST_DAMAGED: 'The list of partners cannot be read; restore the data folder from your backup.',
  PARTNER_UNKNOWN: 'No partner has the key {{kid}}…; import the identity card first.',
  PARTNER_REVOKED: 'The key of {{name}} was revoked and stays so; import the partner’s new identity card.',
  ENCRYPT_NEEDS_AUDIENCE: 'An encrypted bundle needs at least one recipient; choose the partners it is for.',
  NOTHING_TO_EXPORT:
    'No record of {{nation}} may go to these partners, so no file was written; check labels and owners.',
  FILE_DISK_FULL: 'The disk is full, so {{file}} was not written; free some space and try again.',
  FILE_READ_ONLY: 'You may not write to {{file}}; choose another folder.',
  FILE_NO_FOLDER: 'The folder of {{file}} does not exist; choose another one.',
  FILE_NOT_WRITTEN: '{{file}} could not be written; choose another folder and try again.',
  FILE_NOT_READ: '{{file}} could not be read; check that it is there and that you may read it.',
  FILE_UNKNOWN_FORM:
    '{{file}} is none of the files that Entente reads (bundle, identity card, orbat-mapper, MSDL, iCalendar); nothing was imported.',
  FILE_OF_PARTNER:
    '{{file}} looks like an identity card or a statement about keys, not like a plan; take it in with “partner add”.',
  IDENTITY_NAME:
    'An identity card takes a name of 1 to 120 characters that can be seen, without blanks at its ends; choose another.',
  NATION_CODE:
    '“{{nation}}” is no code of a nation or organisation; use two to twelve capitals, digits or dashes, such as NOR.',
  PARTNER_NATION_UNKNOWN: 'No partner of {{nation}} is known; import an identity card from there first.',
} as const;

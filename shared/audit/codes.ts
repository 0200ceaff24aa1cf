/** What the audit log speaks of: every code, and the group that a viewer filters by. */
export const AUDIT_GROUPS = ['trust', 'release', 'exchange', 'print', 'label', 'exercise', 'other'] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

export const AUDIT_CODES: Readonly<Record<string, AuditGroup>> = {
  IDENTITY_CREATED: 'trust',
  IDENTITY_ROTATED: 'trust',
  IDENTITY_REVOKED: 'trust',
  PARTNER: 'trust',
  PARTNER_SCOPE: 'trust',
  PARTNER_ROTATED: 'trust',
  PARTNER_REVOKED_ITSELF: 'trust',
  RELEASE_REQUESTED: 'release',
  RELEASE_SIGNED: 'release',
  RELEASE_DECLINED: 'release',
  EXPORTED: 'release',
  IMPORTED: 'exchange',
  IMPORT_UNDONE: 'exchange',
  IMPORT_REDONE: 'exchange',
  FILE_IMPORTED: 'exchange',
  REFUSED: 'exchange',
  WITNESS_DIFFERS: 'trust',
  RECEIPT_WRITTEN: 'exchange',
  RECEIPT_TAKEN: 'exchange',
  AUDIT_EXPORTED: 'exchange',
  PRINTED: 'print',
  KEY_PRINTED: 'print',
  PICTURE_SAVED: 'print',
  TABLE_SAVED: 'print',
  CALENDAR_SAVED: 'print',
  LABEL_CHANGED: 'label',
  LABELLING_CHANGED: 'label',
  TWO_PERSON_CHANGED: 'release',
  EXERCISE_CREATED: 'exercise',
  EXERCISE_DELETED: 'exercise',
  EXERCISE_RESTORED: 'exercise',
};

/** The codes of a group; `other` has none of its own, it is what no group names. */
export const codesOf = (group: AuditGroup): readonly string[] =>
  Object.keys(AUDIT_CODES).filter((code) => AUDIT_CODES[code] === group);

/** Bundles of others that are carried along. */
export const relay = {
  add: 'Take a bundle along…',
  hint: 'Somebody else’s bundle goes along whole; it counts by its maker’s signature, not by yours.',
  chosen: 'Bundles that go along',
  remove: 'Leave {{file}} out',
  carries_one: 'It carries a bundle of somebody else, which you review after this one.',
  carries_other: 'It carries {{count}} bundles of others, which you review after this one.',
  log: {
    AUDIT_CUT:
      'The sender’s audit log is shorter than an earlier bundle of theirs said. The plan is genuine; ask the sender what became of the log.',
    AUDIT_REWRITTEN:
      'The sender’s audit log is not the one an earlier bundle of theirs spoke of. The plan is genuine; ask the sender what became of the log.',
  },
} as const;

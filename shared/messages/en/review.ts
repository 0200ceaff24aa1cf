/** Taking in a partner's bundle: the review before, the step after. */
export const review = {
  step: 'Take in bundle of {{originator}}',
} as const;

export const reviewErrors = {
  REVIEW_NOT_TAKEABLE:
    'The {{kind}} {{id}} cannot be taken from this bundle, because neither its sender nor we answer for it; leave it out of the decision.',
  REVIEW_WHOLE:
    'The {{kind}} {{id}} is new, deleted or brought back and can only be taken as a whole; take all of it or nothing.',
  REVIEW_FIELD:
    'The field {{field}} of the {{kind}} {{id}} has nothing to take from this bundle; open the review again and decide anew.',
} as const;

/** One sentence per code: the thing, the place, the remedy. */
export const errors = {
  UNKNOWN:
    'Something failed that Entente did not expect ({{code}}); nothing was changed. The log in the data folder has the details.',
} as const;

/**
 * The renderer's content security policy. No `unsafe-*` anywhere: the nonce, fresh for each load, admits the one style
 * element that the component library writes for its theme; nothing else inline runs or styles.
 */
export const policyFor = (nonce: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');

/** The page with its nonce where the component library looks for it. */
export const withNonce = (html: string, nonce: string): string =>
  html.replace('<!--csp-->', `<meta property="csp-nonce" nonce="${nonce}">`);

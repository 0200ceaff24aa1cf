/** The shape of a translation: the same keys as the English file, any words. */
export type Messages<T> = { readonly [K in keyof T]: T[K] extends string ? string : Messages<T[K]> };

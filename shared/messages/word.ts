/** Finds a message of the catalogue in the language of whoever reads it, its places filled; an unknown key stands for itself. */
export type Word = (key: string, params?: Readonly<Record<string, unknown>>) => string;

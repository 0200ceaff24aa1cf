/**
 * Prints what readers that cannot see a PDF find in it, as JSON, for tests: run by Node itself, because pdf.js is an ES
 * module that jest cannot load.
 *   node tests/support/pdfStructure.ts file.pdf
 */
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfStructure {
  /** Whether the document says that it is tagged. */
  readonly marked: boolean;
  /** Titles of the outline, from top to bottom. */
  readonly outline: readonly string[];
  /** How often each tag occurs. */
  readonly roles: Readonly<Record<string, number>>;
}

interface Entry {
  readonly title: string;
  readonly items: readonly Entry[];
}

const titlesOf = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap(({ title, items }) => [title, ...titlesOf(items)]);

const task = getDocument({ data: new Uint8Array(readFileSync(process.argv[2] ?? '')), verbosity: 0 });
const document = await task.promise;
const roles: Record<string, number> = {};
const count = (node: { readonly role?: string; readonly children?: readonly unknown[] }): void => {
  if (node.role !== undefined) roles[node.role] = (roles[node.role] ?? 0) + 1;
  for (const child of node.children ?? []) count(child as typeof node);
};
for (let number = 1; number <= document.numPages; number += 1) {
  const tree = await (await document.getPage(number)).getStructTree();
  if (tree !== null) count(tree);
}
const mark = (await document.getMarkInfo()) as { readonly Marked?: boolean } | null;
const outline = titlesOf(((await document.getOutline()) ?? []) as readonly Entry[]);
process.stdout.write(JSON.stringify({ marked: mark?.Marked === true, outline, roles } satisfies PdfStructure));
await task.destroy();

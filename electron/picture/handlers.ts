/** Saves pictures of the timeline: what leaves on a slide is noted as what leaves on paper is. */
import path from 'node:path';
import type { RequestInput } from '#shared/contract/ipc.ts';
import type { PictureForm, SavedPicture } from '#shared/contract/picture.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { askSave } from '../app/dialogs.ts';
import { writeFileWhole } from '../exchange/atomicFile.ts';
import type { Handlers } from '../ipc/handle.ts';
import type { VaultPort } from '../vault/port.ts';

interface PicturePorts {
  readonly vault: VaultPort;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The bytes of the file; undefined where they are not of the form that they say they are. */
export const pictureBytes = (form: PictureForm, pieces: readonly string[]): Uint8Array | undefined => {
  const text = pieces.join('');
  if (form === 'svg') return text.startsWith('<svg ') ? Buffer.from(text, 'utf8') : undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.subarray(0, PNG.length).equals(PNG) ? bytes : undefined;
};

/** Letters, digits and dashes only, and the ending of the form. */
export const pictureName = (name: string, form: PictureForm): string =>
  `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/gu, '') || 'Entente'}.${form}`;

const save =
  ({ vault, clock }: PicturePorts) =>
  async (
    { exerciseId, name, form, marking, pieces }: RequestInput<'picture.save'>,
    senderId: number,
  ): Promise<Result<SavedPicture | null>> => {
    const bytes = pictureBytes(form, pieces);
    if (bytes === undefined) return fail('PICTURE_DAMAGED');
    const file = await askSave(senderId, pictureName(name, form));
    if (file === null) return ok(null);
    const written = await writeFileWhole(file, bytes);
    if (!written.ok) return written;
    const data = { exerciseId, form, target: path.basename(file), marking: marking.slice(0, 200) };
    await vault.write({ log: [{ at: clock(), code: 'PICTURE_SAVED', data }] });
    return ok({ file });
  };

/** The pictures' part of the contract. */
export const pictureHandlers = (ports: PicturePorts): Pick<Handlers, 'picture.save'> => ({
  'picture.save': save(ports),
});

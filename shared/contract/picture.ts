/** What saving a picture asks of main: a file where the person says. */
import { z } from 'zod';
import { idSchema } from '../plan/base.ts';
import { request } from './define.ts';

export const PICTURE_FORMS = ['png', 'svg'] as const;
export type PictureForm = (typeof PICTURE_FORMS)[number];

/** Characters of one piece, and how many pieces there may be: 60 million characters, a picture of many screens. */
export const PICTURE_PIECE = 200_000;
const PIECES = 300;

/** Where the picture lies now. */
export interface SavedPicture {
  readonly file: string;
}

export const pictureRequests = {
  /**
   * Saves a picture of the timeline where the person says, and notes in the audit log that it left.
   * `pieces` joined are the SVG's text, or the PNG's bytes in base 64. The reply is null when no file was chosen.
   * Fails with PICTURE_DAMAGED (the pieces are no such picture) or the codes of writing a file.
   */
  'picture.save': request<SavedPicture | null>()(
    z.strictObject({
      exerciseId: idSchema,
      name: z.string().min(1).max(120),
      form: z.enum(PICTURE_FORMS),
      marking: z.string().max(2_000),
      pieces: z.array(z.string().min(1).max(PICTURE_PIECE)).min(1).max(PIECES),
    }),
  ),
} as const;

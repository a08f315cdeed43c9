import { isPicture } from '../../lib/domain/snapshot';

/** Side of the square a picture is cut to, px. */
const PICTURE_SIDE = 160;

/** Makes a small square picture of a file, as data. @returns undefined for what is no picture. */
export async function squarePicture(file: Blob): Promise<string | undefined> {
  try {
    const bitmap = await createImageBitmap(file);
    const side = Math.min(bitmap.width, bitmap.height);
    const canvas = document.createElement('canvas');
    canvas.width = PICTURE_SIDE;
    canvas.height = PICTURE_SIDE;
    canvas
      .getContext('2d')!
      .drawImage(
        bitmap,
        (bitmap.width - side) / 2,
        (bitmap.height - side) / 2,
        side,
        side,
        0,
        0,
        PICTURE_SIDE,
        PICTURE_SIDE,
      );
    // Drawn anew: whatever else the file held (where and when it was taken) stays behind.
    const picture = canvas.toDataURL('image/jpeg', 0.86);
    return isPicture(picture) ? picture : undefined;
  } catch {
    // A file that is no picture: the form says so.
    return undefined;
  }
}

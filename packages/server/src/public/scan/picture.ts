/** Turns what the browser can draw into the points that the reader reads. */

/** Longest side of a photo that is read: a phone's photo of 12 million points is drawn smaller, the code stays large enough. */
export const PHOTO_SIDE_MAX = 2_400;

const canvas = document.createElement('canvas');

/** The points of a drawable thing, drawn so that its longest side is at most `sideMax`; undefined where it has none. */
export function pixelsOf(
  source: CanvasImageSource,
  width: number,
  height: number,
  sideMax: number,
): ImageData | undefined {
  if (width === 0 || height === 0) return undefined;
  const scale = Math.min(1, sideMax / Math.max(width, height));
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  // What is transparent counts as paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** A picture file as the browser opens it, turned as it was held; undefined where it is no picture. */
export async function openPicture(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
}

/** Shows a picture in the frame, so that the visitor sees what is being read. */
export function showPicture(shown: HTMLCanvasElement, picture: ImageBitmap): void {
  const scale = Math.min(1, PREVIEW_SIDE_MAX / Math.max(picture.width, picture.height));
  shown.width = Math.max(1, Math.round(picture.width * scale));
  shown.height = Math.max(1, Math.round(picture.height * scale));
  shown.getContext('2d')?.drawImage(picture, 0, 0, shown.width, shown.height);
}
const PREVIEW_SIDE_MAX = 1_000;

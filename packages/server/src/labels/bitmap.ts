/** Black and white pictures, as thermal printers have them: rows of bytes, the leftmost dot the highest bit, 1 for black. */

export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Bytes of a row. */
  readonly stride: number;
  readonly bytes: Uint8Array;
}

export function blankBitmap(width: number, height: number): Bitmap {
  const stride = Math.ceil(width / 8);
  return { width, height, stride, bytes: new Uint8Array(stride * height) };
}

export function isDark({ width, height, stride, bytes }: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= width || y >= height) return false;
  return ((bytes[y * stride + (x >> 3)] ?? 0) & (128 >> (x & 7))) !== 0;
}

/** Makes a dot black; one beyond the edge is left out. */
export function setDark({ width, height, stride, bytes }: Bitmap, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  const at = y * stride + (x >> 3);
  bytes[at] = (bytes[at] ?? 0) | (128 >> (x & 7));
}

/** Makes a rectangle black. */
export function fillDark(bitmap: Bitmap, box: { x: number; y: number; width: number; height: number }): void {
  for (let y = box.y; y < box.y + box.height; y++)
    for (let x = box.x; x < box.x + box.width; x++) setDark(bitmap, x, y);
}

/** Adds the black dots of one picture to another. */
export function addBitmap(onto: Bitmap, picture: Bitmap, left: number, top: number): void {
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++) if (isDark(picture, x, y)) setDark(onto, left + x, top + y);
}

/** The rows between the first and the last that have a black dot, and how many were left out above. */
export function cropRows(bitmap: Bitmap): { readonly bitmap: Bitmap; readonly above: number } {
  const { width, height, stride, bytes } = bitmap;
  const isBlank = (y: number) => bytes.subarray(y * stride, (y + 1) * stride).every((byte) => byte === 0);
  let from = 0;
  while (from < height && isBlank(from)) from++;
  let to = height;
  while (to > from && isBlank(to - 1)) to--;
  const kept = bytes.slice(from * stride, to * stride);
  return { bitmap: { width, height: to - from, stride, bytes: kept }, above: from };
}

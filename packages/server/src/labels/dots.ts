/** Printers draw dots. A module that is no whole number of them comes out uneven, and readers give up on it. */

export const DOTS_PER_INCH_FINE = 600;
const MM_PER_INCH = 25.4;

/** Width of a dot in millimetres. */
export const dotOf = (dpi: number): number => MM_PER_INCH / dpi;

/** A length or place as a whole number of dots. */
export const toDots = (mm: number, dpi: number): number => Math.round(mm / dotOf(dpi));

/** The nearest place that is on the grid of dots. */
export const snap = (mm: number, dpi: number): number => toDots(mm, dpi) * dotOf(dpi);

/** A little more than rounding errors, so that three dots of an eighth of a millimetre count as 0.375 mm. */
const ROUNDING = 1e-6;

/** The largest module of whole dots that is within the range; undefined where the range holds none. */
export function moduleWithin(min: number, max: number, dpi: number): number | undefined {
  const dots = Math.floor(max / dotOf(dpi) + ROUNDING);
  const module = dots * dotOf(dpi);
  return dots >= 1 && module >= min - ROUNDING ? module : undefined;
}

/** The smallest module of whole dots that is not below the least. */
export const moduleFrom = (min: number, dpi: number): number =>
  Math.ceil(min / dotOf(dpi) - ROUNDING) * dotOf(dpi);

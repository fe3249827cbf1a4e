import type { CertificateContent } from '@yunsu/api';
import type { Subject } from './subject.ts';

/** One label as it is asked for: of what, how large, for which printer. */
export interface LabelRequest {
  readonly subject: Subject;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  /** Dots per inch of the printer, for modules of whole dots. */
  readonly dpi: number;
  /** What the product is called, beside the symbol. */
  readonly title?: string;
  /** What a certificate says; without it the fields are empty, to be filled in by hand. */
  readonly certificate?: CertificateContent;
}

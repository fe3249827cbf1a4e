import type { CertificateContent } from '@yunsu/api';

/** Longest text of each part (shapes/label.ts). */
export const certificateLengths: Readonly<Record<keyof CertificateContent, number>> = {
  product: 40,
  quantity: 20,
  origin: 60,
  issuedOn: 10,
  promiser: 40,
  contact: 30,
};

/** A certificate as nobody has filled it in, with the day it would be issued on. */
export const emptyCertificate = (issuedOn: string): CertificateContent => ({
  product: '',
  quantity: '',
  origin: '',
  issuedOn,
  promiser: '',
  contact: '',
});

/** The parts that are still empty or too long. */
export const missingParts = (content: CertificateContent): (keyof CertificateContent)[] =>
  (Object.keys(certificateLengths) as (keyof CertificateContent)[]).filter((part) => {
    const text = content[part].trim();
    return text === '' || text.length > certificateLengths[part];
  });

/** The calendar day in Beijing. */
export const todayInBeijing = (nowMs: number): string =>
  new Date(nowMs + 8 * 3600 * 1000).toISOString().slice(0, 10);

import { type Client, captureIDOf, type ErrorBehaviour } from '@yunsu/api';

/** What became of one file: a job that the server works on, or a refusal of the document as a whole. */
export interface Submission {
  readonly id: string;
  readonly name: string;
  readonly state:
    | { readonly kind: 'sending' }
    | { readonly kind: 'job'; readonly captureID: string }
    | { readonly kind: 'refused'; readonly error: unknown };
}

/** Sends a file byte for byte, so that numbers, order and spelling survive. */
export async function submitFile(
  client: Client,
  file: File,
  behaviour: ErrorBehaviour,
): Promise<Submission['state']> {
  try {
    const { headers } = await client.captureEvents({
      body: new Uint8Array(await file.arrayBuffer()),
      headers: { 'gs1-capture-error-behaviour': behaviour },
    });
    return { kind: 'job', captureID: captureIDOf(headers.location) };
  } catch (error) {
    return { kind: 'refused', error };
  }
}

import { type Client, createClient, type Fetch } from '@yunsu/api';

/**
 * Calls an operation whose answer is a file and keeps its bytes, which a text would lose. The call goes through the typed client, so
 * that address, body and refusals are those of every other call; `media` is asked for where an operation has several forms.
 */
export async function askFile(
  key: string | null,
  media: string,
  call: (client: Client) => Promise<unknown>,
  signal?: AbortSignal,
): Promise<Blob> {
  let bytes: Blob | undefined;
  const keep: Fetch = async (url, init) => {
    const response = await fetch(url, { ...init, headers: { ...init.headers, accept: media } });
    if (!response.ok) return response;
    bytes = await response.blob();
    // The client reads an answer as bytes, as text, or as JSON where the operation has no media type: a string is both.
    const { status, headers } = response;
    return { status, headers, text: async () => '""', arrayBuffer: async () => new ArrayBuffer(0) };
  };
  await call(
    createClient({
      url: location.origin,
      fetch: keep,
      ...(key ? { key } : {}),
      ...(signal ? { signal } : {}),
    }),
  );
  if (!bytes) throw new Error('the answer had no bytes');
  return bytes;
}

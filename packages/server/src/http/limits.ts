/** Time to send all headers; slower clients get 408. Node checks every second, so they are gone after 5 s at most. */
export const HEADERS_TIMEOUT_MS = 4_000;
export const CONNECTIONS_CHECK_MS = 1_000;
/** No upload takes longer than this, however fast it flows. Node swaps the two limits if this is the smaller one. */
export const REQUEST_TIMEOUT_MS = 600_000;
/** A body may take this long and one second more for each `BODY_BYTES_PER_SECOND_MIN` that have come. */
export const BODY_GRACE_MS = 6_000;
export const BODY_BYTES_PER_SECOND_MIN = 16_384;
/** How long an idle connection is kept for the next request: longer than the idle time of common proxies' pools. */
export const KEEP_ALIVE_MS = 65_000;
/** Longest address: an encoded Digital Link has some hundred characters, a page token at most 512. */
export const URL_LENGTH_MAX = 8_192;
/** Largest JSON body that is not an EPCIS document, in bytes. */
export const JSON_BYTES_MAX = 16 * 2 ** 20;
/** What a client waits after 503. The database comes back within three seconds of a crash (measured). */
export const RETRY_AFTER_SECONDS = 2;
/** How long the readiness check waits for the database. */
export const READY_TIMEOUT_MS = 1_000;
/** A page token names a place in a list by its key and never expires by itself; clients are promised a day. */
export const PAGE_TOKEN_LIVES_MS = 86_400_000;

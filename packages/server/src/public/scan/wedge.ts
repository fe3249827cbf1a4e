/**
 * Scanners that type like a keyboard. Their Enter sends the form by itself. FNC1 comes as Ctrl+] (U+001D as a keyboard
 * types it), which no browser puts into a field: it is written as its picture, U+241D, and read as the separator.
 */
const SEPARATOR = '\u241d';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Takes what such a scanner types wherever the focus is, and keeps its separators. */
export function listenToWedge(field: HTMLInputElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey && !event.altKey && (event.key === ']' || event.code === 'BracketRight')) {
      event.preventDefault();
      field.focus();
      field.setRangeText(SEPARATOR, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
      return;
    }
    const prints = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
    if (prints && !isTyping(event.target)) field.focus();
  });
  // With a mouse there is room for the keyboard, and a focused field takes the scanner at once; on a phone the screen keyboard would hide the camera.
  if (matchMedia('(hover: hover) and (pointer: fine)').matches) field.focus();
}

/** What stands behind the label words of a text, e.g. the digits of 药品追溯码:8385…; the text itself where none of them do. */
export function withoutLabel(text: string, labels: readonly string[]): string {
  const label = labels.find((one) => text.startsWith(one));
  return label === undefined ? text : text.slice(label.length).replace(/^[\s:：]{1,4}/, '');
}

/**
 * Text is set character by character, as every other printer of labels sets it and as it was measured: kerned and joined
 * it would be narrower by up to a twentieth and stand beside its middle. The types of the library know the list of
 * features that are wanted only; its shaper takes those that are not as well.
 */
export const plainText = Object.fromEntries(
  ['calt', 'ccmp', 'clig', 'kern', 'liga', 'locl', 'rlig'].map((feature) => [feature, false]),
) as unknown as [];

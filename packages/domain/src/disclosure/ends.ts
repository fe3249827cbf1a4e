export type EndKind = 'sold' | 'consumed' | 'destroyed' | 'sampled' | 'ended';

/** In which way an event ends units: for the balance of a recall it matters whether they were sold, eaten or burnt. */
export function endKindOf(
  event: { bizStep?: string; disposition?: string; process?: string } | undefined,
): EndKind {
  if (event === undefined) return 'ended';
  const { bizStep, disposition, process } = event;
  if (bizStep === 'sampling') return 'sampled';
  if (bizStep === 'retail_selling' || disposition === 'retail_sold') return 'sold';
  if (bizStep === 'destroying' || disposition === 'destroyed') return 'destroyed';
  if (
    disposition === 'disposed' ||
    disposition === 'dispensed' ||
    bizStep === 'dispensing' ||
    process === 'consuming' ||
    process === 'kitchen_use'
  )
    return 'consumed';
  return 'ended';
}

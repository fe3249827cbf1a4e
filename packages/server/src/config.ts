/** A reason not to start that the operator can act on: shown as a sentence, without a stack. */
export class StartFault extends Error {}

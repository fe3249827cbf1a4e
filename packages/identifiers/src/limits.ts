/** Longest text that is read as a code, in UTF-16 units; a QR symbol of the usual sizes holds less. */
export const CODE_LENGTH_MAX = 2048;

/** Most readings that `identify` gives for one text. */
export const CANDIDATES_MAX = 10;

/** Most pairs of Application Identifier and value in the path of a Digital Link: a key and its qualifiers. */
export const LINK_PAIRS_MAX = 4;

/** Most words of a web address, from its end, that are tried as a code. */
export const ADDRESS_WORDS_MAX = 16;

/** Confidence of a reading that cannot be right as it stands, such as one with a wrong check digit. */
export const FAULTY_CONFIDENCE_MAX = 0.1;

/** Most confidence of a reading by a scheme whose structure no text of a standard has confirmed. */
export const UNVERIFIED_CONFIDENCE_MAX = 0.8;

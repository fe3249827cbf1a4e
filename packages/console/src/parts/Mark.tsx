import mark from '../mark.svg';

/** The mark of the platform; its name stands beside it. */
export const Mark = () => <img src={mark} alt="" width="32" height="32" />;

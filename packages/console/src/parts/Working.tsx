/** Says that long work is going on: how far, where that is known. */
export function Working({ text, done, of }: { text: string; done?: number; of?: number }) {
  return (
    <div className="working" role="status">
      <p>{text}</p>
      <progress aria-label={text} {...(done === undefined ? {} : { value: done, max: of })} />
    </div>
  );
}

import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';

interface Options<Answer> {
  readonly send: () => Promise<Answer>;
  readonly sent: (answer: Answer) => void | Promise<void>;
}

type Submission<Answer> = UseMutationResult<Answer, Error, void> & {
  /** For a form's `onSubmit`. */
  readonly submit: (event: FormEvent) => void;
};

/** Sends a form, one try at a time: a second click that comes before the button is drawn as disabled does nothing. */
export function useSubmission<Answer>({ send, sent }: Options<Answer>): Submission<Answer> {
  const busy = useRef(false);
  const sending = useMutation({
    mutationFn: send,
    onSuccess: sent,
    onSettled: () => {
      busy.current = false;
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    sending.mutate();
  };
  return { ...sending, submit };
}

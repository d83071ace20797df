import type { ReactNode } from 'react';

interface PageFormProps {
  /** What submitting does, once at a time. */
  readonly act: { readonly isPending: boolean; readonly mutate: () => void };
  readonly children: ReactNode;
}

/** A form that stands on a page; what is wrong with it is said by the server, beside its field. */
export const PageForm = ({ act, children }: PageFormProps) => (
  <form
    className="form panel"
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      if (!act.isPending) act.mutate();
    }}
  >
    {children}
  </form>
);

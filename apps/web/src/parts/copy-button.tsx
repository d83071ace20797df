import { useState } from 'react';
import { useWords } from '../words/words.tsx';

export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  // Browsers give the clipboard to secure pages only.
  if (!window.isSecureContext) return null;
  return (
    <button
      type="button"
      className="button small"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {copied ? words.state.copied : label}
    </button>
  );
}

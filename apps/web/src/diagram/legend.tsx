import { useWords } from '../words/words.tsx';

export function Legend() {
  const { diagram } = useWords();
  return (
    <p className="legend">
      <span className="quiet">{diagram.legend}</span>
      <span className="step-state passed">✓ {diagram.states.passed}</span>
      <span className="step-state current">▶ {diagram.states.current}</span>
      <span className="step-state late">⚠ {diagram.states.late}</span>
      <span className="step-state">{diagram.states.none}</span>
    </p>
  );
}

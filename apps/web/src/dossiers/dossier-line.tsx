import { Link } from '@tanstack/react-router';
import type { Dossier, DossierLine } from '../../../api/dossiers/dossier.schema.ts';
import { addressOf } from '../server/call.ts';
import { AttachmentName } from '../task/attachment-name.tsx';
import { dayOf, dayText, momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { CorrectLine } from './keeper-acts.tsx';

interface DossierLineProps {
  readonly line: DossierLine;
  readonly dossier: Dossier;
}

/** One line: what it says, when it happened, and where it comes from. */
export function DossierLineItem({ line, dossier }: DossierLineProps) {
  const { words, language } = useSpeaking();
  const { dossiers } = words;
  const replaced = line.replacedBy !== null;
  const ownSlip = dossier.mayKeep && !replaced && (line.source === 'keeper' || line.source === 'import');
  return (
    <li id={`line-${line.id}`} className={replaced ? 'replaced' : undefined}>
      <time dateTime={line.on}>{dayText(line.on, today(), language)}</time>
      <div>
        <p>
          {line.kind !== 'entry' && <span className="chip plain">{dossiers.lineKinds[line.kind]}</span>}
          {replaced && <span className="chip plain">{dossiers.replaced}</span>}
          {line.form && <span className="chip plain">{dossiers.forms[line.form] ?? line.form}</span>}{' '}
          {replaced ? <s>{line.text}</s> : line.text}
        </p>
        <p className="second-line">
          {dossiers.sources[line.source]}
          {line.case && (
            <>
              {' · '}
              <Link to="/cases/$id/$tab" params={{ id: line.case.id, tab: 'overview' }}>
                {line.case.number ?? line.case.id}
              </Link>
              {line.case.step && ` · ${line.case.step}`}
            </>
          )}
          {line.document && ` · ${line.document}`}
          {line.by && ` · ${line.by.name}`}
          {` · ${dossiers.filed(momentText(line.writtenAt, today(), language))}`}
          {dayOf(line.eventAt) !== dayOf(line.writtenAt) &&
            ` · ${dossiers.happened(momentText(line.eventAt, today(), language))}`}
        </p>
        {line.reason && <p className="second-line">{dossiers.because(line.reason)}</p>}
        {line.files.map((file) => (
          <p key={file}>
            <a href={addressOf(`/attachments/${encodeURIComponent(file)}/content`).href}>
              <AttachmentName id={file} />
            </a>
          </p>
        ))}
        {ownSlip && <CorrectLine dossier={dossier} line={line} />}
      </div>
    </li>
  );
}

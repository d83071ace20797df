import type { Pool } from 'pg';
import { dossierRules } from '../../definitions/dossier.ts';
import { fileLine, openDossier, subjectNamed } from '../../database/dossier.queries.ts';
import { conflictsOf, giveLeave, keepersOn, lineById, sealDossier, summaryOf } from '../../database/dossier.acts.ts';
import { cadresById, unitsOf } from '../../database/registry.queries.ts';
import { fromPool } from '../../database/queryable.ts';
import { inTransaction } from '../../database/transaction.ts';
import { civilDateOf } from '../../domain/civil-date.ts';
import { isoOf } from '../../domain/instant.ts';
import { approverOf } from './approver.ts';
import { dayIn, maybeTextIn, numberIn, plain, textIn, textsIn } from './input.ts';
import { BusinessError } from './service.types.ts';
import type { Service, ServiceCall } from './service.types.ts';

const day = 86_400_000;

/**
 * What procedures do to dossiers (ld:activity="dossier.…"). Each is done once, whatever is repeated, under the call's id; in a
 * trial nothing is done at all.
 */
export function dossierServices(pool: Pool): Readonly<Record<string, Service>> {
  const db = fromPool(pool);
  return {
    /** → `keepers`: the accounts of those who keep dossiers on the day. */
    'dossier.keepers': async (call) => plain({ keepers: await keepersOn(db, dayIn(call)) }),

    /** `subject` → opens the dossier with its basics; `opened` is false where there was one. */
    'dossier.open': async (call) => {
      const subject = await subjectIn(call);
      if (call.trial) return { opened: true };
      return inTransaction(pool, async (transaction) => {
        const by = { user: maybeTextIn(call, 'by'), caseId: call.caseId };
        const opened = await openDossier(transaction, subject.kind, subject.id, dayIn(call), by);
        await fileLine(transaction, {
          ...written(call, subject),
          section: 'basics',
          text: subject.basics,
          kind: 'entry',
        });
        return { opened };
      });
    },

    /** `subject`, `reason` → closes it; what comes later is still filed. */
    'dossier.seal': async (call) => {
      const { kind, id } = await subjectIn(call);
      if (call.trial) return { sealed: true };
      const by = maybeTextIn(call, 'by') ?? call.caseId;
      return { sealed: await sealDossier(db, { kind, id, on: dayIn(call), by, reason: textIn(call, 'reason') }) };
    },

    /** `readers`, `subjects`, `sections`, `purpose`, `days`, `approval` (a step) or `approvedBy` → `grant`, `until`. RECUSED when a reader must step back. */
    'dossier.grant': async (call) => {
      const readers = textsIn(call, 'readers') ?? [];
      const subjects = textsIn(call, 'subjects') ?? [];
      if (readers.length === 0 || subjects.length === 0)
        throw new BusinessError('MISSING_INPUT', '没有写明查阅人或查阅对象');
      const meant = await Promise.all(subjects.map(registered));
      const conflicts = await conflictsOf(db, readers, subjects, dayIn(call));
      if (conflicts.length > 0) throw new BusinessError('RECUSED', `查阅人应当回避：${conflicts.join('、')}`);
      const days = Math.min(Math.max(1, numberIn(call, 'days', dossierRules.grantDays)), dossierRules.grantDays);
      const until = new Date(call.at + days * day);
      const leave = {
        id: call.id,
        readers,
        subjects: meant.map(({ kind, id }) => `${kind}:${id}`),
        sections: textsIn(call, 'sections'),
        purpose: textIn(call, 'purpose'),
        approvedBy: await approverOf(db, call, 'approvedBy'),
        givenAt: new Date(call.at),
        until,
        caseId: call.caseId,
      };
      if (!call.trial) await giveLeave(db, leave);
      return { grant: call.id, until: isoOf(until.getTime()), untilDay: civilDateOf(until.getTime()) };
    },

    /** `grant` → ends it before its time. */
    'dossier.revoke': async (call) => {
      if (call.trial) return { revoked: true };
      await db.query('update dossier_grant set revoked_at = $2 where id = $1 and revoked_at is null', [
        textIn(call, 'grant'),
        new Date(call.at),
      ]);
      return { revoked: true };
    },

    /** `line`, `change` (correction, clarification, withdrawal), `text`, `reason`, `approval` or `by` → the new `line`. */
    'dossier.correct': async (call) => {
      const change = textIn(call, 'change');
      if (change !== 'correction' && change !== 'clarification' && change !== 'withdrawal')
        throw new BusinessError('WRONG_INPUT', '“change”应是 correction、clarification 或 withdrawal');
      const said = change === 'withdrawal' ? null : textIn(call, 'text');
      const line = textIn(call, 'line');
      if (call.trial) return { line: call.id };
      const known = await lineById(db, line);
      if (!known) throw new BusinessError('UNKNOWN_LINE', '没有这条档案记录，或者它已被更正');
      const text = said ?? known.text;
      await fileLine(db, {
        ...written(call, { kind: known.subjectKind, id: known.subjectId }),
        section: change === 'clarification' ? 'clarification' : known.section,
        text,
        happenedOn: change === 'clarification' ? dayIn(call) : known.happenedOn,
        form: change === 'correction' ? known.form : null,
        kind: change,
        writtenBy: await approverOf(db, call, 'by'),
        replaces: known.id,
        reason: textIn(call, 'reason'),
      });
      return { line: call.id };
    },

    /** `subject` → `lines` by section and `forms`: how many, never what. */
    'dossier.summary': async (call) => {
      const { kind, id } = await subjectIn(call);
      return plain(await summaryOf(db, kind, id));
    },
  };

  async function subjectIn(call: ServiceCall): Promise<{ kind: 'cadre' | 'unit'; id: string; basics: string }> {
    const name = textIn(call, 'subject');
    const [cadre] = await cadresById(db, [name], dayIn(call));
    if (cadre) {
      const post = cadre.title === null ? '' : `，${cadre.unitName ?? ''}${cadre.title}`;
      return { kind: 'cadre', id: cadre.id, basics: `${cadre.name}${post}` };
    }
    const [unit] = await unitsOf(db, [name], dayIn(call));
    if (unit) return { kind: 'unit', id: unit.id, basics: unit.name };
    throw new BusinessError('NOT_REGISTERED', `名册中没有“${name}”`);
  }

  async function registered(name: string) {
    const found = await subjectNamed(db, name);
    if (!found) throw new BusinessError('NOT_REGISTERED', `名册中没有“${name}”`);
    return found;
  }

  /** The frame of a line that a service writes: who, when, from which case. */
  function written(call: ServiceCall, subject: { kind: 'cadre' | 'unit'; id: string | null }) {
    return {
      id: call.id,
      subjectKind: subject.kind,
      subjectId: subject.id,
      named: null,
      happenedOn: dayIn(call),
      form: null,
      document: maybeTextIn(call, 'document'),
      files: textsIn(call, 'files') ?? [],
      source: 'keeper' as const,
      caseId: call.caseId,
      caseNumber: call.caseNumber,
      procedure: null,
      elementId: null,
      step: null,
      recordId: null,
      eventAt: new Date(call.at),
      writtenAt: new Date(),
      writtenBy: maybeTextIn(call, 'by'),
      replaces: null as string | null,
      reason: null as string | null,
    };
  }
}

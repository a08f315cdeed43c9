import { useState } from 'preact/hooks';
import { isFileKind } from '../../lib/domain/file-kinds';
import type { SourceId } from '../../lib/domain/source';
import { isDemo } from '../../lib/state/code';
import { eraseAll, leaveDemo, startDemo } from '../../lib/state/commands';
import { connections } from '../../lib/state/connections';
import { ledger, receipts } from '../../lib/state/session';
import { CONNECTIONS } from '../../lib/text/connections';
import { DATA } from '../../lib/text/data';
import { count, DASH, moment } from '../../lib/text/format';
import { span } from '../../lib/text/spans';
import { HowCounted } from '../controls/HowCounted';
import { Backup } from './Backup';
import { Connections } from './Connections';
import { ImportPanel } from './ImportPanel';
import { ReceiptPanel } from './ReceiptPanel';
import { Reconciliation } from './Reconciliation';
import { Statements } from './Statements';

export function DataPage({ today }: { today: number }) {
  const book = ledger.value?.book;
  const older = (ledger.value?.manifest.batches.length ?? 0) - receipts.value.length;
  const real = book && book.id !== 'demo' ? book : undefined;
  return (
    <>
      <header class="head">
        <h1>{DATA.title}</h1>
      </header>
      <div class="grid two">
        <ImportPanel today={today} />
        <section class="panel box" aria-labelledby="ledger-title">
          <h2 id="ledger-title">{DATA.ledger}</h2>
          <dl data-figures class="tally">
            <div>
              <dt>{DATA.ledgerRows}</dt>
              <dd>{real ? count(real.state.rows) : DASH}</dd>
            </div>
            <div>
              <dt>{DATA.ledgerReferrals}</dt>
              <dd>{real && real.state.reaches.length > 0 ? count(real.state.referrals) : DASH}</dd>
            </div>
          </dl>
          <p class="note">
            {real ? (
              <>
                {DATA.ledgerSpan} <b>{real.covered.map(c => span(c, today)).join('; ')}</b>
                <br />
                {DATA.ledgerUpTo} <b>{moment(real.upTo, today)}</b>
              </>
            ) : (
              DATA.ledgerEmpty
            )}
          </p>
          {real && real.sources.length > 1 && (
            <dl class="sources">
              {real.sources.map(({ source, covered }) => (
                <div key={source}>
                  <dt>{nameOf(source)}</dt>
                  <dd>{covered.map(c => span(c, today)).join('; ')}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      </div>
      <Connections today={today} />
      {receipts.value.length > 0 && (
        <section class="panel box">
          {receipts.value.map((receipt, i) => (
            <ReceiptPanel key={receipt.batch} receipt={receipt} newest={i === 0} today={today} />
          ))}
          {older > 0 && <p class="note">{DATA.moreReceipts(older)}</p>}
          <HowCounted />
        </section>
      )}
      {!real && (
        <section class="panel box" aria-labelledby="demo-title">
          <div class="spread">
            <div>
              <h2 id="demo-title">{DATA.demoTitle}</h2>
              <p class="note">{isDemo.value ? DATA.demoText : DATA.demoOffer}</p>
            </div>
            <button type="button" class="btn" onClick={isDemo.value ? leaveDemo : startDemo}>
              {isDemo.value ? DATA.demoLeave : DATA.demoStart}
            </button>
          </div>
        </section>
      )}
      <Statements />
      <Reconciliation />
      {real && <Backup today={today} />}
      <Erase />
    </>
  );
}

/** What a source is called; one that is disconnected has no name any more. */
function nameOf(source: SourceId): string {
  if (isFileKind(source)) return DATA.fileKinds[source];
  return connections.value.find(c => c.id === source)?.label ?? CONNECTIONS.defaultLabel;
}

function Erase() {
  const [asked, setAsked] = useState(false);
  return (
    <section class="panel box" aria-labelledby="erase-title">
      <div class="spread">
        <div>
          <h2 id="erase-title">{DATA.erase}</h2>
          <p class="note">{DATA.eraseText}</p>
        </div>
        {asked ? (
          <div class="acts" style={{ margin: 0 }}>
            <button type="button" class="btn danger" onClick={eraseAll}>
              {DATA.eraseSure}
            </button>
            <button type="button" class="btn" onClick={() => setAsked(false)}>
              {DATA.eraseKeep}
            </button>
          </div>
        ) : (
          <button type="button" class="btn danger" onClick={() => setAsked(true)}>
            {DATA.erase}
          </button>
        )}
      </div>
    </section>
  );
}

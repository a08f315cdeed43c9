import { formatHash } from '../../lib/domain/filter';
import { joinLink } from '../../lib/domain/link';
import { isDemo, shownCode } from '../../lib/state/code';
import { route } from '../../lib/state/route';
import { LINKS } from '../../lib/text/links';
import { LINK } from '../../lib/text/product';
import { CopyButton } from '../controls/CopyButton';
import { saveFile } from '../controls/save-file';
import { QrCode, qrPng, qrSvg } from '../qr/QrCode';

/** The default code with its link, to copy or to show as a QR code. */
export function LinkCard() {
  const code = shownCode.value;
  return (
    <section class="panel box" aria-labelledby="link-title">
      <h2 id="link-title">{LINK.title}</h2>
      {code ? <LinkActions code={code} /> : <NoCode />}
    </section>
  );
}

function LinkActions({ code }: { code: string }) {
  const link = joinLink(code);
  return (
    <>
      <div class="link-card">
        <div class="frame">
          <QrCode text={link} title={LINK.qrTitle(code)} side={110} />
        </div>
        <div>
          <div class="code">{code}</div>
          <div class="url">{link.replace('https://www.', '')}</div>
          <div class="acts">
            <CopyButton text={link} />
          </div>
        </div>
      </div>
      <div class="acts">
        <button
          type="button"
          class="btn"
          onClick={() => saveFile(`${code}.svg`, new Blob([qrSvg(link)], { type: 'image/svg+xml' }))}
        >
          {LINK.qrSvg}
        </button>
        <button type="button" class="btn" onClick={async () => saveFile(`${code}.png`, await qrPng(link))}>
          {LINK.qrPng}
        </button>
      </div>
      <p class="note">{isDemo.value && code.startsWith('DEMO_') ? LINKS.demo : LINK.explain}</p>
    </>
  );
}

function NoCode() {
  return (
    <div class="empty">
      <p>{LINK.none}</p>
      <div class="acts">
        <a class="btn primary" href={formatHash({ path: 'links', filter: route.value.filter })}>
          {LINK.add}
        </a>
      </div>
    </div>
  );
}

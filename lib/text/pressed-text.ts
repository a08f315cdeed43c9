import { joinLink } from '../domain/link';
import { type CampaignPage, pageLink } from '../domain/page-link';
import type { PressForm } from '../domain/press-choices';
import { type CopyParts, copyAs } from './copy-formats';

/** What a press copies from. */
interface Pressed {
  /** Undefined where there is no campaign: then there is only the join link. */
  page: CampaignPage | undefined;
  code: string;
  /** The campaign's, as the page has it; may be empty. */
  title: string;
  disclosure: string;
}

/** The parts of a copied text. On Square a page's title is its author's, and nobody tells us which is which. */
export function pressedParts({ page, code, title, disclosure }: Pressed): CopyParts {
  const link = page ? pageLink(page, code) : joinLink(code);
  const said = title.slice(0, 200);
  return { title: said || link, link, detail: '', disclosure, isForeign: said !== '' };
}

/** What one press copies, in the form the user has chosen. */
export function pressedText(form: PressForm, pressed: Pressed): string {
  if (form === 'join') return joinLink(pressed.code);
  const parts = pressedParts(pressed);
  return form === 'text' ? copyAs('text', parts) : parts.link;
}

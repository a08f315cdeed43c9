import * as z from 'zod/mini';
import type { Campaign } from '../domain/campaign';
import { campaignPeriod, isForAffiliates, kindOf, prizeOf, regionOf } from '../domain/campaign-words';
import { articleText } from './article-text';

/**
 * Binance's public announcements (docs/facts/binance.md §4): no login, undocumented, so every answer is checked and
 * its shape may change. Catalogue 93 is *Latest Activities*, 128 *Crypto Airdrop*.
 */
export const CATALOGUES = [93, 128] as const;
const HOST = 'https://www.binance.com';
const PATH = `${HOST}/bapi/composite/v1/public/cms/article`;

export const listAddress = (catalogue: number): string =>
  `${PATH}/list/query?type=1&pageNo=1&pageSize=20&catalogId=${catalogue}`;
export const detailAddress = (code: string): string => `${PATH}/detail/query?articleCode=${code}`;

/** An article as the list has it. */
export interface Article {
  /** 32 hex digits: names it for ever. */
  code: string;
  title: string;
  /** ms; undefined where the list does not say. */
  published?: number;
}

const momentNumber = z.optional(z.nullable(z.number().check(z.gte(1.4e12), z.lte(4.2e12))));
const ArticleSchema = z.object({
  code: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  title: z.string().check(z.minLength(1)),
  releaseDate: z.catch(momentNumber, undefined),
  publishDate: z.catch(momentNumber, undefined),
});
const success = z.catch(z.union([z.string(), z.number()]), '');
const ListSchema = z.object({
  code: success,
  data: z.object({
    catalogs: z.optional(z.nullable(z.array(z.object({ articles: z.catch(z.array(z.unknown()), []) })))),
    articles: z.optional(z.nullable(z.array(z.unknown()))),
  }),
});
const DetailSchema = z.object({
  code: success,
  data: z.object({ title: z.optional(z.string()), body: z.nullable(z.string()) }),
});

const isGood = (code: string | number) => ['000000', '0', ''].includes(String(code));

/** @returns the articles of a list in either of its shapes, or undefined for what is no list. */
export function readList(answer: unknown): Article[] | undefined {
  const parsed = ListSchema.safeParse(answer);
  if (!parsed.success || !isGood(parsed.data.code)) return undefined;
  const { catalogs, articles } = parsed.data.data;
  if (!catalogs && !articles) return undefined;
  const raw = [...(articles ?? []), ...(catalogs ?? []).flatMap(catalogue => catalogue.articles)];
  return raw.flatMap(entry => {
    const article = ArticleSchema.safeParse(entry);
    if (!article.success) return [];
    const { code, title, releaseDate, publishDate } = article.data;
    const published = releaseDate ?? publishDate ?? undefined;
    return [{ code, title: title.slice(0, 300), ...(published !== undefined && { published }) }];
  });
}

/** What the title alone says of an article. */
export function campaignOf({ code, title }: Article): Campaign {
  const prize = prizeOf(title);
  const region = regionOf(title);
  return {
    title,
    kind: kindOf(title),
    url: `${HOST}/en/support/announcement/${code}`,
    ...(prize && { prize }),
    ...(region && { region }),
    ...(isForAffiliates(title) && { affiliate: true }),
  };
}

/** When it runs, from its body: undefined for no readable detail, empty where the body states no period with a zone. */
export function readDetail(answer: unknown): { from?: number; to?: number } | undefined {
  const parsed = DetailSchema.safeParse(answer);
  if (!parsed.success || !isGood(parsed.data.code) || parsed.data.data.body === null) return undefined;
  const text = articleText(parsed.data.data.body);
  return text === undefined ? undefined : (campaignPeriod(text) ?? {});
}

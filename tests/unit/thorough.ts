/**
 * How often a test of chance tries: all of it in `npm test` and on CI, a fifth of it in `npm run unit`, whose answer is
 * waited for.
 * @param most tries of a thorough run
 */
export const thorough = (most: number): number => (process.env.THOROUGH ? most : Math.ceil(most / 5));

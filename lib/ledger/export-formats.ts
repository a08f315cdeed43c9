/** Files an export can be written as. Apart from the writers, which only the rows' worker loads. */
export const EXPORT_FORMATS = ['csv', 'json', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

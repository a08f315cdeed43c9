import type { StreamId } from '../domain/income-streams';
import type { ReadWindow } from './api';
import { readCoinmIncome, readUsdmIncome } from './futures-income';
import { readMiningRebates } from './mining-rebates';
import { readSpotRebates } from './spot-rebates';

/** What reads each income stream. */
export const STREAM_READERS: Record<StreamId, ReadWindow> = {
  spot: readSpotRebates,
  'usd-m': readUsdmIncome,
  'coin-m': readCoinmIncome,
  mining: readMiningRebates,
};

import { accounts } from './accounts';
import { amounts } from './amounts';
import { backup } from './backup';
import { bonus } from './bonus';
import { campaigns } from './campaigns';
import { connections } from './connections';
import { controls } from './controls';
import { counting } from './counting';
import { countries } from './countries';
import { data } from './data';
import { disclosure } from './disclosure';
import { firstRun } from './first-run';
import { words as glance } from './glance';
import { income } from './income';
import { keys } from './keys';
import { links } from './links';
import { nav } from './nav';
import { overview } from './overview';
import { publish } from './publish';
import { referrals } from './referrals';
import { settings } from './settings';
import { spans } from './spans';

/** What the dashboard says. */
export const words = [
  ...glance,
  ...accounts,
  ...amounts,
  ...backup,
  ...bonus,
  ...campaigns,
  ...connections,
  ...controls,
  ...counting,
  ...countries,
  ...data,
  ...disclosure,
  ...firstRun,
  ...income,
  ...keys,
  ...links,
  ...nav,
  ...overview,
  ...publish,
  ...referrals,
  ...settings,
  ...spans,
];

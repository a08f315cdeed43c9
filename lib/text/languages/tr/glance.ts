import { format } from './format';
import { popup } from './popup';
import { product } from './product';

/** What the popup says. */
export const words = [...format, ...popup, ...product];

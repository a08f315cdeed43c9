import { expose } from 'comlink';
import { createRowsService } from '../../lib/ledger/rows-service';
import { keptDatabase } from '../../lib/store/kept-database';

expose(createRowsService(keptDatabase()));

import { expose } from 'comlink';
import { createWriter } from '../../lib/sync/writer';

expose(createWriter({ locks: navigator.locks, now: () => Date.now(), id: () => crypto.randomUUID() }));

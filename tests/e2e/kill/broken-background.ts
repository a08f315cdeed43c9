/** The background, built with the broken writer in place of the real one: see connections-kill.spec.ts. */
import background from '../../../entrypoints/background/index';

background.main();

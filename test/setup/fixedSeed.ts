/**
 * Before each file of unit tests: laws that name no seed of their own draw the same cases in every run of `npm test`; under
 * `npm run soak` those of the seed it names.
 */
import fc from 'fast-check';
import { lawRuns } from '../support/runs.ts';

fc.configureGlobal({ seed: lawRuns(1, 1).seed });

/** Prints the digest of a PDF of the small hall: run in a process of its own, with another time zone and language. */
import { createHash } from 'node:crypto';
import { pdfOf, sheetsOf } from './sheetFiles.ts';
import { smallHall } from './sheetPlans.ts';

const { bytes } = await pdfOf(sheetsOf(smallHall(), 'A3', 'plan', 'elevations', 'pull', 'labels'));
console.log(createHash('sha256').update(bytes).digest('hex'));

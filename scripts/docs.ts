/** `npm run docs`: writes the pages that are generated from the sources. */
import { writeFileSync } from 'node:fs';
import { configurationPage } from '../src/config/document.ts';
import { asyncApiDocument } from './asyncapi.ts';

writeFileSync('docs/configuration.md', configurationPage());
writeFileSync('docs/asyncapi.json', asyncApiDocument());

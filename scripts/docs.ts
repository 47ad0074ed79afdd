/** `npm run docs`: writes the pages that are generated from the sources. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationPage } from '../src/config/document.ts';
import { privacyPages } from '../src/governance/privacy-pages.ts';
import { qualityPage } from '../src/governance/quality/document.ts';
import { strategyPages } from '../src/governance/strategy/pages.ts';
import { asyncApiDocument } from './asyncapi.ts';

writeFileSync('docs/configuration.md', configurationPage());
writeFileSync('docs/asyncapi.json', asyncApiDocument());
writeFileSync('docs/quality.md', qualityPage());
mkdirSync('docs/privacy', { recursive: true });
for (const { file, text } of privacyPages()) writeFileSync(join('docs', 'privacy', file), text);
for (const { file, text } of strategyPages()) writeFileSync(join('docs', file), text);

/**
 * Makes `.output/chrome-mv3-e2e` of the shipped build: a copy in which the optional API hosts are granted at
 * installation, because no test can press the browser's permission prompt. Nothing else differs; a test checks that.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD, BUILD_E2E } from './launch.ts';

rmSync(BUILD_E2E, { recursive: true, force: true });
cpSync(BUILD, BUILD_E2E, { recursive: true });
const file = join(BUILD_E2E, 'manifest.json');
const manifest = JSON.parse(readFileSync(file, 'utf8'));
manifest.host_permissions = [...manifest.host_permissions, ...manifest.optional_host_permissions];
writeFileSync(file, JSON.stringify(manifest));

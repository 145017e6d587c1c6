// Comunica on the endpoint, and on entities followed by their IRIs. Usage: comunica.mjs BASE
import assert from 'node:assert/strict';
import { QueryEngine } from '@comunica/query-sparql';

const base = process.argv[2];
const engine = new QueryEngine();
const endpoint = { sources: [{ type: 'sparql', value: `${base}/sparql` }] };
const say = (what) => console.log('Comunica:', what);
const rows = async (query, context = endpoint) =>
  (await engine.queryBindings(query, context)).map((row) =>
    Object.fromEntries([...row].map(([name, term]) => [name.value, term.value]))).toArray();
const csv = async (query) =>
  (await (await fetch(`${base}/sparql?query=${encodeURIComponent(query)}`,
    { headers: { accept: 'text/csv' } })).text()).trim().split('\r\n').slice(1);

const meetings = `
  PREFIX parley: <https://w3id.org/parley/ontology#>
  PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
  SELECT ?meeting ?label {
    ?meeting parley:eventDate ?date ; skos:prefLabel ?label FILTER (LANG(?label) = "en")
  } ORDER BY ?meeting`;
const met = await rows(meetings);
assert(met.length > 2);
assert.deepEqual(met.map((row) => `${row.meeting},${row.label}`), await csv(meetings));
say(`SELECT: the ${met.length} rows of the CSV`);

const russia = 'https://w3id.org/parley/id/actor/russia';
assert.equal(await engine.queryBoolean(`ASK { <${russia}> ?p ?o }`, endpoint), true);
assert.equal(await engine.queryBoolean(`ASK { <${russia}> a <${russia}> }`, endpoint), false);
say('ASK: true and false');

const construct = `CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { <${russia}> } ?s ?p ?o }`;
const built = await (await engine.queryQuads(construct, endpoint)).toArray();
const [count] = await csv(`SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?p ?o { <${russia}> ?p ?o } }`);
assert.equal(String(built.length), count);
say(`CONSTRUCT: ${count} triples, as many as the endpoint counts`);

const name = `
  PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
  SELECT ?label { <${russia}> skos:prefLabel ?label }`;
const labels = async (context) => new Set((await rows(name, context)).map((row) => row.label));
const followed = await labels({ sources: [`${base}/id/actor/russia`] });
assert.deepEqual(followed, await labels());
assert(followed.size > 1);
say(`/id/actor/russia as a source: the ${followed.size} names that the endpoint gives`);

const joined = await rows(meetings, {
  sources: [endpoint.sources[0], `${base}/data/meeting/istanbul-2025-07-23.ttl`],
});
assert.deepEqual(new Set(joined.map((row) => row.meeting)), new Set(met.map((row) => row.meeting)));
say('endpoint and Turtle file queried together');

await assert.rejects(rows('SELECT * { ?s }'));
await assert.rejects(rows(meetings, { sources: [{ type: 'sparql', value: `${base}/nothing-here` }] }));
say('errors are raised as errors');

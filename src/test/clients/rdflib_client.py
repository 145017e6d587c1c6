"""rdflib reads every syntax it knows, follows IRIs and queries. Usage: rdflib_client.py BASE"""

import sys

from rdflib import ConjunctiveGraph, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import SKOS, XSD
from rdflib.plugins.stores.sparqlstore import SPARQLStore

BASE = sys.argv[1]
ENTITIES = ["meeting/istanbul-2025-07-23", "actor/russia", "document/000"]
FORMATS = {"nt": "nt", "jsonld": "json-ld", "rdf": "xml", "trig": "trig", "nq": "nquads",
           "trix": "trix", "n3": "n3"}


def say(what):
    print("rdflib:", what)


def merged(quads):
    """All graphs as one. A string with and without its datatype is one term since RDF 1.1."""
    graph = Graph()
    for subject, predicate, it in quads.triples((None, None, None)):
        plain = isinstance(it, Literal) and it.datatype == XSD.string
        graph.add((subject, predicate, Literal(str(it)) if plain else it))
    return graph


for entity in ENTITIES:
    turtle = Graph().parse(f"{BASE}/data/{entity}.ttl", format="turtle")
    assert len(turtle) > 10, f"{entity}.ttl has {len(turtle)} triples"
    for extension, name in FORMATS.items():
        quads = ConjunctiveGraph()
        quads.parse(f"{BASE}/data/{entity}.{extension}", format=name)
        assert isomorphic(merged(quads), turtle), f"{entity}.{extension} differs from the Turtle"
        say(f"{entity}.{extension} read as {name}: the {len(turtle)} triples of the Turtle")
    followed = Graph().parse(f"{BASE}/id/{entity}")  # it sends its own Accept
    assert isomorphic(followed, turtle), f"/id/{entity} leads elsewhere"
    say(f"/id/{entity} followed to the same triples")

endpoint = Graph(SPARQLStore(f"{BASE}/sparql"))
facts = Graph().parse(f"{BASE}/graphs?graph=https://w3id.org/parley/graph/facts", format="turtle")
rows = endpoint.query(
    "SELECT (COUNT(*) AS ?n) { GRAPH <https://w3id.org/parley/graph/facts> { ?s ?p ?o } }")
counted = int(next(iter(rows))["n"])
assert counted == len(facts) > 100, f"{counted} facts counted, {len(facts)} fetched"
say(f"SPARQLStore counts the {counted} facts that /graphs gives")

meeting = URIRef("https://w3id.org/parley/id/meeting/istanbul-2025-07-23")
names = set(endpoint.objects(meeting, SKOS.prefLabel))
data = Graph().parse(f"{BASE}/data/meeting/istanbul-2025-07-23.ttl", format="turtle")
assert names == set(data.objects(meeting, SKOS.prefLabel)) != set()
say(f"SPARQLStore finds the {len(names)} names that /data gives")

"""SPARQLWrapper in every form and format. Usage: sparqlwrapper_client.py BASE"""

import csv
import io
import sys

import SPARQLWrapper as sw
from rdflib import Graph
from rdflib.compare import isomorphic
from SPARQLWrapper.SPARQLExceptions import EndPointNotFound, QueryBadFormed

BASE = sys.argv[1]
SELECT = """
    PREFIX parley: <https://w3id.org/parley/ontology#>
    SELECT ?meeting ?date { ?meeting parley:eventDate ?date } ORDER BY ?meeting ?date
"""
CONSTRUCT = "CONSTRUCT WHERE { <https://w3id.org/parley/id/actor/russia> ?p ?o }"


def say(what):
    print("SPARQLWrapper:", what)


def ask(query, format=None, method=sw.GET, how=sw.URLENCODED, endpoint="/sparql"):
    wrapper = sw.SPARQLWrapper(BASE + endpoint, returnFormat=format)
    wrapper.setQuery(query)
    wrapper.setMethod(method)
    wrapper.setRequestMethod(how)
    return wrapper.query()


def bindings(result):
    return [{name: cell["value"] for name, cell in row.items()}
            for row in result.convert()["results"]["bindings"]]


rows = bindings(ask(SELECT, sw.JSON))
assert len(rows) > 2
for name, method, how in [("POST of a form", sw.POST, sw.URLENCODED),
                          ("POST of the query itself", sw.POST, sw.POSTDIRECTLY)]:
    assert bindings(ask(SELECT, sw.JSON, method, how)) == rows
    say(f"SELECT by {name}: the {len(rows)} rows of GET")

document = ask(SELECT, sw.XML).convert()
assert len(document.getElementsByTagName("result")) == len(rows)
say(f"SELECT as XML: {len(rows)} rows")
table = list(csv.DictReader(io.StringIO(ask(SELECT, sw.CSV).convert().decode())))
assert table == rows
say(f"SELECT as CSV: the {len(rows)} rows of JSON")
lines = ask(SELECT, sw.TSV).convert().decode().splitlines()
assert lines[0] == "?meeting\t?date" and len(lines) == len(rows) + 1
say(f"SELECT as TSV: {len(rows)} rows")

for known, expected in [("russia", True), ("nobody", False)]:
    answer = ask(f"ASK {{ <https://w3id.org/parley/id/actor/{known}> ?p ?o }}", sw.JSON).convert()
    assert answer["boolean"] is expected
say("ASK: true and false")

turtle = Graph().parse(data=ask(CONSTRUCT, sw.TURTLE).convert(), format="turtle")
assert len(turtle) > 10
for name, format in [("N3", sw.N3), ("RDF/XML", sw.RDFXML), ("JSON-LD", sw.JSONLD)]:
    answer = ask(CONSTRUCT, format).convert()
    graph = answer if isinstance(answer, Graph) else Graph().parse(data=answer, format="n3")
    assert isomorphic(graph, turtle), f"CONSTRUCT as {name} differs from the Turtle"
    say(f"CONSTRUCT as {name}: the {len(turtle)} triples of the Turtle")

for query, endpoint, error in [("SELECT * { ?s }", "/sparql", QueryBadFormed),
                               (SELECT, "/nothing-here", EndPointNotFound)]:
    try:
        ask(query, sw.JSON, endpoint=endpoint)
    except error:
        say(f"{error.__name__} where it belongs")
    else:
        raise AssertionError(f"{error.__name__} was not raised")

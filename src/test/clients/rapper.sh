#!/usr/bin/env bash
# Raptor reads the syntaxes it knows; all must say the same. Usage: rapper.sh BASE
set -euo pipefail
work=$(mktemp --directory)
trap 'rm -r "$work"' EXIT

for entity in meeting/istanbul-2025-07-23 actor/russia document/000; do
  for format in ttl:turtle nt:ntriples rdf:rdfxml trig:trig nq:nquads rj:json; do
    file=$work/$entity.${format%:*}
    mkdir -p "$(dirname "$file")"
    curl --silent --show-error --fail --output "$file" "$1/data/$entity.${format%:*}"
    # A string with and without its datatype is one term since RDF 1.1, which Raptor predates.
    rapper --quiet --input "${format#*:}" --output ntriples "$file" "$1/" |
      sed 's|\^\^<http://www.w3.org/2001/XMLSchema#string> \.$| .|' | sort --unique >"$file.triples"
    triples=$(wc -l <"$file.triples")
    ((triples > 10)) || { echo "rapper: $entity.${format%:*} has $triples triples" >&2; exit 1; }
    diff "$work/$entity.ttl.triples" "$file.triples" >&2
    echo "rapper: $entity.${format%:*} read as ${format#*:}: the $triples triples of the Turtle"
  done
done

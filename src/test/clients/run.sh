#!/usr/bin/env bash
# Starts target/parley.jar on a free port with a store of its own, runs the clients that are not
# written in Java, stops it, and sums up what all clients did. Usage: run.sh JAVA, after mvn verify
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
here=src/test/clients
work=target/clients
python=/usr/bin/python3 # Debian's, which sees Debian's packages

mkdir -p $work
cp $here/package*.json $here/comunica.mjs $work
npm ci --prefix $work --ignore-scripts --no-audit --no-fund

port=$($python -c 'import socket; s = socket.socket(); s.bind(("", 0)); print(s.getsockname()[1])')
base=http://localhost:$port
store=$(mktemp --directory)
"$1" -jar target/parley.jar serve --port "$port" --management-port 0 --store "$store" >$work/server.log 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; wait $server || true; rm -r "$store"' EXIT
for ((tries = 0; ; tries++)); do
  if curl --silent --fail --output /dev/null "$base/"; then break; fi
  if ((tries == 120)) || ! kill -0 $server; then
    cat $work/server.log >&2
    echo "The server did not start" >&2
    exit 1
  fi
  sleep 1
done

# A client's output is its checks, a line each.
$here/rapper.sh "$base" | tee $work/rapper.txt
$python $here/rdflib_client.py "$base" | tee $work/rdflib.txt
$python $here/sparqlwrapper_client.py "$base" | tee $work/sparqlwrapper.txt
node $work/comunica.mjs "$base" | tee $work/comunica.txt

row() { # CLIENT VERSION CHECKS
  (($3 > 0)) || { echo "$1 was not run" >&2; exit 1; }
  printf '| %-14s | %-15s | %6d passed |\n' "$1" "$2" "$3"
}
lines() { wc -l <"$work/$1.txt"; }
tests() { # those of a class that passed: mvn verify has failed already if any failed
  echo $(($(sed -n '/^<testsuite /s/.* tests="\([0-9]*\)".* skipped="\([0-9]*\)".*/\1 - \2/p' \
    "target/surefire-reports/TEST-org.parley.clients.$1.xml")))
}
pinned() { sed -n "s|^ *<$1.version>\(.*\)</.*|\1|p" pom.xml; }
chromium=$(command -v chromium chromium-browser google-chrome | head -1)
module() { $python -c "import $1; print($1.__version__)"; }

echo
row Jena "$(pinned jena)" "$(tests JenaTest)"
row RDF4J "$(pinned rdf4j)" "$(tests Rdf4jTest)"
row Chromium "$($chromium --version 2>/dev/null | grep -o '[0-9][0-9.]*' | head -1)" "$(tests BrowserTest)"
row "Nu validator" "$(pinned nu)" "$(tests MarkupTest)"
row Raptor "$(rapper --version)" "$(lines rapper)"
row rdflib "$(module rdflib)" "$(lines rdflib)"
row SPARQLWrapper "$(module SPARQLWrapper)" "$(lines sparqlwrapper)"
row Comunica "$(sed -n 's/.*query-sparql": "\(.*\)"/\1/p' $here/package.json)" "$(lines comunica)"

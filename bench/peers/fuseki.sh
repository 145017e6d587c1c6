# A stock Fuseki on TDB2, loaded by tdb2.tdbloader, which is in its jar.
# shellcheck shell=bash
fuseki=http://localhost:18030/parley

fuseki_serve() {
  mkdir -p "$work/$size/fuseki.run"
  cd "$work/$size/fuseki.run" || exit
  sed "s|STORE|$(store fuseki)|; s|LIMIT|$((limit * 1000))|" "$bench/peers/fuseki.ttl" >fuseki.ttl
  exec "$java" -Xmx"$(heap)m" -jar "$tools/fuseki.jar" --localhost --port=18030 --config=fuseki.ttl
}

fuseki_ready() { asks $fuseki/sparql; }
fuseki_query() { echo $fuseki/sparql; }

fuseki_load() { # FILE
  jvm -cp "$tools/fuseki.jar" tdb2.tdbloader --loc "$(store fuseki)" "$1"
}

fuseki_write() { insert "$1" | curl --silent --fail --output /dev/null --max-time 60 --data-urlencode update@- $fuseki/update; }

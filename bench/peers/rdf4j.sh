# RDF4J Server, its WAR in Jetty 9 (it takes javax.servlet), on a native store.
# shellcheck shell=bash
rdf4j=http://localhost:18081/rdf4j-server

rdf4j_serve() {
  mkdir -p "$(store rdf4j)"
  cd "$(store rdf4j)" || exit
  exec "$java" -Xmx"$(heap)m" -Dorg.eclipse.rdf4j.appdata.basedir="$(store rdf4j)" \
    -jar "$tools/jetty.jar" --host localhost --port 18081 --path /rdf4j-server "$tools/rdf4j.war"
}

rdf4j_ready() {
  if [[ -d $(store rdf4j)/server/repositories/parley ]]; then asks "$(rdf4j_query)"; else answers $rdf4j/protocol; fi
}
rdf4j_query() { echo $rdf4j/repositories/parley; }
rdf4j_update() { echo $rdf4j/repositories/parley/statements; }

rdf4j_load() { # FILE
  local failed=0
  up rdf4j
  { curl --silent --fail --request PUT --header 'Content-Type: text/turtle' \
    --data-binary @"$bench/peers/rdf4j.ttl" $rdf4j/repositories/parley &&
    curl --silent --show-error --fail --header 'Content-Type: application/n-quads' --upload-file "$1" --request POST \
      $rdf4j/repositories/parley/statements; } || failed=$?
  down
  return $failed
}

rdf4j_write() { insert "$1" | curl --silent --fail --output /dev/null --max-time 60 --data-urlencode update@- "$(rdf4j_update)"; }

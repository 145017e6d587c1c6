# Trifid, for its pages of entities; it asks the stock Fuseki, which runs beside it.
# shellcheck shell=bash
trifid=http://localhost:18000

trifid_serve() {
  cd "$tools/trifid" || exit
  exec node node_modules/trifid/server.js --config "$bench/peers/trifid.yaml" --port 18000
}

trifid_ready() { answers --header 'Accept: text/html' "$trifid/id/actor/russia"; }

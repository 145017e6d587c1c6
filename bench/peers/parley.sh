# Parley itself. $cache is 0 where nothing may be kept; what a client may use is not bounded.
# shellcheck shell=bash
parley=http://localhost:18080
token=a-token-for-the-race

parley_serve() {
  cd "$work/$size" || exit
  PARLEY_TOKEN=$token PARLEY_CACHE=$cache PARLEY_CLIENT_TIME=0s PARLEY_CLIENT_ERRORS=0 PARLEY_CLIENT_CONNECTIONS=0 \
    JAVA_OPTS=-Xmx$(heap)m exec "$root/bin/parley" serve \
    --port 18080 --management-port 0 --store "$(store parley)"
}

parley_ready() { asks $parley/sparql; }
parley_query() { echo $parley/sparql; }

# The number of a document: puts it in.
parley_write() {
  bundle "$1" | curl --silent --fail --output /dev/null --request PUT --max-time 60 \
    --header "Authorization: Bearer $token" --header 'Content-Type: application/trig' \
    --data-binary @- "$parley/documents/$1"
}

# What all parts of the race share: where things are, how a peer is started and stopped, how a result
# is written down. A peer is a file peers/NAME.sh with functions NAME_serve, NAME_load and NAME_query.
# shellcheck shell=bash

bench=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
root=$(dirname "$bench")
work=$bench/target
results=$work/results.tsv
limit=${limit:-10}
seconds=${seconds:-2}
size=documents
cache=0
pid=
pids=()

say() { printf '%s  %s\n' "$(date +%T)" "$*" >&2; }
die() {
  echo "$*" >&2
  exit 1
}

# WHAT ITEM PEER STATE THROUGHPUT P50 P99 ERRORS NOTE: a line of the results, for the present size
record() {
  local IFS=$'\t'
  printf '%s\n' "$1	$2	$size	$3	$4	$5	$6	$7	$8	${9:-}" >>"$results"
}

store() { echo "$work/$size/$1"; } # PEER: where it keeps its data

# The same heap for every JVM, and as much for the buffers of Virtuoso.
heap() { if [[ $size == 10m ]]; then echo 6144; else echo 2048; fi; }
jvm() { "$java" -Xmx"$(heap)m" "$@"; }

# PEER: starts it, and waits until it answers; then $pid is its process, $waited how many ms it took
up() {
  local before log=$work/$size/$1.log
  mkdir -p "$work/$size"
  before=$(date +%s%N)
  ("$1_serve" >"$log" 2>&1) &
  pid=$!
  pids+=("$pid")
  peer=$1
  until "$1_ready"; do
    kill -0 "$pid" 2>/dev/null || { tail -20 "$log" >&2; die "$1 did not start: $log"; }
    (($(date +%s%N) - before < 300 * 10 ** 9)) || die "$1 does not answer: $log"
    sleep 0.02
  done
  waited=$((($(date +%s%N) - before) / 1000000))
}

# Stops what runs, gently at first.
down() {
  local one
  for one in "${pids[@]}"; do
    kill "$one" 2>/dev/null || true
    for ((i = 0; i < 300; i++)); do
      kill -0 "$one" 2>/dev/null || break
      sleep 0.1
    done
    kill -9 "$one" 2>/dev/null || true
    wait "$one" 2>/dev/null || true
  done
  pids=()
}
trap down EXIT

ticks() { awk '{ print $14 + $15 }' "/proc/$pid/stat"; }

# Waits until the peer rests: after a query that was given up it may still be at work. Where it does
# not rest within 20 seconds it is started anew.
settle() {
  local last=0 now
  for ((i = 0; i < 40; i++)); do
    now=$(ticks)
    if ((now - last < 5)); then return; fi
    last=$now
    sleep 0.5
  done
  say "$peer is still at work, and is started anew"
  down
  up "$peer"
}

memory() { awk -v what="$1:" '$1 == what { print int($2 / 1024) }' "/proc/$pid/status"; } # in MB

# URL [CURL OPTIONS]: whether it answers with success
answers() { curl --silent --fail --output /dev/null --max-time 5 "$@"; }

# An ASK that any SPARQL endpoint answers
asks() { answers "$1?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D"; }

# WHAT ITEM PEER STATE LINES METHOD ACCEPT CONNECTIONS URL [SECONDS] [NOTE]: loads the URL, and records
# how that went (at SIGINT wrk sums up what was until then); each line of the file LINES is a path, or the body of a form
raced() {
  local throughput p50 p99 errors
  read -r throughput p50 p99 errors < <(
    LINES_OF=$5 METHOD=$6 ACCEPT=$7 timeout --signal=INT "${10:-$seconds}" \
      wrk --threads 1 --connections "$8" --duration 1h --timeout "${limit}s" --script "$bench/requests.lua" "$9" | tail -1
  )
  record "$1" "$2" "$3" "$4" "$throughput" "$p50" "$p99" "$errors" "${11:-}"
}

# FILE…: each as a line of a form
form() { local f; for f in "$@"; do jq --raw-input --slurp --raw-output '"query=" + @uri' "$f"; done; }

# NUMBER: an invented document of that number, as a bundle
bundle() { sed "s/005-firefly/$1/g; s/005/$1/g" "$root/src/test/resources/org/parley/intake/005.trig"; }

# NUMBER: the same quads as an update
insert() {
  bundle "$1" | sed '/^#/d; s/^@prefix \(.*\) \.$/PREFIX \1/; s/^$/INSERT_DATA/' | awk '
    /INSERT_DATA/ { if (!begun++) print "INSERT DATA {"; next } { print } END { print "}" }' |
    sed "s|^graph:document..|GRAPH <https://w3id.org/parley/graph/document/|; s|^\(GRAPH <.*\) {|\1> {|; s/^graph:/GRAPH graph:/"
}

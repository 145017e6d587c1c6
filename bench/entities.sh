# What is measured of entities: descriptions of them, and the same while others write.
# shellcheck shell=bash
leaf=(stance/polishchuk-russia-ready document/000 date/2025-11-12 actor/rustem-umerov)
types=(ttl:text/turtle nt:application/n-triples json:application/json html:text/html)

# What is linked to most often, of the documents or of the events.
hubs() { if [[ $size == documents ]]; then echo actor/russia actor/ukraine place/istanbul; else echo actor/freedonia actor/sylvania actor/ruritania; fi; }

# Descriptions of entities, eight connections at once: each format of Parley, cold and kept; the
# others' DESCRIBE; Trifid's page; nginx with the same bytes.
entity() {
  local state type part e hub lists=$work/$size/lists files=$work/$size/nginx/files
  read -ra hub < <(hubs)
  rm -rf "$lists"
  mkdir -p "$lists"
  for part in leaf hub; do
    declare -n list=$part
    for e in "${list[@]}"; do
      for type in "${types[@]}"; do path_of "$e" "$type" >>"$lists/$part.${type%%:*}.new"; done
      echo "/id/$e" >>"$lists/$part.id.new"
      echo "DESCRIBE <https://w3id.org/parley/id/$e>" >"$lists/describe"
      form "$lists/describe" >>"$lists/$part.describe.new"
    done
  done
  for e in "$lists"/*.new; do mv "$e" "${e%.new}"; done

  for state in cold cached; do
    cache=$([[ $state == cold ]] && echo 0 || echo 32MB)
  up parley
    parts parley "$state" GET "$parley"
    if [[ $state == cached ]]; then
      sort -u "$lists"/{leaf,hub}.{ttl,nt,json,html} | while read -r e; do
        curl --silent --fail --create-dirs --output "$files$e" "$parley$e"
      done
    fi
    after entities "$state"
    down
  done
  up nginx
  parts nginx file GET "$nginx"
  down
  for peer in fuseki virtuoso rdf4j; do
    up "$peer"
    for part in leaf hub; do
      for type in ttl:text/turtle nt:application/n-triples; do
        warm_raced "$part ${type%%:*}" "$peer" cold "$lists/$part.describe" POST "${type#*:}" "$("${peer}_query")"
      done
    done
    down
  done
  up fuseki
  up trifid
  for part in leaf hub; do
    warm_raced "$part html" trifid cold "$lists/$part.id" GET text/html "$trifid" $((seconds * 3))
  done
  down
}

path_of() { if [[ $2 == html:* ]]; then echo "/page/$1"; else echo "/data/$1.${2%%:*}"; fi; }

parts() { # PEER STATE METHOD URL
  local part type
  for part in leaf hub; do
    for type in "${types[@]}"; do
      warm_raced "$part ${type%%:*}" "$1" "$2" "$lists/$part.${type%%:*}" "$3" "${type#*:}" "$4"
    done
  done
}

# As raced, entities only: each is asked for once, and then as long to warm up as to be measured.
warm_raced() {
  local line options
  while read -r line; do
    if [[ $5 == POST ]]; then options=(--data "$line" "$7"); else options=("$7$line"); fi
    curl --silent --output /dev/null --max-time "$limit" --header "Accept: $6" "${options[@]}" || true
  done <"$4"
  raced warm-up "$1" "$2" "$3" "$4" "$5" "$6" 8 "$7" "${8:-$seconds}"
  raced entity "$1" "$2" "$3" "$4" "$5" "$6" 8 "$7" "${8:-$seconds}"
}

# Reads of entities by four connections, while a document is written every half second.
mixed() {
  local lists=$work/$size/lists
  for state in cold cached; do
    cache=$([[ $state == cold ]] && echo 0 || echo 32MB)
  up parley
    reads_and_writes parley $state "$lists/leaf.ttl" GET "$parley"
    down
  done
  for peer in fuseki virtuoso rdf4j; do
    up "$peer"
    reads_and_writes "$peer" cold "$lists/leaf.describe" POST "$("${peer}_query")"
    down
  done
}

reads_and_writes() { # PEER STATE LINES METHOD URL
  local writer written
  local commits=$work/$size/commits
  : >"$commits"
  raced mixed "reads alone" "$1" "$2" "$3" "$4" text/turtle 4 "$5" $((seconds * 3))
  writes "$1" >"$commits" 2>>"$work/$size/mixed.log" &
  writer=$!
  raced mixed "reads beside writes" "$1" "$2" "$3" "$4" text/turtle 4 "$5" $((seconds * 3))
  kill $writer 2>/dev/null || true
  wait $writer 2>/dev/null || true
  read -ra written < <(percentiles "$commits" $((seconds * 3)))
  record mixed "writes beside reads" "$1" "$2" "${written[@]}" "a document of 53 quads every half second"
}

writes() { # PEER: the ms that each took, or "failed"
  local before n=$(($(date +%s) % 1000000 * 100))
  while true; do
    before=$(date +%s%N)
    if "$1_write" "$((++n))"; then echo $((($(date +%s%N) - before) / 1000000)); else echo failed; fi
    sleep 0.5
  done
}

# FILE SECONDS: throughput, p50, p99 and failures of what is written there
percentiles() {
  sort -n "$1" | awk -v seconds="$2" '/failed/ { failed++; next } { took[++n] = $1 }
    END { if (n) print n / seconds, took[int((n + 1) / 2)], took[int(n * 0.99 + 0.5)], failed + 0; else print 0, "-", "-", failed + 0 }'
}

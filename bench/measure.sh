# What is measured of a store; each function for the present size, one peer running at a time.
# shellcheck shell=bash
stores=(parley fuseki virtuoso rdf4j)

# Makes the data, has Parley take it, exports it for the others, and has each load it.
load_all() {
  local events=$1 quads took before peer data=$work/$size/data.nq
  rm -rf "${work:?}/$size"
  mkdir -p "$work/$size"
  if ((events)); then
    "$java" -jar "$jar" generate --events "$events" --seed 1 --output "$work/$size/events.tsv"
    before=$(date +%s%N)
    (cd "$work/$size" && JAVA_OPTS=-Xmx$(heap)m "$root/bin/parley" import events events.tsv --store "$(store parley)") >"$work/$size/import.txt" ||
      die "$(cat "$work/$size/import.txt")"
    took=$((($(date +%s%N) - before) / 1000000))
  else
    before=$(date +%s%N)
    up parley
    took=$((($(date +%s%N) - before) / 1000000))
    down
  fi
  (cd "$work/$size" && jvm -jar "$jar" export --format nq --store "$(store parley)" --output "$data")
  quads=$(wc -l <"$data")
  loaded parley "; it says itself: $(tail -1 "$work/$size/import.txt" 2>/dev/null)"
  for peer in fuseki virtuoso rdf4j; do
    say "$size: $peer loads $quads quads"
    before=$(date +%s%N)
    if ("${peer}_load" "$data") >"$work/$size/$peer.load.log" 2>&1; then
      took=$((($(date +%s%N) - before) / 1000000))
      loaded "$peer"
    else
      record load quads "$peer" cold 0 - - 1 "not loaded: $(tail -3 "$work/$size/$peer.load.log" | tr -s '\n\t' ' ')"
    fi
  done
}

loaded() { # PEER: $quads in $took ms
  record load quads "$1" cold "$((quads * 1000 / took))" "$took" "$took" 0 \
    "$quads quads, process and all; $(du -sm "$(store "$1")" | cut -f1) MB on disk${2:-}"
}

# Time to the first answer, and memory then, of three starts the one in the middle.
start_all() {
  local peer starts
  for peer in "${stores[@]}"; do
    starts=()
    for _ in 1 2 3; do
      up "$peer"
      starts+=("$waited")
      record memory started "$peer" cold - - - 0 "$(memory VmRSS)"
      down
    done
    mapfile -t starts < <(printf '%s\n' "${starts[@]}" | sort -n)
    record start first-answer "$peer" cold - "${starts[1]}" "${starts[2]}" 0 "of 3 starts"
  done
}

after() { record memory "after $1" "$peer" "$2" - - - 0 "$(memory VmRSS)"; }

# PEER STATE: every query by one client, one at a time, at the peer's SPARQL endpoint
queries() {
  local name extra=
  cache=0
  up "$1"
  if [[ $1 == rdf4j ]]; then extra="&timeout=$limit"; fi # the others have it in their configuration
  while IFS=$'\t' read -r name _; do
    echo "$(form "$work/questions/$name.rq")$extra" >"$work/questions/$name.line"
  done <"$work/questions/list.tsv"
  each "$1" cold POST "$("$1_query")"
  after queries cold
  down
}

# STATE: the same of Parley's own resources
catalogue() {
  local name path
  cache=$([[ $1 == cold ]] && echo 0 || echo 32MB)
  up parley
  while IFS=$'\t' read -r name path _; do echo "$path" >"$work/questions/$name.line"; done <"$work/questions/list.tsv"
  each parley-rest "$1" GET "$parley"
  after queries "$1"
  down
}

# PEER STATE METHOD URL: asks every query once, which warms up; then those that are fast for a
# while; the others are asked three times in all
each() {
  local name accept what fast=$work/fast
  mkdir -p "$work/$size/answers/$1"
  : >"$fast"
  while IFS=$'\t' read -r name _ accept; do
    timed "$@" "$name" "$accept"
  done <"$work/questions/list.tsv"
  while IFS=$'\t' read -r name accept; do
    # a query alone needs less time than many entities in turn; as long before, to warm it up
    for what in warm-up query; do raced $what "$name" "$1" "$2" "$work/questions/$name.line" "$3" "$accept" 1 "$4" "$(awk -v seconds="$seconds" 'BEGIN { print seconds / 5 }')"; done
  done <"$fast"
}

timed() { # PEER STATE METHOD URL NAME ACCEPT
  local code took cut times=() note options=("$4$(<"$work/questions/$5.line")") answer=$work/$size/answers/$1/$5
  if [[ $3 == POST ]]; then options=(--data @"$work/questions/$5.line" "$4"); fi
  for _ in 1 2 3; do
    read -r code took cut < <(curl --silent --output "$answer" --max-time "$limit" --header "Accept: $6" \
      --dump-header "$work/head" --write-out '%{http_code} %{time_total} %{exitcode}\n' "${options[@]}") || true
    took=$(awk -v s="$took" 'BEGIN { printf "%.3f", s * 1000 }')
    times+=("$took")
    if ((cut)); then code="cut off ($code)"; fi # it began to answer
    # Virtuoso sends what it has when the time is over, and says so in a header
    if grep -qi '^X-SQL-State: S1TAT' "$work/head"; then code=partial; fi
    if [[ $code != 200 ]] || ((${took%.*} < 300)); then break; fi
  done
  if [[ $code != 200 ]]; then
    note="$code $(head -c 300 "$answer" 2>/dev/null | tr -s '\n\t\r ' ' ')"
    if ((${took%.*} >= limit * 950)); then note="> limit" took=$((limit * 1000)); fi
    record query "$5" "$1" "$2" 0 "$took" "$took" 1 "$note"
    rm -f "$answer"
    settle
  elif ((${took%.*} < 300)); then
    printf '%s\t%s\n' "$5" "$6" >>"$fast"
  else
    mapfile -t times < <(printf '%s\n' "${times[@]}" | sort -n)
    record query "$5" "$1" "$2" "$(awk -v t="${times[1]}" 'BEGIN { printf "%.3f", 1000 / t }')" \
      "${times[1]}" "${times[2]}" 0 "3 runs"
  fi
}

# Whether the others answered as Parley did: the rows of both, in order, must be the same.
agreement() {
  local name peer here there from=$work/$size/answers
  while IFS=$'\t' read -r name _; do
    [[ -e $from/parley/$name ]] || continue
    for peer in fuseki virtuoso rdf4j; do
      [[ -e $from/$peer/$name ]] || continue
      if [[ $(find "$from"/{parley,"$peer"}/"$name" -size +32M) ]]; then
        record agree "$name" "$peer" - - - - 1 "not compared: more than 32 MB"
        continue
      fi
      normal parley "$name"
      normal "$peer" "$name"
      here=$(comm -23 "$from"/{parley,"$peer"}/"$name.txt" | wc -l)
      there=$(comm -13 "$from"/{parley,"$peer"}/"$name.txt" | wc -l)
      record agree "$name" "$peer" - - - - "$((here + there > 0))" \
        "$(wc -l <"$from/parley/$name.txt") rows$( ((here + there)) && echo ", $here only of Parley, $there only of $peer: $(reason "$peer" "$name")")"
    done
  done <"$work/questions/list.tsv"
}

normal() { # PEER NAME: its answer in normal form
  local answer=$work/$size/answers/$1/$2
  if head -c 9 "$answer" | grep -q '{'; then
    jq --raw-output --from-file "$bench/normal.jq" "$answer"
  else
    sed 's/[\t ]\+/ /g; s/_:[^ ]*/_:/g; s/ *\.$//; s/\^\^<[^>]*XMLSchema#string>//' "$answer" | jq --raw-input --raw-output 'gsub("\\\\u(?<x>[0-9A-Fa-f]{4})"; "\"\\u\(.x)\"" | fromjson)'
  fi | sort >"$answer.txt"
}

reason() { awk -F '\t' -v peer="$1" -v name="$2" '$1 == peer && name ~ "^(" $2 ")$" { print $3; found = 1; exit } END { if (!found) print "UNEXPLAINED" }' "$bench/reasons.tsv"; }

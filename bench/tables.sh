# From the lines of the results to tables and plots.
# shellcheck shell=bash
out=${out:-$bench/results}

tables() {
  mkdir -p "$out"
  cp "$results" "$out/results.tsv"
  awk -f "$bench/goals.awk" -v data="$work/goals.dat" "$results" >"$work/goals.md"
  {
    echo "# The race"
    echo
    machine
    echo
    cat "$work/goals.md"
    awk -f "$bench/tables.awk" "$results"
    if [[ -s $work/jmh.csv ]]; then inner; fi
    if [[ -s $work/contract.md ]]; then cat "$work/contract.md"; fi
  } >"$out/README.md"
  awk -f "$bench/plots.awk" -v folder="$work" "$results"
  gnuplot -e "folder='$work'; out='$out'" "$bench/plots.gp"
}

inner() {
  printf '\n## Inner pieces\n\nJMH, in process, one thread.\n\n| piece | time an operation | ± |\n|---|---:|---:|\n'
  awk -F, 'NR > 1 { gsub(/"/, ""); sub(/.*\.bench\.|.*\.web\./, "", $1); of = ""
    for (i = 8; i <= NF; i++) of = of ($i ? " " $i : "")
    printf "| %s%s | %.3f %s | %.3f |\n", $1, of, $5, $7, $6 }' "$work/jmh.csv"
}

jmh() {
  (cd "$root" && "$java" -cp "$classpath" org.openjdk.jmh.Main 'org[.]parley[.].*' -f 1 -wi 2 -i 3 \
    -w "$seconds" -r "$seconds" -foe true -rf csv -rff "$work/jmh.csv" -jvmArgs -Xmx2g) >"$work/jmh.log" 2>&1 || {
    tail -20 "$work/jmh.log" >&2
    die "JMH failed: $work/jmh.log"
  }
}

# The tests of what a store does, on the servers that are not in mvn verify, each with a store of its own.
contract() {
  local before=$size peer query update
  size=contract
  # shellcheck disable=SC2016
  printf '\n## Contract of a store\n\n`StoreContractTest`, on a server elsewhere.\n\n| engine | tests | passed | what fails |\n|---|---:|---:|---|\n' >"$work/contract.md"
  for peer in virtuoso rdf4j; do
    rm -rf "$(store $peer)"
    mkdir -p "$work/contract"
    : >"$work/contract/data.nq"
    "${peer}_load" "$work/contract/data.nq" >"$work/contract/$peer.load.log" 2>&1
    up $peer
    query=$("${peer}_query")
    update=$("${peer}_update")
    maven -Pbench test -Dtest=StoreContractTest -Dcontract.query="$query" -Dcontract.update="$update" \
      -Dsurefire.failIfNoSpecifiedTests=false >"$work/contract/$peer.log" 2>&1 || true
    contracted $peer >>"$work/contract.md"
    down
  done
  size=$before
}

# What the report of the tests says of the engine that was added.
contracted() {
  local report=$root/target/surefire-reports/TEST-org.parley.store.StoreContractTest.xml
  awk -v peer="$1" '
    /<testcase / { other = /Test\[4\]/; if (other) { all++; name = $0; sub(/.* name="/, "", name); sub(/".*/, "", name) } }
    /<(failure|error)/ && other { failed++; message = $0; sub(/.*message="/, "", message); sub(/".*/, "", message)
      gsub(/&#10;|\|/, " ", message); what = what (what ? "; " : "") "`" name "`: " substr(message, 1, 200) }
    END { printf "| %s | %d | %d | %s |\n", peer, all, all - failed, what ? what : "–" }' "$report"
}

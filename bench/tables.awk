# The results as tables: one for what was measured at a size, a row an item, a column a peer.
BEGIN { FS = "\t" }
NR > 1 && $1 != "agree" && $1 != "memory" && $1 != "start" && $1 != "warm-up" {
  table = $1 SUBSEP $3
  if (!(table in items)) { order[++tables] = table; name[table] = $1 ", " $3 }
  who = $4 ($5 == "cold" ? "" : ", " $5)
  if (!((table, "c", who) in known)) { known[table, "c", who]; column[table, ++columns[table]] = who }
  if (!((table, "r", $2) in known)) { known[table, "r", $2]; row[table, ++items[table]] = $2 }
  cell[table, $2, who] = $1 == "load" ? $6 \
    : $10 == "> limit" ? "> limit" : $6 + 0 == 0 ? ($1 == "query" ? "refused" : "none in time") \
    : sprintf("%s · %s · %s%s", short($6), short($7), short($8), $9 ? " (" $9 " errors)" : "")
  if ($10 != "" && $10 != "> limit" && $6 + 0 == 0 && $1 == "query")
    refused[table] = refused[table] sprintf("\n- `%s`, %s: `%s`", $2, who, substr($10, 1, 200))
}
$1 == "agree" { all[$3, $4]++; if ($9) { differs[$3, $4]++; told = told sprintf("\n- %s, `%s`, %s: %s", $3, $2, $4, $10) } agreed[$3 SUBSEP $4] }
$1 == "memory" || $1 == "start" { key = $4 ($5 == "cold" ? "" : ", " $5); if ($1 == "start") { started[key] = $7; by[key] } else if ($3 == "documents") { memory[key, $2] = $10; by[key] } }
function short(n) { return n == "-" ? n : n >= 100 ? sprintf("%.0f", n) : n >= 1 ? sprintf("%.1f", n) : sprintf("%.2f", n) }
END {
  print "\n## Answers\n\nThose that are not the same as Parley’s:" (told ? told : length(all) ? " none." : " nothing was compared.") "\n"
  print "| size | peer | compared | the same |\n|---|---|---:|---:|"
  for (k in agreed) { split(k, p, SUBSEP); printf "| %s | %s | %d | %d |\n", p[1], p[2], all[k], all[k] - differs[k] | "sort" }
  close("sort")
  print "\n## Start and memory, three documents\n\n| peer | first answer, ms | started, MB | after queries, MB | after entities, MB |\n|---|---:|---:|---:|---:|"
  for (k in by) printf "| %s | %s | %s | %s | %s |\n", k, started[k], memory[k, "started"], memory[k, "after queries"], memory[k, "after entities"] | "sort"
  close("sort")
  for (i = 1; i <= tables; i++) {
    t = order[i]
    printf "\n## %s\n\n", name[t]
    print name[t] ~ /^load/ ? "Quads a second, process and all." : "Answers a second · p50 in ms · p99 in ms."
    printf "\n|"
    for (c = 1; c <= columns[t]; c++) printf " | %s", column[t, c]
    printf " |\n|---"
    for (c = 1; c <= columns[t]; c++) printf "|---:"
    print "|"
    for (r = 1; r <= items[t]; r++) {
      printf "| %s", row[t, r]
      for (c = 1; c <= columns[t]; c++) printf " | %s", cell[t, row[t, r], column[t, c]]
      print " |"
    }
    if (refused[t]) print "\nRefused:\n" refused[t]
  }
}

# The goals of the race, computed from its results; also written as plain data for the plot.
BEGIN {
  FS = "\t"
  print "## Goals\n\n| what | goal | measured | |\n|---|---:|---:|---|"
}
NR > 1 {
  key = $1 SUBSEP $2 SUBSEP $3 SUBSEP $4 SUBSEP $5
  throughput[key] = $6; p50[key] = $7; note[key] = $10
  if (!(($3) in seen)) { seen[$3]; size[++sizes] = $3 }
  if ($1 == "query") asked[$2]
  if ($1 == "memory" && $2 == "started" && $10 > most[$3, $4]) most[$3, $4] = $10
}
function of(what, item, size, peer, state) { return throughput[what, item, size, peer, state] + 0 }

# The entities of Parley in all formats and parts against another, as a geometric mean.
function entities(size, state, peer, other, formats, parts,    f, p, i, j, n, sum, a, b, theirs) {
  n = 0; sum = 0
  split(formats, f, " "); split(parts, p, " ")
  for (i in f) for (j in p) {
    theirs = other == "" ? f[i] : other
    a = of("entity", p[j] " " f[i], size, "parley", state)
    b = of("entity", p[j] " " theirs, size, peer, peer == "nginx" ? "file" : "cold")
    if (a && b) { sum += log(a / b); n++ }
  }
  return n ? exp(sum / n) : 0
}

# Geometric mean over the queries that both were asked; what was given up counts with the limit.
function catalogue(size, ours, peer,    q, n, sum, a, b) {
  n = 0; sum = 0; both = 0; left = ""
  for (q in asked) {
    a = p50["query", q, size, ours, "cold"]; b = p50["query", q, size, peer, "cold"]
    if (a == "" || b == "") continue
    if (refused("query", q, size, peer) || refused("query", q, size, ours)) { left = left " " q; continue }
    sum += log(b / a); n++
  }
  both = n
  return n ? exp(sum / n) : 0
}
# An error of its own, which is not the limit
function refused(what, q, size, peer,    said) {
  said = note[what, q, size, peer, "cold"]
  return said != "" && said != "> limit" && said !~ /runs$/
}

function goal(what, sign, bound, is, how,    reached, by) {
  if (!is) { printf "| %s | %s %s | not measured | |\n", what, sign, bound; return }
  reached = sign == "≥" ? is >= bound : is <= bound
  by = sign == "≥" ? bound / is : is / bound
  printf "| %s | %s %s | %.3g | %s%s |\n", what, sign, bound, is, reached ? "reached" : sprintf("missed by a factor of %.2f", by), how ? "; " how : ""
  printf "\"%s\"\t%.4f\n", what, sign == "≥" ? is / bound : bound / is >data
}

END {
  for (i = 1; i <= sizes; i++) {
    s = size[i]
    goal("entity, cached, all formats, against nginx, " s, "≥", 0.35, entities(s, "cached", "nginx", "", "ttl nt json html", "leaf hub"))
    goal("entity, cold, RDF, against Fuseki’s DESCRIBE, " s, "≥", 2, entities(s, "cold", "fuseki", "", "ttl nt", "leaf hub"))
    goal("entity page, cold, against Trifid’s, " s, "≥", 100, entities(s, "cold", "trifid", "", "html", "leaf hub"))
    goal("entity page, cached, against Trifid’s, " s, "≥", 100, entities(s, "cached", "trifid", "", "html", "leaf hub"))
    if (s != "documents") for (way = 1; way <= 2; way++) {
      ours = way == 1 ? "parley" : "parley-rest"
      ratio = catalogue(s, ours, "fuseki")
      goal("catalogue, cold, " (way == 1 ? "/sparql" : "/queries") ", against Fuseki, " s, "≥", 2, ratio, both " queries" (left ? "; without" left : ""))
      ratio = catalogue(s, ours, "virtuoso")
      goal("catalogue, cold, " (way == 1 ? "/sparql" : "/queries") ", against Virtuoso, " s, "≥", 1, ratio, both " queries" (left ? "; without" left : ""))
    }
    if (s != "documents" && of("load", "quads", s, "fuseki", "cold"))
      goal("import against tdb2.tdbloader, " s, "≥", 1, of("load", "quads", s, "parley", "cold") / of("load", "quads", s, "fuseki", "cold"))
  }
  n = split("ttl nt json html", f, " ")
  if (sizes > 1) for (k = 1; k <= 2; k++) {
    part = k == 1 ? "leaf" : "hub"; sum = 0; m = 0
    for (i = 1; i <= n; i++) {
      a = p50["entity", part " " f[i], size[sizes], "parley", "cold"]; b = p50["entity", part " " f[i], size[1], "parley", "cold"]
      if (a && b) { sum += log(a / b); m++ }
    }
    goal("p50 of an entity (" part "), cold, at " size[sizes] " against " size[1], "≤", 1.5, m ? exp(sum / m) : 0)
  }
  a = p50["start", "first-answer", size[1], "parley", "cold"]; b = p50["start", "first-answer", size[1], "fuseki", "cold"]
  goal("start to first answer against Fuseki’s", "≤", 1, b ? a / b : 0, sprintf("%d ms, %d ms", a, b))
  goal("three documents served, resident memory in MB", "≤", 256, most["documents", "parley"] + 0, "after start; after the race " (note["memory", "after entities", "documents", "parley", "cached"] + 0))
}

# The numbers behind the plots: throughput of the catalogue by peer and size, and p50 of an entity.
BEGIN { FS = "\t" }
NR > 1 && !(($3) in seen) { seen[$3]; size[++sizes] = $3 }
$1 == "query" { k = $3 SUBSEP $4 ($5 == "cold" ? "" : " " $5); if ($7 > 0) { sum[k] += log(1000 / $7); n[k]++; note_peer(peers, $4 ($5 == "cold" ? "" : " " $5)) } }
$1 == "entity" { k = $3 SUBSEP $4 ($5 == "cold" ? "" : " " $5); if ($7 > 0) { esum[k] += log($7); en[k]++; note_peer(epeers, $4 ($5 == "cold" ? "" : " " $5)) } }
function note_peer(peers, name) { if (!((name, "seen") in peers)) { peers[name, "seen"]; peers[++peers["count"]] = name } }
function write(file, sum, n, peers,    i, p, q) {
  printf "size" >file
  for (p = 1; p <= peers["count"]; p++) printf "\t\"%s\"", peers[p] >file
  print "" >file
  for (i = 1; i <= sizes; i++) {
    printf "%s", size[i] >file
    for (p = 1; p <= peers["count"]; p++) printf "\t%s", n[size[i], peers[p]] ? exp(sum[size[i], peers[p]] / n[size[i], peers[p]]) : "?" >file
    print "" >file
  }
}
END {
  write(folder "/catalogue.dat", sum, n, peers)
  write(folder "/entity.dat", esum, en, epeers)
}

# Virtuoso 7 of Debian; its own bulk loader reads what is in the directory of the size.
# shellcheck shell=bash
virtuoso=http://localhost:18890

virtuoso_serve() {
  mkdir -p "$(store virtuoso)"
  cd "$(store virtuoso)" || exit
  # 8 KB each; Virtuoso's guide has 85 to a MB of what it may use
  sed "s|BUFFERS|$(($(heap) * 85))|; s|DIRTY|$(($(heap) * 62))|; s|LIMIT|$limit|; s|DATA|$work/$size|" \
    "$bench/peers/virtuoso.ini" >virtuoso.ini
  exec virtuoso-t +foreground +configfile virtuoso.ini
}

virtuoso_ready() { asks $virtuoso/sparql; }
virtuoso_query() { echo $virtuoso/sparql; }
virtuoso_update() { virtuoso_query; }

isql() { isql-vt 18111 dba dba VERBOSE=OFF "ERRORS=STDOUT" EXEC="$1"; }

virtuoso_load() { # FILE
  local wrong private=http://www.openlinksw.com/schemas/virtrdf#PrivateGraphs
  up virtuoso
  isql "ld_dir('$(dirname "$1")', '$(basename "$1")', 'urn:none'); rdf_loader_run(); checkpoint;"
  wrong=$(isql "select ll_error from DB.DBA.load_list where ll_error is not null;" | sed -n '/^LL_ERROR/d; /^VARCHAR/d; /[[:alnum:]]/p')
  # Its own graphs are hidden, so that what names no graph sees the data alone; others may write
  isql "SPARQL CLEAR GRAPH <http://www.w3.org/ns/ldp#>; SPARQL CLEAR GRAPH <http://localuriqaserver/sparql>;
    DB.DBA.RDF_GRAPH_GROUP_CREATE('$private', 1); DB.DBA.RDF_GRAPH_GROUP_INS('$private', '${private%Pri*}');
    DB.DBA.RDF_DEFAULT_USER_PERMS_SET('nobody', 15); DB.DBA.RDF_DEFAULT_USER_PERMS_SET('nobody', 0, 1);
    grant SPARQL_UPDATE to \"SPARQL\";"
  down
  if [[ $wrong ]]; then echo "$wrong" && return 1; fi
}

virtuoso_write() { insert "$1" | curl --silent --fail --output /dev/null --max-time 60 --data-urlencode query@- $virtuoso/sparql; }

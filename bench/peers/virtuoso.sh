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
  up virtuoso
  isql "ld_dir('$(dirname "$1")', '$(basename "$1")', 'urn:none'); rdf_loader_run(); checkpoint;"
  isql "select ll_error from DB.DBA.load_list where ll_error is not null;" | sed -n '/[[:alnum:]]/s/^/virtuoso: /p' >&2
  isql "grant execute on DB.DBA.SPARQL_INSERT_DICT_CONTENT to \"SPARQL\"; grant SPARQL_UPDATE to \"SPARQL\";" >/dev/null
  down
}

virtuoso_write() { insert "$1" | curl --silent --fail --output /dev/null --max-time 60 --data-urlencode query@- $virtuoso/sparql; }

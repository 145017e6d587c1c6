# An answer as lines to be compared: a row a line, its columns in the order of the query. Numbers are
# compared by value, truth values as 1 and 0 (Virtuoso has no others), times by instant, languages without
# case; blank nodes are all the same.
def exact: "http://www.w3.org/2001/XMLSchema#";
def term:
  if . == null then ""
  elif .type == "bnode" then "_:"
  elif .type == "uri" then "<\(.value)>"
  elif .["xml:lang"] then "\(.value | tojson)@\(.["xml:lang"] | ascii_downcase)"
  else
    (.datatype // exact + "string") as $type | .value as $value
    | if $type | test("#(integer|decimal|double|float|int|long|short|byte|(non(Neg|Pos)itive|positive|negative|unsigned)[A-Za-z]*)$")
      then ($value | (tonumber * 1e6 | round / 1e6 | tostring)? // $value)
      elif $type == exact + "boolean" then (if $value == "true" then "1" elif $value == "false" then "0" else $value end)
      elif $type == exact + "dateTime" then ($value | sub("\\.0+(?=Z|[+-]|$)"; "") | sub("[+-]00:00$"; "Z"))
      else "\($value | tojson)^^\($type)" | sub("\\^\\^" + exact + "string$"; "")
      end
  end;
if has("boolean") then .boolean | tostring
else .head.vars as $columns | .results.bindings[] | [.[$columns[]] | term] | join("\t")
end

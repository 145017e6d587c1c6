# What the race needs and the machine lacks: packages of Debian or Ubuntu, and what Maven and npm have.
# shellcheck shell=bash
tools=$work/tools
root_by=()
if ((EUID)); then root_by=(sudo); fi
rdf4j_version=5.0.3
jetty_version=9.4.57.v20241219
trifid_version=5.3.0

packages() {
  local missing=() apt=(env DEBIAN_FRONTEND=noninteractive apt-get --yes --quiet) policy=/usr/sbin/policy-rc.d
  need() { command -v "$1" >/dev/null || missing+=("${@:2}"); }
  PATH=$PATH:/usr/sbin
  need curl curl ca-certificates
  need mvn maven
  need node nodejs
  need npm npm
  need virtuoso-t virtuoso-opensource-7
  need isql-vt virtuoso-opensource-7
  need nginx nginx
  need wrk wrk
  need gnuplot gnuplot-nox
  need jq jq
  java=$(java21) || missing+=(openjdk-21-jdk-headless)
  if ((${#missing[@]})); then
    say "Installing ${missing[*]}"
    # A package starts its service at once, on ports that others may need; the race starts its own.
    if [[ ! -e $policy ]]; then
      printf '#!/bin/sh\nexit 101\n' | "${root_by[@]}" install -m 755 /dev/stdin $policy
      trap 'down; "${root_by[@]}" rm -f /usr/sbin/policy-rc.d' EXIT
    fi
    "${root_by[@]}" "${apt[@]}" update
    "${root_by[@]}" "${apt[@]}" install --no-install-recommends "${missing[@]}"
    java=$(java21) || die "This system's packages have no JDK of release 21 or later: install one"
  fi
}

java21() { # a java of release 21 or later whose javac stands beside it, the newest
  local javac release best=20 found=
  for javac in /usr/lib/jvm/*/bin/javac "$(command -v javac || true)"; do
    [[ -x $javac ]] || continue
    release=$("$javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    if ((${release:-0} > best)); then
      best=$release
      found=${javac%c}
    fi
  done
  [[ $found ]] && echo "$found"
}

maven() { (cd "$root" && mvn --batch-mode --no-transfer-progress --quiet "$@"); }

fetch() { # GROUP:ARTIFACT:VERSION[:TYPE] FILE
  [[ -e $tools/$2 ]] && return
  say "Fetching $1"
  maven dependency:copy -Dartifact="$1" -DoutputDirectory="$tools/fetched" -Dmdep.useBaseVersion=true
  local found=("$tools"/fetched/*)
  mv "${found[0]}" "$tools/$2"
}

setup() {
  mkdir -p "$tools"
  packages
  fetch org.apache.jena:jena-fuseki-server:"$(pinned fuseki)" fuseki.jar
  fetch org.eclipse.rdf4j:rdf4j-http-server:$rdf4j_version:war rdf4j.war
  fetch org.eclipse.jetty:jetty-runner:$jetty_version jetty.jar
  if [[ ! -d $tools/trifid/node_modules/trifid ]]; then
    say "Fetching Trifid"
    npm install --prefix "$tools/trifid" --ignore-scripts --no-audit --no-fund --loglevel=error trifid@$trifid_version
  fi
  say "Building"
  maven -Pbench package -DskipTests dependency:build-classpath -Dmdep.outputFile="$work/classpath" \
    -Dmdep.includeScope=test
  jar=$root/target/parley.jar
  export JAVA_HOME=${java%/bin/java}
  "$root/bin/parley" --version >/dev/null # which prepares its quick start
  classpath=$root/target/test-classes:$root/target/classes:$(<"$work/classpath")
  (cd "$root" && "$java" -cp "$classpath" org.parley.bench.Questions "$work/questions")
}

pinned() { sed -n "s|^ *<$1.version>\(.*\)</.*|\1|p" "$root/pom.xml"; }

# What ran where, as a table.
machine() {
  cat <<TABLE
| | |
|---|---|
| date | $(date -u +%FT%H:%MZ), commit $(git -C "$root" rev-parse --short HEAD) |
| processors | $(nproc) × $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1) |
| memory | $(awk '/MemTotal/ { printf "%.1f GiB", $2 / 1048576 }' /proc/meminfo) |
| system | $(. /etc/os-release && echo "$PRETTY_NAME"), Linux $(uname -r) |
| JDK | $("$java" -version 2>&1 | sed -n '3s/.*(build \([^)]*\)).*/\1/p') |
| Fuseki | $(pinned fuseki) on TDB2 |
| Virtuoso | $(virtuoso-t -? 2>&1 | sed -n 's/.*Version \([0-9.]*\).*/\1/p' | head -1) |
| RDF4J Server | $rdf4j_version, native store, Jetty $jetty_version |
| Trifid | $trifid_version, Node $(node --version) |
| nginx | $(nginx -v 2>&1 | sed 's|.*/||') |
| load | $(wrk -v 2>&1 | sed -n 's/^\(wrk [^ ]*\).*/\1/p'), ${seconds}s each, limit ${limit}s, one run |
TABLE
}

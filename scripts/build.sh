# Sourced by ./bellwether (which sets root and dist): builds what the command line needs, and the cache that makes it start fast.

readonly APP_JAR=bellwether-app-0.1.0-SNAPSHOT.jar
# A short command is over before the second compiler or a concurrent collector could pay.
readonly CLI_JVM=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms24m -Xmx768m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40
  # A command tells its problems as values; a logging framework only costs start time there.
  -Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider -Dslf4j.internal.verbosity=ERROR)
readonly SERVER_JVM=(-XX:+UseG1GC -Xms64m -Xmx1g)
readonly COMMON_JVM=(-Xlog:disable -Xlog:all=error:stderr -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)

# Whether nothing that runs was changed since the last build. Folders count too: a deleted file changes only the time
# of its folder. Tests do not count.
is_built() {
  [ -f "$dist/.built" ] || return 1
  [ -n "${BELLWETHER_NO_BUILD:-}" ] && return 0
  local part sources=()
  for part in pom.xml {core,insight,engine,app,web}/{pom.xml,src} web/{static,package.json,package-lock.json,svelte.config.js,vite.config.ts}; do
    [ -e "$root/$part" ] && sources+=("$root/$part")
  done
  [ -z "$(find "${sources[@]}" -path '*/src/test' -prune -o -newer "$dist/.built" -print -quit)" ]
}

build_when_needed() {
  if is_built; then
    # Maven run by hand replaces the jars, and a cache for other jars is ignored.
    if [ -z "${BELLWETHER_NO_BUILD:-}" ] && [ ! "$dist/.trained" -nt "$dist/lib" ]; then
      echo "bellwether: preparing a fast start …" >&2
      train
    fi
    return 0
  fi
  if ! command -v mvn >/dev/null; then
    echo "bellwether: Maven (mvn) is needed to build, and is not on the PATH: install Maven 3.8 or newer." >&2
    return 1
  fi
  if ! command -v npm >/dev/null; then
    echo "bellwether: Node.js with npm is needed to build the pages: install Node.js 20.19 or newer." >&2
    return 1
  fi
  mkdir -p "$dist"
  # One build at a time: a second caller waits, then finds it done.
  if command -v flock >/dev/null; then
    exec 9>"$dist/.lock"
    flock 9
    if is_built; then
      exec 9>&-
      return 0
    fi
  fi
  build
  local result=$?
  exec 9>&-
  return $result
}

build() {
  local started=$SECONDS log=$dist/build.log why="sources changed"
  [ -f "$dist/.built" ] || why="first use, this takes a minute or two"
  echo "bellwether: building ($why) …" >&2
  rm -f "$dist/.built" "$dist"/*.aot
  touch "$dist/.started"
  if ! (cd "$root" && mvn -B -q -ntp -Dstyle.color=never -Dmaven.test.skip=true -pl app -am package) >"$log" 2>&1 </dev/null; then
    grep -v -e '\[Help 1\]' -e '-[eX] switch' -e 'possible solutions' -e '^\[ERROR\] *$' "$log" | tail -n 30 >&2
    echo "bellwether: the build failed; all of its output is in $log" >&2
    return 1
  fi
  train
  # Times count from the start, so that what was edited during the build is built next time.
  mv "$dist/.started" "$dist/.built"
  echo "bellwether: built in $((SECONDS - started)) s" >&2
}

# Runs the command line and the server once on a copy of the demo shop and keeps the classes that each loaded and linked
# (JEP 483, 514). Without these caches everything works, only slower to start.
train() {
  local workspace=$dist/training
  rm -rf "$workspace"
  cp -R "$root/examples/shop" "$workspace"
  train_cli "$workspace"
  train_server "$workspace"
  rm -rf "$workspace"
  touch "$dist/.trained"
}

train_cli() {
  "$JAVA_HOME/bin/java" "${CLI_JVM[@]}" "${COMMON_JVM[@]}" -XX:AOTCacheOutput="$dist/cli.aot" \
    -jar "$dist/lib/$APP_JAR" status -w "$1" </dev/null >"$dist/training.log" 2>&1
}

train_server() {
  local log=$dist/training-server.log port="" pid waited=0
  "$JAVA_HOME/bin/java" "${SERVER_JVM[@]}" "${COMMON_JVM[@]}" -XX:AOTCacheOutput="$dist/server.aot" \
    -jar "$dist/lib/$APP_JAR" serve --port 0 -w "$1" </dev/null >"$log" 2>&1 9>&- &
  pid=$!
  while [ -z "$port" ] && [ $waited -lt 300 ] && kill -0 "$pid" 2>/dev/null; do
    sleep 0.2
    waited=$((waited + 1))
    port=$(sed -n 's|^Serving on http://localhost:\([0-9]*\)/.*|\1|p' "$log")
  done
  if [ -n "$port" ]; then
    fetch "$port" / >/dev/null 2>&1
    fetch "$port" /api/scorecard >/dev/null 2>&1
  fi
  kill "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
}

# One page of a server on this machine, with nothing but bash.
fetch() (
  exec 3<>"/dev/tcp/127.0.0.1/$1" || exit
  printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3
  cat <&3
)

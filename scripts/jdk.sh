# Sourced by ./bellwether and ./verify: finds a JDK that can build and run Bellwether, and exports JAVA_HOME.

readonly NEEDED_JAVA=25

# The feature version of the JDK in folder $1 (25 for 25.0.1), or nothing when there is no JDK.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  local line=""
  [ -r "$1/release" ] && line=$(grep '^JAVA_VERSION=' "$1/release" 2>/dev/null)
  if [ -z "$line" ]; then line=$("$1/bin/java" -version 2>&1 | head -n 1); fi
  line=${line#*\"}
  line=${line%%[.\"+-]*}
  case $line in '' | *[!0-9]*) ;; *) printf '%s' "$line" ;; esac
}

# The folder of the JDK whose `java` is first on the PATH, links followed.
jdk_on_path() {
  local tool target
  tool=$(command -v javac 2>/dev/null) || return 0
  while [ -L "$tool" ]; do
    target=$(readlink "$tool")
    case $target in /*) tool=$target ;; *) tool=$(dirname "$tool")/$target ;; esac
  done
  (cd "$(dirname "$tool")/.." 2>/dev/null && pwd -P)
}

find_jdk() {
  local candidate version
  for candidate in \
    "${JAVA_HOME:-}" \
    "$(jdk_on_path)" \
    /usr/lib/jvm/*25* \
    /usr/java/*25* \
    /opt/java/*25* /opt/jdk*25* \
    "$HOME"/.sdkman/candidates/java/25* \
    "$HOME"/.jdks/*25* \
    "$HOME"/.local/share/mise/installs/java/*25* \
    "$HOME"/.asdf/installs/java/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$candidate" ] || continue
    version=$(jdk_version "$candidate")
    if [ "${version:-0}" -ge "$NEEDED_JAVA" ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}

require_jdk() {
  find_jdk && return 0
  cat >&2 <<EOF
bellwether: a JDK $NEEDED_JAVA or newer is needed, and none was found.
  Looked at JAVA_HOME${JAVA_HOME:+ ($JAVA_HOME)}, at javac on the PATH, and at the usual folders for JDKs.
  To get one, for example:
    Debian, Ubuntu   apt-get install openjdk-25-jdk   (or temurin-25-jdk)
    Fedora           dnf install java-25-openjdk-devel
    macOS            brew install openjdk@25
    anywhere         sdk install java 25-tem          (SDKMAN)
  Then try again; set JAVA_HOME if it lies in an unusual folder.
EOF
  return 1
}

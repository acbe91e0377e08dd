# Sourced by ./verify: finds the MariaDB server for the tests that ask it, or installs it.

find_mariadb() {
  local folder
  for folder in /usr/sbin /usr/bin /usr/local/bin /opt/homebrew/bin; do
    [ -x "$folder/mariadbd" ] && return 0
  done
  return 1
}

install_mariadb() {
  command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ] || return 1
  echo "verify: installing the MariaDB server for the tests that ask it …" >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >/dev/null && apt-get install -y -qq --no-install-recommends mariadb-server >/dev/null
}

require_mariadb() {
  find_mariadb && return 0
  install_mariadb && find_mariadb && return 0
  cat >&2 <<'EOF'
verify: the tests of MariaDB need its server, and none was found or could be installed.
  Debian, Ubuntu   apt-get install mariadb-server
  Fedora           dnf install mariadb-server
  macOS            brew install mariadb
EOF
  return 1
}

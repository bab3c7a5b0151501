# shellcheck shell=bash
# What app/run and tests/run share: installing what is missing, and building. It also has to run in
# the bash 3.2 of macOS.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# What Debian 12 and Ubuntu 24.04 call the things needed to...
packages()
{
    case $1 in
        # qt6-websockets-dev: Qt's own CMake files for HttpServer ask for it. The CMake files of the
        # translation tools are in qt6-tools-dev, the tools in qt6-l10n-tools.
        build) echo g++ cmake ninja-build qt6-base-dev qt6-httpserver-dev qt6-networkauth-dev \
                    qt6-websockets-dev qt6-tools-dev qt6-l10n-tools qtkeychain-qt6-dev \
                    libcsv-dev ;;
        # Plugins for SVG and SQLite are loaded at run time; without a font there are no letters.
        # QtKeychain loads libsecret at run time too.
        start) echo libqt6svg6 libqt6sql6-sqlite qt6-translations-l10n fonts-dejavu-core \
                    ca-certificates tzdata libsecret-1-0 ;;
        wayland) echo qt6-wayland ;;
        # The end-to-end test drives the real window by its accessibility names. Versions of
        # clang-format disagree about format, so the version is named. nghttp2-server is an HTTP/2
        # server that is not Qt's own.
        test) echo xvfb xdotool openbox dbus at-spi2-core gnome-keyring nghttp2-server \
                   clang-format-14 ;;
        bench) echo xvfb curl sqlite3 ;;
        clang) echo clang ;;
        fuzz) echo clang libclang-rt-dev ;;
        tidy) echo clang clang-tidy ;;
        locale) echo locales ;;
        package) echo debootstrap dpkg-dev lintian file ;; # CPack asks "file" what links to what
    esac
}

# need PURPOSE...: installs the packages of these purposes that are not there yet.
need()
{
    local package wanted=() missing=() as_root=()
    for package in $(for purpose in "$@"; do packages "$purpose"; done); do
        wanted+=("$package")
    done
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        if ! command -v cmake >/dev/null || ! command -v ninja >/dev/null; then
            echo "There is no apt-get here. Please install what Debian calls" >&2
            echo "  ${wanted[*]}" >&2
            exit 1
        fi
        return
    fi
    for package in "${wanted[@]}"; do
        if [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
            missing+=("$package")
        fi
    done
    if ((${#missing[@]} == 0)); then
        return
    fi

    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            echo "Packages are missing, and there is no sudo to install them. Please run as root:" >&2
            echo "  apt-get update && apt-get install ${missing[*]}" >&2
            exit 1
        fi
        as_root=(sudo)
    fi
    echo "Installing ${missing[*]}"
    # A machine just started may be updating itself and hold the lock for some minutes.
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive
               apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
    if ! "${apt[@]}" update || ! "${apt[@]}" install --no-install-recommends "${missing[@]}"; then
        echo "apt-get could not install ${missing[*]}; its reasons are above." >&2
        exit 1
    fi
}

# build PRESET [ARGUMENTS]: configures unless that was done since the presets last changed, and
# builds; ARGUMENTS go to the build.
build()
{
    if [[ ! $root/build/$1/build.ninja -nt $root/CMakePresets.json ]]; then
        cmake -S "$root" --preset "$1"
    fi
    cmake --build "$root/build/$1" "${@:2}"
}

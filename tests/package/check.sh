#!/usr/bin/env bash
# Makes the Debian package and lives with it on a system where nothing else is installed: installed
# from the file, started from the menu, upgraded, removed. Needs root, for debootstrap and chroot.
set -euo pipefail

# shellcheck source=app/prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../app/prepare.sh"
id=io.github.associationlimits.AssociationLimits
work=$root/build/package
system=$work/system

say()
{
    echo "--- $*"
}

fail()
{
    echo "FAILED: $*" >&2
    exit 1
}

# Where this machine gets its packages from is where the clean one gets them from.
mirror()
{
    apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -1
}

# package VERSION: build/package/association-limits_VERSION_*.deb
package()
{
    (cd "$root/build/release" && cpack -G DEB -R "$1" -B "$work" >"$work/cpack.log") ||
        { cat "$work/cpack.log" >&2; fail "cpack"; }
    rm -rf "$work/_CPack_Packages"
}

inside()
{
    chroot "$system" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

# install VERSION
install()
{
    cp "$work"/association-limits_"$1"_*.deb "$system/root/"
    inside sh -c "apt-get -q -y install --no-install-recommends /root/association-limits_$1_*.deb" \
        >"$work/install.log" 2>&1 || { cat "$work/install.log" >&2; fail "installing $1"; }
    rm "$system"/root/association-limits_*.deb
    [[ $(inside dpkg-query -W -f '${Version}' association-limits) == "$1" ]] ||
        fail "$1 is not what is installed"
}

# A window of the program comes up, and its history is made, when its entry of the menu is opened.
starts_from_menu()
{
    inside sh -c '
        set -e
        Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>/tmp/display 2>/dev/null &
        server=$!
        until [ -s /tmp/display ]; do kill -0 $server; sleep 0.1; done
        DISPLAY=:$(cat /tmp/display)
        export DISPLAY
        gio launch /usr/share/applications/'"$id"'.desktop &
        status=0
        timeout 60 xdotool search --sync --onlyvisible --name "Association Limits" >/dev/null ||
            status=1
        # Which it opens when the window was painted.
        timeout 60 sh -c "until [ -s ~/.local/share/association-limits/history.sqlite ]; do
            sleep 0.1; done" || status=1
        kill $server # and with it the program
        rm /tmp/display
        exit $status'
}

rm -rf "$work"
mkdir -p "$work"

say "the package"
build release
package 0.1.0
package 0.1.1
lintian --allow-root --fail-on error,warning "$work"/association-limits_0.1.0_*.deb
dpkg-deb --contents "$work"/association-limits_0.1.0_*.deb >"$work/contents"
for file in usr/bin/association-limits "usr/share/applications/$id.desktop" \
    "usr/share/metainfo/$id.metainfo.xml" "usr/share/icons/hicolor/scalable/apps/$id.svg" \
    "usr/share/icons/hicolor/48x48/apps/$id.png" usr/share/man/man1/association-limits.1.gz; do
    grep -q " \./$file\$" "$work/contents" || fail "$file is not in the package"
done

say "a clean system"
debootstrap --variant=minbase "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$system" \
    "$(mirror)" >"$work/debootstrap.log" ||
    { tail "$work/debootstrap.log" >&2; fail "debootstrap"; }
inside apt-get -q -y install --no-install-recommends xvfb xdotool libglib2.0-bin fonts-dejavu-core \
    >"$work/tools.log" 2>&1 || { cat "$work/tools.log" >&2; fail "the tools"; }

say "installed"
install 0.1.0
inside association-limits --version
say "the main job"
inside env QT_QPA_PLATFORM=offscreen association-limits --demo /root/demo.png
say "started from the menu"
starts_from_menu || fail "no window"

say "upgraded"
install 0.1.1
starts_from_menu || fail "no window after the upgrade"

say "removed"
inside dpkg-query -L association-limits >"$work/files"
inside apt-get -q -y purge association-limits >"$work/purge.log" 2>&1
while read -r file; do
    if [[ -e $system$file && ! -d $system$file ]]; then
        fail "$file is left"
    fi
done <"$work/files"
left=$(cd "$system" && find . -xdev -path ./root -prune -o -path ./var/log -prune -o \
    -iname '*association*limits*' -print)
[[ -z $left ]] || fail "$left is left"
[[ -s $system/root/.local/share/association-limits/history.sqlite ]] ||
    fail "what is a person's own was removed"
echo "100% tests passed: the package"

#!/bin/sh
# npm run deploy and npm run rollback: see the usage below.
set -eu

usage='npm run deploy -- TARGET [FOLDER]
npm run rollback -- TARGET

Uploads the built site in FOLDER (dist if none is given) as a new release and switches to it in one
step; rollback switches to the previous release. An interrupted deploy changes nothing. TARGET is a
folder, or a folder on a server over ssh, such as USER@HOST:/srv/news.

TARGET/current links to the release that is served, one of the five kept in TARGET/releases. Files
with a digest in their name stay for one more release, because pages that readers have open need them.

RELOAD is a command that is run there after the switch, to make the server use the new release:

    RELOAD="sudo systemctl reload nginx" npm run deploy -- deploy@anh.example:/srv/news

Folders and files get the modes 755 and 644, whatever the umask.

Exits with 0 when the new release is served, with 1 when it is not and the previous one still is, with
2 when an argument is wrong. Needs rsync on both sides.'

misused() {
  printf '%s\nAdd --help for usage.\n' "$1" >&2
  exit 2
}

back=
[ "${1-}" != --back ] || { back=yes && shift; }
for word; do
  case $word in -h | --help) echo "$usage" && exit ;; esac
done
target=${1-} folder=${2-dist}
case $target in
  '' | -*) misused 'Give a folder, or a folder on a server, such as USER@HOST:/srv/news.' ;;
  # So that every shell and server on the way reads it alike.
  *[!A-Za-z0-9/.@:_-]*) misused 'A target may contain only letters, digits and / . _ - @ :.' ;;
esac
[ $# -le 2 ] || misused 'Give one folder.'
case $folder in -*) misused "There is no flag $folder. The only one is --help." ;; esac
case ${target%%/*} in
  *:*) host=${target%%:*} root=${target#*:} ;;
  *) host='' root=$target ;;
esac
[ -n "$back" ] || [ -f "$folder/index.html" ] || misused "There is no built site in $folder/."

# What a server reads under a user of its own: the umask of who deploys must not decide that.
readable='--perms --chmod=D755,F644'
there() { if [ -n "$host" ]; then ssh "$host" "$1"; else sh -c "$1"; fi; }
step() { there "sh -s $root $1" < "$(dirname "$0")/release.sh"; }
failed() {
  echo "$1" >&2
  exit 1
}
needs() {
  command -v "$1" > /dev/null ||
    failed "$1 is not installed here. On Debian and Ubuntu: apt-get install $2; on macOS: brew install $3."
}

# Asked before anything is made, here and there.
[ -z "$host" ] || needs ssh openssh-client openssh
if [ -z "$back" ]; then
  needs rsync rsync rsync
  there "command -v rsync > /dev/null || { echo 'rsync is not installed there. On Debian and Ubuntu: apt-get install rsync.' >&2; exit 1; }" ||
    exit 1
  there "umask 022; mkdir -p $root/releases"
fi
# Ended while it takes the lock, it gives that back.
ended=
trap 'ended=yes' HUP INT TERM
known=$(step lock) || exit 1
trap 'step unlock' EXIT
trap 'exit 1' HUP INT TERM
[ -z "$ended" ] || exit 1
if [ -n "$back" ]; then
  step back || exit 1
else
  # Without times, so that what has not changed keeps its own, and its ETag; that is not copied either.
  rsync --recursive --links --checksum --delete --exclude=/.newsroom $readable ${known:+"--link-dest=../../$known/"} \
    "$folder/" "${host:+$host:}$root/releases/next/" || failed 'Some files could not be copied.'
  step switch || exit 1
fi
[ -z "${RELOAD-}" ] || there "$RELOAD" || {
  [ -n "$back" ] || step back
  failed 'The server could not reload.'
}

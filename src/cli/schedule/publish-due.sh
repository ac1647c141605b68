#!/bin/sh
# Publishes from a server of your own what has come due; see the usage below.
set -eu

usage='sh src/cli/schedule/publish-due.sh TARGET [--now]

Builds the site and deploys it to TARGET, as npm run deploy takes it, when an embargo has ended or
something else that is dated has come due since it last did so, and once a day in any case, as the
news sitemap and the end of security.txt follow the clock. Prints nothing when nothing is due. A
scheduler calls it every few minutes: newsroom.timer beside this file has systemd do so,
newsroom.cron cron. Two of it never run at once.

  --now    publishes in any case, as after a change of the content
  --help   prints this

New lines of addresses.lock are in the content folder; keep them with it. RELOAD, CONTENT and CACHE
are as for npm run build and npm run deploy.

Exits with 0 when all is published, with 1 when it could not be, and the next call tries again, with
2 when an argument is wrong.'

misused() {
  printf '%s\nAdd --help for usage.\n' "$1" >&2
  exit 2
}

now=
target=
for word; do
  case $word in
    -h | --help) echo "$usage" && exit ;;
    --now) now=yes ;;
    -*) misused "There is no flag $word. Those that there are: --now, --help." ;;
    *) [ -z "$target" ] || misused 'Give one folder.' && target=$word ;;
  esac
done
[ -n "$target" ] || misused 'Give a folder, or a folder on a server, such as USER@HOST:/srv/news.'

cd "$(dirname "$0")/../../.."
for program in npm flock; do
  command -v "$program" > /dev/null || {
    echo "$program is not installed. On Debian and Ubuntu, npm is in the package npm and flock in util-linux." >&2
    exit 1
  }
done
cache=${CACHE:-.cache}
mkdir -p "$cache"
# Given back by the system when this ends, however it ends.
exec 9> "$cache/publishing"
flock --nonblock 9 || {
  [ -z "$now" ] || { echo 'It is publishing already. Call it again when that has ended.' >&2 && exit 1; }
  exit 0
}

# When it last published, in UTC. It is the time at which it began: what came due meanwhile is due still.
last=$(cat "$cache/published" 2> /dev/null || echo 1970-01-01T00:00:00Z)
began=$(date -u +%Y-%m-%dT%H:%M:%SZ)
day() { echo "${1%%T*}"; }
if [ -z "$now" ] && [ "$(day "$last")" = "$(day "$began")" ]; then
  next=$(NEWSROOM_CLOCK=$last npm run --silent next-release)
  # Both are in the same form, but for the fractions of a second: their order is that of their letters.
  [ -n "$next" ] || exit 0
  first=$(printf '%s\n%s\n' "${next%%.*}" "${began%Z}" | LC_ALL=C sort | head -n 1)
  [ "$first" = "${next%%.*}" ] || exit 0
fi
npm run --silent build -- --record
npm run --silent deploy -- "$target"
echo "$began" > "$cache/published.next"
mv "$cache/published.next" "$cache/published"
npm run --silent ping

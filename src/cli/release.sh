# A step of deploy.sh, taken where the site is served: sh -s TARGET STEP
set -eu
# Whoever serves the site reads what is made here.
umask 022
root=$1
cd "$root"
current=$(readlink current || :)

# Renaming a link takes one step: there is always one, to something whole.
point() {
  ln -sfn "$1" current.new
  mv -T current.new current
  echo "$root/current is $1 now."
}

case $2 in
  lock)
    mkdir lock 2> /dev/null || {
      echo "Another deploy is running. If it was killed, remove the folder $root/lock." >&2
      exit 1
    }
    echo "$current"
    ;;

  unlock) rmdir lock ;;

  switch)
    release=releases/$(date -u +%Y-%m-%dT%H-%M-%SZ)
    [ ! -e "$release" ] || { sleep 1 && release=releases/$(date -u +%Y-%m-%dT%H-%M-%SZ); }
    cd releases/next
    find . -type f \( -path './_astro/*' -o -path './cards/*' -o -path './maps/*' \
      -o -path './media/*' -o -path './search/*.pf_*' \) > .own
    if [ -n "$current" ]; then
      echo "$current" > .before
      # Not what that one had of those before it, or all would be carried on for ever.
      rsync --files-from="../../$current/.own" --ignore-existing --perms --chmod=D755,F644 --link-dest="$(pwd)/../../$current/" \
        "../../$current/" ./
    fi
    if [ -f .host/root.conf ]; then
      sed "s|\".*\"|\"$(cd ../.. && pwd -P)/$release\"|" .host/root.conf > .host/root.new
      mv .host/root.new .host/root.conf
    fi
    cd ../..
    # Deploys of before may have made it under another umask.
    chmod 755 releases
    mv releases/next "$release"
    point "$release"
    keep=
    for _ in 1 2 3 4 5; do
      keep="$keep $release"
      release=$(cat "$release/.before" 2> /dev/null) || break
    done
    for one in releases/*; do
      case " $keep " in *" $one "*) ;; *) rm -rf "$one" ;; esac
    done
    # It was there before and is not ours to change.
    [ -z "$(find . -prune ! -perm -005)" ] ||
      echo "Only its owner or group can read $root: if the server is neither, call chmod 755 $root there."
    ;;

  back)
    if before=$(cat current/.before 2> /dev/null) && [ -d "$before" ]; then
      point "$before"
    else
      echo 'There is no previous release.' >&2
      exit 1
    fi
    ;;
esac

#!/usr/bin/env bash
# WebKitGTK prints a page without its nested styles for paper, and chooses and fetches no picture to print it.
#
# Expected: `@media print` inside a rule holds on paper as a flat one does, and so does a rule inside a rule of
# `@media print` (CSS Nesting 1, section 3); `<source media="print">` is chosen (HTML, "environment changes"); a
# lazy picture is fetched when its page is printed, as in Chromium and Firefox.
# Seen in WebKitGTK 2.50.6: both kinds of nested styles are left out, while one that is nested in
# `@media all` holds; the picture for the screen is printed, and the lazy one is not.
#
# Run as root on Debian 12, which has the packages. Ends with an error when that has changed.
set -euo pipefail
version=2.50.6-1~deb12u2
export DEBIAN_FRONTEND=noninteractive
apt-get install -y --no-install-recommends "gir1.2-webkit2-4.1=$version" "libwebkit2gtk-4.1-0=$version" \
  "libjavascriptcoregtk-4.1-0=$version" "gir1.2-javascriptcoregtk-4.1=$version" python3-gi xvfb xauth \
  poppler-utils >/dev/null </dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dpkg-query --show gir1.2-webkit2-4.1

picture() { # color
  echo "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='200' height='50'%3E%3Ctext y='30'%3E$1%3C/text%3E%3C/svg%3E"
}
cat >"$work/page.html" <<HTML
<!doctype html><meta charset="utf-8">
<style>
  @media print { .flat { display: none } }
  .media-in-rule { @media print { display: none } }
  @media print { .outer { & .rule-in-media { display: none } } }
  @media all { .outer { & .control { display: none } } }
</style>
<p class="flat">flat</p>
<p class="media-in-rule">media-in-rule</p>
<div class="outer"><p class="rule-in-media">rule-in-media</p><p class="control">control</p></div>
<picture><source media="print" srcset="$(picture chosen-for-print)"><img src="$(picture chosen-for-screen)"></picture>
<div style="height: 9000px"></div>
<img loading="lazy" src="$(picture lazy)">
HTML
cat >"$work/print.py" <<'PYTHON'
import sys
import gi
gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import Gtk, WebKit2
Gtk.init([])
view = WebKit2.WebView()
window = Gtk.OffscreenWindow()
window.add(view)
view.set_size_request(800, 600)
window.show_all()
kept = []

def loaded(_, event):
    if event != WebKit2.LoadEvent.FINISHED:
        return
    settings = Gtk.PrintSettings()
    settings.set(Gtk.PRINT_SETTINGS_PRINTER, 'Print to File')
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, 'pdf')
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, 'file://' + sys.argv[2])
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.connect('finished', lambda _: Gtk.main_quit())
    kept.append(operation)
    operation.print_()

view.connect('load-changed', loaded)
view.load_uri('file://' + sys.argv[1])
Gtk.main()
PYTHON
XDG_DATA_HOME=$work XDG_CACHE_HOME=$work NO_AT_BRIDGE=1 \
  xvfb-run -a /usr/bin/python3 "$work/print.py" "$work/page.html" "$work/page.pdf" 2>/dev/null
printed=$(pdftotext "$work/page.pdf" - | tr -s '\n\f' '  ')
echo "Printed: $printed"
expected='media-in-rule rule-in-media chosen-for-screen'
if [ "$(echo $printed)" = "$expected" ]; then
  echo 'Nested styles for paper, the source for print and the lazy picture were left out.'
else
  echo "It has changed: before, “$expected” was printed."
  exit 1
fi

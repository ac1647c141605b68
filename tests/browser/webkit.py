"""A window of WebKitGTK, for tests/browser/webkit.ts.

Each line of the input is a command as JSON, each line of the output its answer. What pages say on the console
goes to stderr. WebKit's own WebDriver makes no window narrower than 447 px, prints nothing and tells nothing of
the console.
"""

import json
import sys

import gi

gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

Gtk.init([])
Gtk.Settings.get_default().set_property('gtk-application-prefer-dark-theme', sys.argv[1] == 'dark')
view = WebKit2.WebView()
view.get_settings().set_enable_write_console_messages_to_stdout(True)
window = Gtk.OffscreenWindow()
window.add(view)
window.show_all()

# The number of the page that is being opened, and the printing that goes on.
opening = None
printing = None


def answer(id, value=None, error=None):
    outcome = {'value': value} if error is None else {'error': error}
    print(json.dumps({'id': id, **outcome}), flush=True)


def answering(id, finish):
    """What hands on the outcome of a call, or what went wrong."""

    def done(_, result):
        try:
            answer(id, finish(result))
        except Exception as error:
            answer(id, error=str(error))

    return done


def open_page(id, url, width, height):
    global opening
    view.set_size_request(width, height)
    window.resize(width, height)
    opening = id
    view.load_uri(url)


def opened(_, event):
    global opening
    if opening is not None and event == WebKit2.LoadEvent.FINISHED:
        answer(opening)
        opening = None


def failed(_, event, url, error):
    global opening
    if opening is not None:
        answer(opening, error=f'{url}: {error.message}')
        opening = None


def run(id, script):
    def finish(result):
        return json.loads(view.call_async_javascript_function_finish(result).to_string())

    view.call_async_javascript_function(script, -1, None, None, None, None, answering(id, finish))


def picture(id, path, isWhole):
    def finish(result):
        view.get_snapshot_finish(result).write_to_png(path)

    region = WebKit2.SnapshotRegion.FULL_DOCUMENT if isWhole else WebKit2.SnapshotRegion.VISIBLE
    view.get_snapshot(region, WebKit2.SnapshotOptions.NONE, None, answering(id, finish))


def print_page(id, path):
    global printing
    settings = Gtk.PrintSettings()
    settings.set(Gtk.PRINT_SETTINGS_PRINTER, 'Print to File')
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, 'pdf')
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, f'file://{path}')
    page = Gtk.PageSetup()
    page.set_paper_size(Gtk.PaperSize.new('iso_a4'))
    # It ends with the last reference to it.
    printing = WebKit2.PrintOperation.new(view)
    printing.set_print_settings(settings)
    printing.set_page_setup(page)
    printing.connect('finished', lambda _: answer(id))
    printing.connect('failed', lambda _, error: answer(id, error=error.message))
    printing.print_()


commands = {'open': open_page, 'run': run, 'picture': picture, 'print': print_page}


def read(_, __):
    line = sys.stdin.readline()
    if not line:
        Gtk.main_quit()
        return False
    command = json.loads(line)
    try:
        commands[command.pop('do')](**command)
    except Exception as error:
        answer(command['id'], error=str(error))
    return True


view.connect('load-changed', opened)
view.connect('load-failed', failed)
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, read)
answer(0)
Gtk.main()

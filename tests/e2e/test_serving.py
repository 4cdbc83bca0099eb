"""Is the address that a browser test gets that of its own server?"""

import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import serving

OURS = """
import pathlib, sys
from http.server import BaseHTTPRequestHandler, HTTPServer

class Ours(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path.endswith("token=ours") else 403)
        self.end_headers()

tries = pathlib.Path("tries")
tries.write_text(str(int(tries.read_text()) + 1) if tries.exists() else "1")
if int(tries.read_text()) <= int(sys.argv[2]):
    print(f"http://127.0.0.1:{sys.argv[1]}/lab?token=ours", flush=True)
    sys.exit("The port is already in use.")
server = HTTPServer(("127.0.0.1", 0), Ours)
print(f"http://127.0.0.1:{server.server_port}/lab?token=ours", flush=True)
server.serve_forever()
"""


class Theirs(BaseHTTPRequestHandler):
    """A server with another token."""

    def do_GET(self):
        self.send_response(403)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def port_of_theirs():
    with HTTPServer(("127.0.0.1", 0), Theirs) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def command(port, losses):
    return [sys.executable, "-c", OURS, str(port), str(losses)]


def test_a_server_that_lost_its_port_to_another_is_started_once_more(tmp_path, port_of_theirs):
    with serving.serving(tmp_path, tmp_path, command(port_of_theirs, losses=1)) as lab:
        assert serving.answers(lab.address.removeprefix("http://"), lab.token)
    assert (tmp_path / "tries").read_text() == "2"


def test_a_server_that_never_starts_shows_what_it_said(tmp_path, port_of_theirs):
    losing = serving.serving(tmp_path, tmp_path, command(port_of_theirs, losses=9))
    with pytest.raises(serving.NotServing, match="already in use"), losing:
        pytest.fail("nobody serves")

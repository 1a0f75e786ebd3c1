"""Make the virtual environment, or say what is missing in words a newcomer can act on. Standard library only."""

import subprocess
import sys
import venv

if sys.version_info < (3, 11):  # noqa: UP036 - said in words where an old Python runs this file
    sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Try: make PYTHON=python3.12 install")
try:
    import ensurepip  # noqa: F401
except ImportError:
    sys.exit("Python's venv module is missing. On Debian or Ubuntu: apt install python3-venv")
venv.EnvBuilder(with_pip=True, symlinks=True, clear=True).create(sys.argv[1])
subprocess.run([f"{sys.argv[1]}/bin/python", "--version"], check=True)

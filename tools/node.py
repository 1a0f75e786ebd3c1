"""Run a Node.js program (`npm ...`): the machine's own Node when new enough, else one from a Python package."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

WANTED = (22, 12)  # Vite's own requirement; 20.19 and later of line 20 also serve
ROOT = Path(__file__).resolve().parent.parent


def own_node_serves() -> bool:
    """Whether the machine's node and npm are there and new enough."""
    node = shutil.which("node")
    if not node or not shutil.which("npm"):
        return False
    text = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip().lstrip("v")
    try:
        version = tuple(int(part) for part in text.split(".")[:2])
    except ValueError:
        return False
    return version >= WANTED or (20, 19) <= version < (21, 0)


def main() -> int:
    """Run the arguments as a command with a Node.js on PATH."""
    environment = dict(os.environ)
    bin_dir = Path(sys.executable).parent
    if not own_node_serves():
        if not (bin_dir / "npm").exists():
            print("==> No Node.js on this machine: fetching it as a Python package (once)", flush=True)
            lock = str(ROOT / "requirements" / "node.txt")
            pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check"]
            subprocess.run([*pip, "--require-hashes", "-r", lock], check=True)
        environment["PATH"] = f"{bin_dir}{os.pathsep}{environment.get('PATH', '')}"
    program = shutil.which(sys.argv[1], path=environment["PATH"])
    if program is None:
        sys.exit(f"{sys.argv[1]}: not found")
    return subprocess.run([program, *sys.argv[2:]], env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())

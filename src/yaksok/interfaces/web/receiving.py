"""Files of a form taken in: put down under numbers, and worked on in the background."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from yaksok.errors import BadParameter
from yaksok.interfaces.uploading import Upload, plain_names
from yaksok.interfaces.web.bodies import MOST_FILES, most_bytes, too_large
from yaksok.interfaces.web.settings import Settings
from yaksok.interfaces.web.uploads import Uploads


async def take_in(request: Request) -> str:
    """The id of an upload that was begun with the files of a form. Raises BadParameter, UploadTooLarge."""
    settings: Settings = request.app.state.settings
    form = await request.form(max_files=MOST_FILES + 1, max_fields=10)
    try:
        sent = _files(form)
        if not sent:
            raise BadParameter(name="files", value="", known="one file or more")
        if len(sent) > MOST_FILES or sum(one.size or 0 for one in sent) > most_bytes(settings):
            raise too_large(settings)
        folder = Path(tempfile.mkdtemp(prefix="yaksok-upload-"))
        try:
            uploads = await run_in_threadpool(_put_down, sent, folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
    finally:
        await form.close()
    return uploads_of(request).start(uploads, folder)


def _files(form: FormData) -> list[UploadFile]:
    found = (value for name, value in form.multi_items() if name == "files" and isinstance(value, UploadFile))
    return [one for one in found if one.filename]


def _put_down(sent: list[UploadFile], folder: Path) -> list[Upload]:
    """The files under numbers, so that no name that somebody gave is ever a path."""
    uploads = []
    for number, (one, name) in enumerate(
        zip(sent, plain_names([one.filename or "" for one in sent]), strict=True)
    ):
        path = folder / str(number)
        with path.open("wb") as out:
            shutil.copyfileobj(one.file, out)
        uploads.append(Upload(name, path))
    return uploads


def uploads_of(request: Request) -> Uploads:
    """The uploads of this server."""
    found: Uploads = request.app.state.uploads
    return found

"""Y1xx: a file cannot be read."""

from __future__ import annotations

from yaksok.errors.base import Wording, YaksokError


class ReadingError(YaksokError):
    """A file cannot be read."""


class SourceNotFound(ReadingError):
    """No file or folder has this name."""

    wording = Wording(
        "Y101",
        "{path} does not exist.",
        "check the name and the folder you are in.",
        "{path} 파일이 없습니다.",
        "파일 이름과 현재 폴더를 확인하십시오.",
    )


class SourceNotReadable(ReadingError):
    """The system refuses to open or read the file."""

    wording = Wording(
        "Y102",
        "{path} cannot be opened: {reason}.",
        "check its permissions, or copy it to a folder of your own.",
        "{path} 파일을 열 수 없습니다: {reason}.",
        "읽기 권한을 확인하거나 다른 폴더로 복사해 보십시오.",
    )


class SourceTooLarge(ReadingError):
    """The file is above the size limit; nothing of it was loaded."""

    wording = Wording(
        "Y103",
        "{path} has more than {limit} bytes ({size}).",
        "split it into its documents, or raise the limit with --max-bytes.",
        "{path} 파일이 한도 {limit}바이트를 넘습니다({size}).",
        "문서별로 나누거나 --max-bytes로 한도를 높이십시오.",
    )


class SourceEmpty(ReadingError):
    """There is no character to read."""

    wording = Wording(
        "Y104",
        "{path} holds no text.",
        "save the document again; if it is a scan, it needs text recognition first.",
        "{path} 파일에 글이 없습니다.",
        "문서를 다시 저장하십시오. 스캔 문서라면 먼저 문자 인식이 필요합니다.",
    )


class FormatNotSupported(ReadingError):
    """A known kind of file that holds no document text."""

    wording = Wording(
        "Y105",
        "{path} is in the format {format}, which yaksok does not read.",
        "give the document itself, unpacked, as text, Markdown or HTML.",
        "{path} 파일은 {format} 형식이라 읽지 않습니다.",
        "압축을 풀어 문서 자체를 텍스트, 마크다운 또는 HTML로 주십시오.",
    )


class FormatNotReadableYet(ReadingError):
    """An office format that this version has no reader for."""

    wording = Wording(
        "Y106",
        "{path} is in the format {format}, which this version cannot read yet.",
        "open it in the program that made it, save it as text or HTML, and read that.",
        "{path} 파일은 {format} 형식이라 이 버전에서는 아직 읽을 수 없습니다.",
        "작성한 프로그램에서 열어 텍스트나 HTML로 저장한 뒤 읽으십시오.",
    )


class NotText(ReadingError):
    """The bytes are no text in any encoding."""

    wording = Wording(
        "Y107",
        "{path} holds binary data, not text.",
        "check that it is the document and that it was copied whole.",
        "{path} 파일은 글이 아닌 이진 자료입니다.",
        "문서가 맞는지, 온전히 복사되었는지 확인하십시오.",
    )


class EncodingUnknown(ReadingError):
    """The bytes look like text, but no encoding fits them."""

    wording = Wording(
        "Y108",
        "The character encoding of {path} could not be found out.",
        "open it in an editor and save it as UTF-8.",
        "{path} 파일의 문자 인코딩을 알아낼 수 없습니다.",
        "편집기에서 열어 UTF-8로 저장하십시오.",
    )


class ReadingTooSlow(ReadingError):
    """Reading was stopped because it took too long."""

    wording = Wording(
        "Y109",
        "Reading {path} took more than {seconds} seconds and was stopped.",
        "split the file into smaller documents and read them one by one.",
        "{path} 파일을 {seconds}초 안에 읽지 못해 중단했습니다.",
        "파일을 작은 문서로 나누어 하나씩 읽으십시오.",
    )


class ReaderDied(ReadingError):
    """The process that read the file ended without an answer."""

    wording = Wording(
        "Y110",
        "The process that read {path} ended without a result, perhaps for want of memory.",
        "the file may be damaged: save it again, or split it into smaller documents.",
        "{path} 파일을 읽던 프로세스가 결과 없이 끝났습니다. 메모리가 모자랐을 수 있습니다.",
        "파일이 손상되었을 수 있으니 다시 저장하거나 작은 문서로 나누십시오.",
    )


class FolderEmpty(ReadingError):
    """A folder holds no file to read."""

    wording = Wording(
        "Y111",
        "{path} is a folder without files.",
        "name a folder that holds documents; hidden files are passed over.",
        "{path} 폴더에 파일이 없습니다.",
        "문서가 있는 폴더를 지정하십시오. 숨김 파일은 읽지 않습니다.",
    )


class ReaderFailed(ReadingError):
    """A reader met something it was not made for: a fault of the program, kept to this file."""

    wording = Wording(
        "Y112",
        "Reading {path} failed: {reason}.",
        "save the document as plain text and read that; please report the file with this line.",
        "{path} 파일을 읽지 못했습니다: {reason}.",
        "일반 텍스트로 저장해 읽으시고, 이 줄과 함께 파일을 알려 주십시오.",
    )


class NestedTooDeep(ReadingError):
    """Elements inside elements, thousands deep: no page that a person made."""

    wording = Wording(
        "Y113",
        "{path} nests its elements more than {limit} deep.",
        "open it in a browser, copy the text into a text file, and read that.",
        "{path} 파일은 요소가 {limit}단계 넘게 겹쳐 있습니다.",
        "브라우저에서 열어 본문을 텍스트 파일로 복사한 뒤 읽으십시오.",
    )

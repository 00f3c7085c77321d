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
        "give the document itself, unpacked: HWPX, HWP, DOCX, PDF, HTML, Markdown or text.",
        "{path} 파일은 {format} 형식이라 읽지 않습니다.",
        "압축을 풀어 문서 자체를 주십시오: HWPX, HWP, DOCX, PDF, HTML, 마크다운, 텍스트.",
    )


class FormatNotReadableYet(ReadingError):
    """An office format that this version has no reader for."""

    wording = Wording(
        "Y106",
        "{path} is in the format {format}, which this version cannot read yet.",
        "open it in the program that made it, save it as DOCX or PDF, and read that.",
        "{path} 파일은 {format} 형식이라 이 버전에서는 아직 읽을 수 없습니다.",
        "작성한 프로그램에서 열어 DOCX나 PDF로 저장한 뒤 읽으십시오.",
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


class PasswordNeeded(ReadingError):
    """The file is encrypted with a password."""

    wording = Wording(
        "Y114",
        "{path} is protected by a password.",
        "open it with the password in the program that made it, save it without one, and read that.",
        "{path} 파일은 암호로 보호되어 있습니다.",
        "작성한 프로그램에서 암호로 열어 암호 없이 저장한 뒤 읽으십시오.",
    )


class ProtectedByRights(ReadingError):
    """The file is locked by rights management (DRM), which asks a server for its key."""

    wording = Wording(
        "Y115",
        "{path} is locked by rights management (DRM).",
        "ask the office that issued it for a copy without it, or print it to PDF where it opens.",
        "{path} 파일은 문서보안(DRM)으로 잠겨 있습니다.",
        "발행 기관에 보안이 해제된 파일을 요청하거나, 열리는 곳에서 PDF로 저장해 읽으십시오.",
    )


class DamagedFile(ReadingError):
    """The file is of a known format, but its parts do not fit together."""

    wording = Wording(
        "Y116",
        "{path} is a damaged {format} file: {reason}.",
        "get the file again from its source, or open it in the program that made it and save it anew.",
        "{path} 파일은 손상된 {format} 파일입니다: {reason}.",
        "출처에서 다시 받거나, 작성한 프로그램에서 열어 다시 저장하십시오.",
    )


class UnpacksTooLarge(ReadingError):
    """A small file that would unpack to something huge, as a bomb does."""

    wording = Wording(
        "Y117",
        "{path} unpacks to more than {limit}.",
        "if the file is from a source you trust, split it into its documents.",
        "{path} 파일의 압축을 풀면 한도({limit})를 넘습니다.",
        "믿을 수 있는 파일이라면 문서별로 나누어 읽으십시오.",
    )


class UnsafeMarkup(ReadingError):
    """A part declares a document type or entities, which office programs never write."""

    wording = Wording(
        "Y118",
        "{path} declares entities in its part {part}, as attacks do; it was not read.",
        "open it in the program that made it and save it anew, if you trust its source.",
        "{path} 파일의 {part} 부분에 공격에 쓰이는 개체 선언이 있어 읽지 않았습니다.",
        "출처를 믿을 수 있으면 작성한 프로그램에서 열어 다시 저장하십시오.",
    )


class NoTextLayer(ReadingError):
    """A PDF whose pages are pictures."""

    wording = Wording(
        "Y119",
        "{path} has {pages} pages and no text layer: its pages are pictures.",
        "run text recognition (OCR) on it and put the text beside it as {beside}, then read the PDF again.",
        "{path} 파일의 {pages}쪽은 그림뿐이며 글자 정보가 없습니다.",
        "문자 인식(OCR) 결과를 {beside} 파일로 옆에 두고 PDF를 다시 읽으십시오.",
    )


class OldHancomFormat(ReadingError):
    """HWP 3 and HWPML, which today's Hancom Office still opens."""

    wording = Wording(
        "Y120",
        "{path} is in the old format {format}, which yaksok does not read.",
        "open it in Hancom Office, save it as HWPX or HWP 5, and read that.",
        "{path} 파일은 옛 형식인 {format} 형식이라 읽지 않습니다.",
        "한컴오피스에서 열어 HWPX 또는 HWP 5 형식으로 저장한 뒤 읽으십시오.",
    )


class DoesNotVerify(ReadingError):
    """A reading and its source differ."""

    wording = Wording(
        "Y121",
        "{path} does not verify; differences: {count}.",
        "read the source again; if it was not changed, please report the lines above with the file.",
        "{path} 파일을 검증하지 못했습니다. 다른 곳: {count}군데.",
        "원본을 다시 읽으십시오. 원본이 바뀌지 않았다면 위의 줄과 함께 파일을 알려 주십시오.",
    )


class SourceChanged(ReadingError):
    """The file changed between its reading and the storing of its bytes."""

    wording = Wording(
        "Y140",
        "{path} changed while it was being added.",
        "add it again when nothing writes to it any more.",
        "{path} 파일이 추가되는 동안 바뀌었습니다.",
        "쓰기가 끝난 뒤 다시 추가하십시오.",
    )


class NotAReading(ReadingError):
    """The file that --reading names is no output of yaksok read."""

    wording = Wording(
        "Y122",
        "{path} is not an output of yaksok read (line {line}).",
        "make one with yaksok read FILE > {path}, or name another file.",
        "{path} 파일은 yaksok read의 출력이 아닙니다({line}행).",
        "yaksok read FILE > {path} 명령으로 만들거나 다른 파일을 지정하십시오.",
    )


class NotASeries(ReadingError):
    """A file given as a measured series has no rows of date and value."""

    wording = Wording(
        "Y123",
        "{path} is no measured series: {reason}.",
        "give a CSV file whose first line names the columns date, value and source.",
        "{path} 파일은 측정 자료가 아닙니다: {reason}.",
        "첫 줄에 date, value, source(날짜, 값, 출처) 열이 있는 CSV 파일을 주십시오.",
    )

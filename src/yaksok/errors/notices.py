"""Y15x: what a reader mended or guessed without stopping."""

from __future__ import annotations

from yaksok.errors.base import Wording

CONTROL_CHARACTERS = Wording(
    "Y151",
    "Control characters were replaced by spaces: {count}.",
    "nothing, unless words look cut; then save the document again.",
    "제어 문자 {count}개를 빈칸으로 바꾸었습니다.",
    "낱말이 끊겨 보이지 않으면 할 일이 없습니다. 끊겨 보이면 다시 저장하십시오.",
)
INVISIBLE_CHARACTERS = Wording(
    "Y152",
    "Invisible or direction-changing characters were left out: {count}.",
    "compare with the source if the document comes from someone you do not trust.",
    "보이지 않거나 글 방향을 바꾸는 문자 {count}개를 뺐습니다.",
    "출처를 믿을 수 없으면 원문과 대조하십시오.",
)
BYTES_REPLACED = Wording(
    "Y153",
    "Places that could not be decoded as {encoding} show as �: {count}.",
    "the file is damaged or cut: get it again from its source.",
    "{encoding}(으)로 해독할 수 없는 곳 {count}군데를 �로 표시했습니다.",
    "파일이 손상되었거나 잘렸으니 다시 받으십시오.",
)
ENCODING_GUESSED = Wording(
    "Y154",
    "The encoding was guessed as {encoding}.",
    "if letters look wrong, save the document as UTF-8.",
    "인코딩을 {encoding}(으)로 추정했습니다.",
    "글자가 깨져 보이면 UTF-8로 저장하십시오.",
)
JAMO_COMPOSED = Wording(
    "Y155",
    "{count} syllables were put together from separate letters.",
    "nothing: the text reads the same.",
    "풀어 쓴 자모 {count}글자를 한글 음절로 모았습니다.",
    "할 일이 없습니다. 글은 같습니다.",
)
READ_WITH_DOUBT = Wording(
    "Y156",
    "Read with doubt: {reason}.",
    "compare the reading with the document in its own program (yaksok convert shows it).",
    "의심스러운 판독입니다: {reason}.",
    "yaksok convert로 판독 결과를 열어 원문과 대조하십시오.",
)
PART_MISSING = Wording(
    "Y157",
    "A part of the file is missing or unreadable and was passed over: {part}.",
    "get the file again from its source if text is missing.",
    "파일의 일부가 없거나 읽을 수 없어 건너뛰었습니다: {part}.",
    "빠진 글이 있으면 출처에서 파일을 다시 받으십시오.",
)
PRIVATE_USE = Wording(
    "Y158",
    "Characters of a word processor's own that no table explains were left as they are: {count}.",
    "nothing, unless a sign in the text matters; then look at the document itself.",
    "뜻을 알 수 없는 전용 문자 {count}개를 그대로 두었습니다.",
    "문서에서 그 기호가 중요하면 원문을 확인하십시오.",
)
KEPT_APART = Wording(
    "Y159",
    "Memos, comments and tracked changes were kept apart from the text: {count}.",
    "look at them with yaksok convert; the text is as if all changes were accepted.",
    "메모, 의견, 변경 내용 {count}개를 본문과 따로 두었습니다.",
    "yaksok convert로 확인하십시오. 본문은 변경 내용을 모두 반영한 상태입니다.",
)
ROW_PASSED_OVER = Wording(
    "Y160",
    "Line {line} of the series is no measured value and was passed over: {reason}.",
    "correct the line and give the file again, if it should count.",
    "측정 자료의 {line}번째 줄은 측정값이 아니어서 건너뛰었습니다: {reason}.",
    "필요한 값이면 그 줄을 고쳐 다시 주십시오.",
)

NOTICES = (
    CONTROL_CHARACTERS,
    INVISIBLE_CHARACTERS,
    BYTES_REPLACED,
    ENCODING_GUESSED,
    JAMO_COMPOSED,
    READ_WITH_DOUBT,
    PART_MISSING,
    PRIVATE_USE,
    KEPT_APART,
    ROW_PASSED_OVER,
)

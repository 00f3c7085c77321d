"""Everything that can go wrong, numbered, with the next step for the user in English and Korean.

    YaksokError
    ├── ReadingError
    │   ├── SourceNotFound           Y101
    │   ├── SourceNotReadable        Y102
    │   ├── SourceTooLarge           Y103
    │   ├── SourceEmpty              Y104
    │   ├── FormatNotSupported       Y105
    │   ├── FormatNotReadableYet     Y106
    │   ├── NotText                  Y107
    │   ├── EncodingUnknown          Y108
    │   ├── ReadingTooSlow           Y109
    │   ├── ReaderDied               Y110
    │   ├── FolderEmpty              Y111
    │   ├── ReaderFailed             Y112
    │   ├── NestedTooDeep            Y113
    │   ├── PasswordNeeded           Y114
    │   ├── ProtectedByRights        Y115
    │   ├── DamagedFile              Y116
    │   ├── UnpacksTooLarge          Y117
    │   ├── UnsafeMarkup             Y118
    │   ├── NoTextLayer              Y119
    │   ├── OldHancomFormat          Y120
    │   ├── DoesNotVerify            Y121
    │   ├── NotAReading              Y122
    │   └── SourceChanged            Y140
    ├── LedgerError
    │   ├── LedgerNotFound           Y201
    │   ├── LedgerNotWritable        Y202
    │   ├── LedgerDiskFull           Y203
    │   ├── NotALedger               Y204
    │   ├── LedgerTooNew             Y205
    │   ├── LedgerBusy               Y206
    │   └── LedgerDamaged            Y207
    ├── ArgumentError
    │   ├── BadUsage                 Y301
    │   ├── BadDate                  Y302
    │   ├── UnknownParty             Y303
    │   ├── UnknownStatus            Y304
    │   ├── SamplesMissing           Y305
    │   └── OutputNotWritable        Y306
    └── ProgramError
        ├── UnexpectedFault          Y901
        └── OutOfMemory              Y902

Notices (in `notices`) are smaller: a reader mended or guessed something and went on. They are kept as problems of
the document.

    CONTROL_CHARACTERS   Y151
    INVISIBLE_CHARACTERS Y152
    BYTES_REPLACED       Y153
    ENCODING_GUESSED     Y154
    JAMO_COMPOSED        Y155
    READ_WITH_DOUBT      Y156
    PART_MISSING         Y157
    PRIVATE_USE          Y158
    KEPT_APART           Y159

docs/errors.md has one entry for each number.
"""

from __future__ import annotations

from yaksok.errors.arguments import (
    ArgumentError,
    BadDate,
    BadUsage,
    OutOfMemory,
    OutputNotWritable,
    ProgramError,
    SamplesMissing,
    UnexpectedFault,
    UnknownParty,
    UnknownStatus,
)
from yaksok.errors.base import Wording, YaksokError
from yaksok.errors.ledger import (
    LedgerBusy,
    LedgerDamaged,
    LedgerDiskFull,
    LedgerError,
    LedgerNotFound,
    LedgerNotWritable,
    LedgerTooNew,
    NotALedger,
)
from yaksok.errors.reading import (
    DamagedFile,
    DoesNotVerify,
    EncodingUnknown,
    FolderEmpty,
    FormatNotReadableYet,
    FormatNotSupported,
    NestedTooDeep,
    NotAReading,
    NoTextLayer,
    NotText,
    OldHancomFormat,
    PasswordNeeded,
    ProtectedByRights,
    ReaderDied,
    ReaderFailed,
    ReadingError,
    ReadingTooSlow,
    SourceChanged,
    SourceEmpty,
    SourceNotFound,
    SourceNotReadable,
    SourceTooLarge,
    UnpacksTooLarge,
    UnsafeMarkup,
)

__all__ = [
    "ArgumentError",
    "BadDate",
    "BadUsage",
    "DamagedFile",
    "DoesNotVerify",
    "EncodingUnknown",
    "FolderEmpty",
    "FormatNotReadableYet",
    "FormatNotSupported",
    "LedgerBusy",
    "LedgerDamaged",
    "LedgerDiskFull",
    "LedgerError",
    "LedgerNotFound",
    "LedgerNotWritable",
    "LedgerTooNew",
    "NestedTooDeep",
    "NoTextLayer",
    "NotALedger",
    "NotAReading",
    "NotText",
    "OldHancomFormat",
    "OutOfMemory",
    "OutputNotWritable",
    "PasswordNeeded",
    "ProgramError",
    "ProtectedByRights",
    "ReaderDied",
    "ReaderFailed",
    "ReadingError",
    "ReadingTooSlow",
    "SamplesMissing",
    "SourceChanged",
    "SourceEmpty",
    "SourceNotFound",
    "SourceNotReadable",
    "SourceTooLarge",
    "UnexpectedFault",
    "UnknownParty",
    "UnknownStatus",
    "UnpacksTooLarge",
    "UnsafeMarkup",
    "Wording",
    "YaksokError",
]

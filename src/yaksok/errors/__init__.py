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
    │   ├── NotASeries               Y123
    │   └── SourceChanged            Y140
    ├── LedgerError
    │   ├── LedgerNotFound           Y201
    │   ├── LedgerNotWritable        Y202
    │   ├── LedgerDiskFull           Y203
    │   ├── NotALedger               Y204
    │   ├── LedgerTooNew             Y205
    │   ├── LedgerBusy               Y206
    │   ├── LedgerDamaged            Y207
    │   ├── LedgerUnreachable        Y208
    │   ├── LedgerAccessRefused      Y209
    │   ├── NoSuchDatabase           Y210
    │   ├── BadLedgerAddress         Y211
    │   ├── LedgerDriverMissing      Y212
    │   ├── LedgerTargetTaken        Y213
    │   ├── LedgerNotLinked          Y215
    │   ├── LedgerDoesNotVerify      Y220
    │   ├── LedgerTooOld             Y221
    │   ├── NoSuchLink               Y230
    │   ├── LinkExists               Y231
    │   ├── CannotBeLinked           Y232
    │   ├── UndoneAlready            Y233
    │   └── UnknownDecision          Y234
    ├── ArgumentError
    │   ├── BadUsage                 Y301
    │   ├── BadDate                  Y302
    │   ├── UnknownParty             Y303
    │   ├── UnknownStatus            Y304
    │   ├── SamplesMissing           Y305
    │   ├── OutputNotWritable        Y306
    │   ├── PromiseNotFound          Y307
    │   ├── NotAPromise              Y308
    │   ├── PromiseAmbiguous         Y309
    │   ├── UnknownScheme            Y310
    │   ├── HomeParty                Y311
    │   ├── UnknownRelation          Y320
    │   ├── UnknownStatement         Y321
    │   ├── UnknownDocument          Y322
    │   ├── BadPerson                Y323
    │   ├── BadNote                  Y324
    │   ├── IncompleteDecision       Y325
    │   ├── BadDecisionFile          Y326
    │   ├── ExportTargetTaken        Y330
    │   ├── TablePackageMissing      Y331
    │   ├── UnknownTable             Y332
    │   ├── UnknownExportFormat      Y333
    │   ├── PageNotFound             Y340
    │   ├── ServingPackageMissing    Y341
    │   ├── AddressTaken             Y342
    │   ├── LoginNeeded              Y343
    │   ├── NotAllowed               Y344
    │   ├── TooManyRequests          Y345
    │   ├── BadParameter             Y346
    │   ├── DocumentNotFound         Y347
    │   ├── BadForm                  Y348
    │   ├── UploadTooLarge           Y349
    │   ├── SearchPackageMissing     Y350
    │   ├── SearchIndexNotWritable   Y351
    │   ├── SearchIndexBusy          Y352
    │   ├── BadSearchCursor          Y353
    │   ├── SearchIndexDamaged       Y354
    │   ├── BadAccount               Y360
    │   ├── UnknownAccount           Y361
    │   ├── AccountsUnreadable       Y362
    │   └── NoAccounts               Y363
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
    ROW_PASSED_OVER      Y160

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
from yaksok.errors.asking import (
    HomeParty,
    NotAPromise,
    PromiseAmbiguous,
    PromiseNotFound,
    UnknownScheme,
)
from yaksok.errors.base import Wording, YaksokError
from yaksok.errors.deciding import (
    BadDecisionFile,
    BadNote,
    BadPerson,
    CannotBeLinked,
    IncompleteDecision,
    LinkExists,
    NoSuchLink,
    UndoneAlready,
    UnknownDecision,
    UnknownDocument,
    UnknownRelation,
    UnknownStatement,
)
from yaksok.errors.exporting import (
    ExportTargetTaken,
    TablePackageMissing,
    UnknownExportFormat,
    UnknownTable,
)
from yaksok.errors.ledger import (
    BadLedgerAddress,
    LedgerAccessRefused,
    LedgerBusy,
    LedgerDamaged,
    LedgerDiskFull,
    LedgerDoesNotVerify,
    LedgerDriverMissing,
    LedgerError,
    LedgerNotFound,
    LedgerNotLinked,
    LedgerNotWritable,
    LedgerTargetTaken,
    LedgerTooNew,
    LedgerTooOld,
    LedgerUnreachable,
    NoSuchDatabase,
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
    NotASeries,
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
from yaksok.errors.searching import (
    BadSearchCursor,
    SearchIndexBusy,
    SearchIndexDamaged,
    SearchIndexNotWritable,
    SearchPackageMissing,
)
from yaksok.errors.serving import (
    AccountsUnreadable,
    AddressTaken,
    BadAccount,
    BadForm,
    BadParameter,
    DocumentNotFound,
    LoginNeeded,
    NoAccounts,
    NotAllowed,
    PageNotFound,
    ServingPackageMissing,
    TooManyRequests,
    UnknownAccount,
    UploadTooLarge,
)

__all__ = [
    "AccountsUnreadable",
    "AddressTaken",
    "ArgumentError",
    "BadAccount",
    "BadDate",
    "BadDecisionFile",
    "BadForm",
    "BadLedgerAddress",
    "BadNote",
    "BadParameter",
    "BadPerson",
    "BadSearchCursor",
    "BadUsage",
    "CannotBeLinked",
    "DamagedFile",
    "DocumentNotFound",
    "DoesNotVerify",
    "EncodingUnknown",
    "ExportTargetTaken",
    "FolderEmpty",
    "FormatNotReadableYet",
    "FormatNotSupported",
    "HomeParty",
    "IncompleteDecision",
    "LedgerAccessRefused",
    "LedgerBusy",
    "LedgerDamaged",
    "LedgerDiskFull",
    "LedgerDoesNotVerify",
    "LedgerDriverMissing",
    "LedgerError",
    "LedgerNotFound",
    "LedgerNotLinked",
    "LedgerNotWritable",
    "LedgerTargetTaken",
    "LedgerTooNew",
    "LedgerTooOld",
    "LedgerUnreachable",
    "LinkExists",
    "LoginNeeded",
    "NestedTooDeep",
    "NoAccounts",
    "NoSuchDatabase",
    "NoSuchLink",
    "NoTextLayer",
    "NotALedger",
    "NotAPromise",
    "NotAReading",
    "NotASeries",
    "NotAllowed",
    "NotText",
    "OldHancomFormat",
    "OutOfMemory",
    "OutputNotWritable",
    "PageNotFound",
    "PasswordNeeded",
    "ProgramError",
    "PromiseAmbiguous",
    "PromiseNotFound",
    "ProtectedByRights",
    "ReaderDied",
    "ReaderFailed",
    "ReadingError",
    "ReadingTooSlow",
    "SamplesMissing",
    "SearchIndexBusy",
    "SearchIndexDamaged",
    "SearchIndexNotWritable",
    "SearchPackageMissing",
    "ServingPackageMissing",
    "SourceChanged",
    "SourceEmpty",
    "SourceNotFound",
    "SourceNotReadable",
    "SourceTooLarge",
    "TablePackageMissing",
    "TooManyRequests",
    "UndoneAlready",
    "UnexpectedFault",
    "UnknownAccount",
    "UnknownDecision",
    "UnknownDocument",
    "UnknownExportFormat",
    "UnknownParty",
    "UnknownRelation",
    "UnknownScheme",
    "UnknownStatement",
    "UnknownStatus",
    "UnknownTable",
    "UnpacksTooLarge",
    "UnsafeMarkup",
    "UploadTooLarge",
    "Wording",
    "YaksokError",
]

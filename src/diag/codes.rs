//! The one list of diagnostics. Everything that kehoach can find wrong stands here, with its words in Vietnamese and
//! in English; `{names}` are filled in with the arguments of the [`Diagnostic`](super::Diagnostic).

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published.
    Error,
    /// The site is published; `--strict` makes it an error.
    Warning,
}

/// What is known of a code.
#[derive(Debug)]
pub struct Entry {
    /// The code as shown; stays for ever.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in Vietnamese.
    pub message_vi: &'static str,
    /// What is wrong, in English.
    pub message_en: &'static str,
    /// What to do, in Vietnamese.
    pub help_vi: &'static str,
    /// What to do, in English.
    pub help_en: &'static str,
}

macro_rules! codes {
    ($( $code:ident $name:literal $severity:ident
        vi $mvi:literal $hvi:literal
        en $men:literal $hen:literal )*) => {
        /// A diagnostic of the list.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $( #[doc = $men] $code, )* }

        impl Code {
            /// The whole list.
            pub const ALL: &'static [Code] = &[ $( Code::$code, )* ];

            /// What is known of it.
            pub fn entry(self) -> &'static Entry {
                match self { $( Code::$code => {
                    const ENTRY: Entry = Entry {
                        name: $name, severity: Severity::$severity,
                        message_vi: $mvi, message_en: $men, help_vi: $hvi, help_en: $hen,
                    };
                    &ENTRY
                } )* }
            }
        }
    };
}

codes! {
    // Files
    MissingFile "missing-file" Error
        vi "không tìm thấy tệp {path}"
           "Tạo tệp này; docs/content.md mô tả nội dung của tệp."
        en "the file {path} is missing"
           "Create this file; docs/content.md describes what it holds."
    UnreadableFile "unreadable-file" Error
        vi "không đọc được {path}: {reason}"
           "Kiểm tra quyền đọc của tệp và ổ đĩa."
        en "cannot read {path}: {reason}"
           "Check the file's permissions and the disk."
    NotUtf8 "not-utf8" Error
        vi "tệp không phải là UTF-8"
           "Mở tệp và lưu lại với bảng mã UTF-8 (trong Notepad: Lưu thành..., mục Mã hóa chọn UTF-8)."
        en "the file is not UTF-8"
           "Open the file and save it again as UTF-8 (in Notepad: Save As..., Encoding: UTF-8)."
    FileTooLarge "file-too-large" Error
        vi "tệp lớn hơn 16 MB"
           "Chia nội dung thành nhiều tệp."
        en "the file is larger than 16 MB"
           "Split the content into several files."
    UnexpectedFile "unexpected-file" Warning
        vi "kehoach không dùng đến tệp này"
           "Xóa tệp, hoặc đặt đúng chỗ: {place}"
        en "kehoach makes no use of this file"
           "Remove it, or put it where it belongs: {place}"

    // YAML
    YamlSyntax "yaml-syntax" Error
        vi "không hiểu được YAML ở đây: {reason}"
           "{hint}"
        en "the YAML here cannot be understood: {reason}"
           "{hint}"
    YamlTab "yaml-tab" Error
        vi "dòng này thụt lề bằng phím Tab"
           "Thay mỗi dấu Tab ở đầu dòng bằng hai dấu cách."
        en "this line is indented with a tab"
           "Replace each tab at the start of the line with two spaces."
    YamlDocuments "yaml-documents" Error
        vi "tệp chứa nhiều tài liệu YAML"
           "Xóa dòng `---` này và những gì ở sau nó, hoặc chuyển sang một tệp riêng."
        en "the file holds several YAML documents"
           "Remove this `---` line and what follows it, or move that to a file of its own."
    YamlAlias "yaml-alias" Error
        vi "không dùng được neo (&), bí danh (*), khóa gộp (<<) hay nhãn (!) ở đây"
           "Nếu đây là chữ thì đặt trong dấu ngoặc kép; nếu không, viết lại nội dung ở chỗ cần đến."
        en "anchors (&), aliases (*), merge keys (<<) and tags (!) cannot be used here"
           "If it is text, put it in double quotes; else write the content where it is needed."
    YamlDepth "yaml-depth" Error
        vi "nội dung lồng nhau quá sâu"
           "Bớt số cấp thụt lề; tối đa là 32."
        en "the content is nested too deeply"
           "Use fewer levels of indentation; 32 at most."
    DuplicateKey "duplicate-key" Error
        vi "trường “{key}” được viết hai lần"
           "Giữ một trong hai và xóa cái kia."
        en "the field `{key}` is written twice"
           "Keep one of them and remove the other."
    CutByComment "cut-by-comment" Error
        vi "phần sau dấu # bị YAML bỏ đi, không nằm trong văn bản"
           "Đặt cả câu trong dấu ngoặc kép, hoặc viết trong khối `>-`; nếu là chú thích thì chuyển sang một dòng riêng."
        en "YAML drops what follows the #: it is not part of the text"
           "Put the sentence in double quotes, or in a `>-` block; if it is a comment, give it a line of its own."
    CutByComma "cut-by-comma" Error
        vi "dấu phẩy trong dấu ngoặc nhọn cắt văn bản ở đây: “{rest}” rơi ra ngoài"
           "Đặt cả câu trong dấu ngoặc kép: `vi: \"Xã, phường\"`, hoặc viết câu trong khối `>-`."
        en "the comma inside braces cuts the text here: `{rest}` falls out of it"
           "Put the whole text in double quotes: `vi: \"Xã, phường\"`, or in a `>-` block."

    // Shape
    UnknownField "unknown-field" Error
        vi "{what} không có trường “{field}”"
           "{hint}"
        en "{what} has no field `{field}`"
           "{hint}"
    MissingField "missing-field" Error
        vi "{what} thiếu trường “{field}”"
           "Thêm một dòng `{field}: ...` tại đây; docs/content.md giải thích trường này."
        en "{what} lacks the field `{field}`"
           "Add a line `{field}: ...` here; docs/content.md explains the field."
    WrongShape "wrong-shape" Error
        vi "ở đây cần {expected}, nhưng lại có {found}"
           "{hint}"
        en "{expected} is expected here, but there is {found}"
           "{hint}"
    EmptyValue "empty-value" Error
        vi "trường “{field}” để trống"
           "Điền giá trị, hoặc xóa cả dòng nếu không có."
        en "the field `{field}` is empty"
           "Fill it in, or remove the line if there is nothing to say."
    BadId "bad-id" Error
        vi "“{value}” không dùng làm mã được"
           "Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ `{example}`."
        en "`{value}` cannot be an id"
           "An id is made of small letters without accents, digits and hyphens, such as `{example}`."
    BadNumber "bad-number" Error
        vi "“{value}” không phải là một số"
           "{hint}"
        en "`{value}` is not a number"
           "{hint}"
    BadDate "bad-date" Error
        vi "“{value}” không phải là một ngày có thật"
           "Viết năm, tháng hoặc ngày: 2023, 2023-05 hoặc 2023-05-20.{hint}"
        en "`{value}` is not a date that exists"
           "Write a year, a month or a day: 2023, 2023-05 or 2023-05-20.{hint}"
    UnknownChoice "unknown-choice" Error
        vi "“{value}” không phải là một lựa chọn của “{field}”"
           "{hint}"
        en "`{value}` is not a choice of `{field}`"
           "{hint}"
    UnknownFormat "unknown-format" Error
        vi "không biết định dạng “{value}”"
           "Phiên bản này đọc được `format: 1`."
        en "the format `{value}` is not known"
           "This version reads `format: 1`."
    BadBaseUrl "bad-base-url" Error
        vi "“{value}” không phải là địa chỉ trang web đầy đủ"
           "Viết địa chỉ bắt đầu bằng https:// và kết thúc bằng /, ví dụ https://langson.example/ke-hoach/."
        en "`{value}` is not the whole address of a site"
           "Write an address that begins with https:// and ends in /, such as https://langson.example/ke-hoach/."
    BadTimeZone "bad-time-zone" Error
        vi "“{value}” không phải là múi giờ"
           "Viết độ lệch so với UTC trong ngoặc kép: \"+07\" hoặc \"+07:00\"."
        en "`{value}` is not a time zone"
           "Write the offset from UTC in quotes: \"+07\" or \"+07:00\"."

    // Languages
    UnknownLanguage "unknown-language" Error
        vi "“{value}” không phải là một ngôn ngữ của trang"
           "site.yaml liệt kê các ngôn ngữ: {languages}."
        en "`{value}` is not a language of the site"
           "site.yaml lists the languages: {languages}."
    MissingLanguage "missing-language" Warning
        vi "chưa có bản {language}"
           "Thêm bản dịch dưới `{code}:`; cho đến khi đó, trang hiện bản {shown} kèm lời báo."
        en "there is no {language} text"
           "Add the translation under `{code}:`; until then the page shows the {shown} text, marked as such."

    // References
    DuplicateId "duplicate-id" Error
        vi "mã “{id}” đã được dùng"
           "Đổi một trong hai thành mã khác."
        en "the id `{id}` is used already"
           "Give one of the two another id."
    IdNotFileName "id-not-file-name" Error
        vi "mã “{id}” khác với tên tệp hoặc thư mục “{name}”"
           "Đặt hai tên giống nhau."
        en "the id `{id}` is not the name `{name}` of the file or folder"
           "Make the two the same."
    UnknownReference "unknown-reference" Error
        vi "không có {what} nào mang mã “{id}”"
           "{hint}"
        en "there is no {what} with the id `{id}`"
           "{hint}"
    CircularReference "circular-reference" Error
        vi "“{id}” dẫn vòng về chính nó"
           "Bỏ một mắt xích của vòng: {path}."
        en "`{id}` leads back to itself"
           "Break the circle: {path}."
    DuplicateRoute "duplicate-route" Error
        vi "hai trang cùng địa chỉ /{route}"
           "Đổi mã, `slug` hoặc `routes` của một trong hai: {first} và {second}."
        en "two pages have the address /{route}"
           "Change the id, `slug` or `routes` of one of them: {first} and {second}."
    UnknownLinkScheme "unknown-link-scheme" Error
        vi "liên kết “{link}” dùng giao thức không được phép"
           "Dùng https:, http:, mailto:, tel:, hoặc hotline:, agency:, document:, target:, plan:, page:."
        en "the link `{link}` uses a scheme that is not allowed"
           "Use https:, http:, mailto:, tel:, or hotline:, agency:, document:, target:, plan:, page:."
    MissingAttachment "missing-attachment" Error
        vi "không có tệp “{path}”"
           "Đặt tệp cạnh tệp này, hoặc sửa tên; tên phân biệt chữ hoa, chữ thường."
        en "there is no file `{path}`"
           "Put it beside this file, or mend the name; capitals count."

    // Facts
    DateOutsidePlan "date-outside-plan" Error
        vi "thời hạn {date} trước khi kế hoạch bắt đầu ({start})"
           "Sửa thời hạn, hoặc `period` của kế hoạch."
        en "the deadline {date} is before the plan begins ({start})"
           "Mend the deadline, or the plan's `period`."
    EndsBeforeItBegins "ends-before-it-begins" Error
        vi "kết thúc ({to}) trước khi bắt đầu ({from})"
           "Đổi lại thứ tự hai ngày, hoặc sửa một trong hai."
        en "it ends ({to}) before it begins ({from})"
           "Swap the two dates, or mend one of them."
    GoalMismatch "goal-mismatch" Error
        vi "số liệu không khớp: {reason}"
           "So lại với văn bản gốc rồi sửa `goal`, `baseline` hoặc `milestones`."
        en "the figures do not fit: {reason}"
           "Compare with the printed text, then mend `goal`, `baseline` or `milestones`."
    NobodyNamed "nobody-named" Error
        vi "{what} không nêu cơ quan nào"
           "Thêm `{field}: [...]` tại đây, hoặc `agencies: [...]` cho mục chứa nó."
        en "{what} names no agency"
           "Add `{field}: [...]` here, or `agencies: [...]` to the section around it."
    BadPhone "bad-phone" Error
        vi "“{value}” không phải là số điện thoại gọi được ở Việt Nam: {reason}"
           "Viết số đúng như công bố, trong ngoặc kép: \"111\", \"1800 1567\", \"0203 383 5111\", \"+84 203 383 5111\"."
        en "`{value}` is not a phone number that can be called in Viet Nam: {reason}"
           "Write the number as it is published, in quotes: \"111\", \"1800 1567\", \"0203 383 5111\", \"+84 203 383 5111\"."
    NoSource "no-source" Error
        vi "{what} không nêu nguồn"
           "Thêm `source: ...`: mã trong `sources` của tệp này, `plan:<mã>` hoặc `document:<mã>`."
        en "{what} has no source"
           "Add `source: ...`: an id of this file's `sources`, `plan:<id>` or `document:<id>`."
    CorrectionNotFound "correction-not-found" Error
        vi "“{read}” có {found} lần trong văn bản, không phải {times}"
           "`read` phải đúng như trong văn bản; ghi thêm từ ở hai bên, hoặc sửa `times`."
        en "`{read}` stands {found} times in the text, not {times}"
           "`read` must be just as in the text; take in more words around it, or mend `times`."
    CorrectionSame "correction-same" Error
        vi "`read` và `printed` giống nhau"
           "Xóa dòng này, hoặc ghi ở `printed` điều mà bản quét thật sự có."
        en "`read` and `printed` are the same"
           "Remove this line, or write under `printed` what the scan really has."
    UnevenTable "uneven-table" Error
        vi "hàng này có {found} ô, bảng có {expected} cột"
           "Thêm hoặc bớt ô; ô trống viết là \"\"."
        en "this row has {found} cells, the table {expected} columns"
           "Add or remove cells; an empty cell is \"\"."

    // Theme
    TemplateError "template-error" Error
        vi "mẫu trang có lỗi: {reason}"
           "Sửa mẫu này trong themes/; hoặc xóa tệp để dùng mẫu có sẵn."
        en "the template is broken: {reason}"
           "Mend this template in themes/; or remove the file to use the built-in one."
    MissingString "missing-string" Error
        vi "giao diện không có chuỗi “{key}” bằng {language}"
           "Thêm `{key}` vào themes/{theme}/strings/{code}.yaml."
        en "the theme has no string `{key}` in {language}"
           "Add `{key}` to themes/{theme}/strings/{code}.yaml."
    UnknownTheme "unknown-theme" Error
        vi "không có giao diện “{theme}”"
           "Tạo thư mục themes/{theme}/, hoặc đặt `theme: default` trong site.yaml."
        en "there is no theme `{theme}`"
           "Create the folder themes/{theme}/, or set `theme: default` in site.yaml."

    // Publishing
    OutputNotOurs "output-not-ours" Error
        vi "thư mục {path} có nội dung không do kehoach tạo"
           "Chọn thư mục khác bằng --out, hoặc tự dọn trống thư mục này."
        en "the folder {path} holds things that kehoach did not make"
           "Choose another folder with --out, or empty this one yourself."
    CannotWrite "cannot-write" Error
        vi "không ghi được {path}: {reason}"
           "Kiểm tra quyền ghi và chỗ trống trên ổ đĩa; trang đã công bố vẫn nguyên như cũ."
        en "cannot write {path}: {reason}"
           "Check permissions and free space; the published site is as it was."
}

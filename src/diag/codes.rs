//! The one list of diagnostics. Everything that kehoach can find wrong stands here, with its words in Vietnamese and
//! in English; `{names}` are filled in with the arguments of the [`Diagnostic`](super::Diagnostic).

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published.
    Error,
    /// The site is published; `--strict` makes it an error.
    Warning,
    /// The site is published, with `--strict` too: nothing that an editor could mend, such as a report that is late.
    Note,
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
    /// An example that triggers it: a piece of content, or what a terminal shows after `$ `.
    pub wrong: &'static str,
    /// The example mended.
    pub right: &'static str,
}

macro_rules! codes {
    ($( $code:ident $name:literal $severity:ident
        vi $mvi:literal $hvi:literal
        en $men:literal $hen:literal
        eg $wrong:literal $right:literal )*) => {
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
                        wrong: $wrong, right: $right,
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
        eg "$ ls content\nplaces  plans"
           "$ ls content\nplaces  plans  site.yaml"
    UnreadableFile "unreadable-file" Error
        vi "không đọc được {path}: {reason}"
           "Kiểm tra quyền đọc của tệp và ổ đĩa."
        en "cannot read {path}: {reason}"
           "Check the file's permissions and the disk."
        eg "$ ls -l content/site.yaml\n-rw------- root site.yaml"
           "$ sudo chmod a+r content/site.yaml"
    NotUtf8 "not-utf8" Error
        vi "tệp không phải là UTF-8"
           "Mở tệp và lưu lại với bảng mã UTF-8 (trong Notepad: Lưu thành..., mục Mã hóa chọn UTF-8)."
        en "the file is not UTF-8"
           "Open the file and save it again as UTF-8 (in Notepad: Save As..., Encoding: UTF-8)."
        eg "$ file content/site.yaml\ncontent/site.yaml: UTF-16 text"
           "$ file content/site.yaml\ncontent/site.yaml: UTF-8 text"
    FileTooLarge "file-too-large" Error
        vi "tệp lớn hơn 16 MB"
           "Chia nội dung thành nhiều tệp."
        en "the file is larger than 16 MB"
           "Split the content into several files."
        eg "$ du -h content/plans/mau-2024/plan.yaml\n17M"
           "$ du -h content/plans/mau-2024/plan.yaml content/plans/mau-2025/plan.yaml\n9M\n8M"
    UnexpectedFile "unexpected-file" Warning
        vi "kehoach không dùng đến tệp này"
           "{hint}"
        en "kehoach makes no use of this file"
           "{hint}"
        eg "$ ls content\nplaces  plans  site.yaml  so-tay.docx"
           "$ ls content\nplaces  plans  site.yaml"
    EmptyFile "empty-file" Error
        vi "tệp này trống"
           "Điền nội dung theo docs/content.md, hoặc xóa tệp."
        en "this file is empty"
           "Fill it in as docs/content.md says, or remove it."
        eg "$ cat content/documents.yaml"
           "$ cat content/documents.yaml\nformat: 1\ndocuments: []"

    // YAML
    YamlSyntax "yaml-syntax" Error
        vi "không hiểu được YAML ở đây: {reason}"
           "{hint}"
        en "the YAML here cannot be understood: {reason}"
           "{hint}"
        eg "title: {vi: \"MỤC TIÊU, en: OBJECTIVES}"
           "title: {vi: \"MỤC TIÊU\", en: OBJECTIVES}"
    YamlTab "yaml-tab" Error
        vi "dòng này thụt lề bằng phím Tab"
           "Thay mỗi dấu Tab ở đầu dòng bằng hai dấu cách."
        en "this line is indented with a tab"
           "Replace each tab at the start of the line with two spaces."
        eg "sections:\n\t- id: muc-tieu"
           "sections:\n  - id: muc-tieu"
    YamlDocuments "yaml-documents" Error
        vi "tệp chứa nhiều tài liệu YAML"
           "Xóa dòng `---` này và những gì ở sau nó, hoặc chuyển sang một tệp riêng."
        en "the file holds several YAML documents"
           "Remove this `---` line and what follows it, or move that to a file of its own."
        eg "format: 1\n---\ndocuments:"
           "format: 1\ndocuments:"
    YamlAlias "yaml-alias" Error
        vi "không dùng được neo (&), bí danh (*), khóa gộp (<<) hay nhãn (!) ở đây"
           "Nếu đây là chữ thì đặt trong dấu ngoặc kép; nếu không, viết lại nội dung ở chỗ cần đến."
        en "anchors (&), aliases (*), merge keys (<<) and tags (!) cannot be used here"
           "If it is text, put it in double quotes; else write the content where it is needed."
        eg "agencies: [*so-mau]"
           "agencies: [so-mau]"
    YamlDepth "yaml-depth" Error
        vi "nội dung lồng nhau quá sâu"
           "Bớt số cấp thụt lề; tối đa là 64."
        en "the content is nested too deeply"
           "Use fewer levels of indentation; 64 at most."
        eg "title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[...]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
           "title: {vi: Cổng kế hoạch mẫu, en: Sample plan portal}"
    DuplicateKey "duplicate-key" Error
        vi "trường “{key}” được viết hai lần"
           "Giữ một trong hai và xóa cái kia."
        en "the field `{key}` is written twice"
           "Keep one of them and remove the other."
        eg "level: province\nlevel: city"
           "level: province"
    CutByComment "cut-by-comment" Error
        vi "phần sau dấu # bị YAML bỏ đi, không nằm trong văn bản"
           "Đặt cả câu trong dấu ngoặc kép, hoặc viết trong khối `>-`; nếu là chú thích thì chuyển sang một dòng riêng."
        en "what follows the # is dropped by YAML and is not part of the text"
           "Put the sentence in double quotes, or in a `>-` block; if it is a comment, give it a line of its own."
        eg "vi: Trẻ em #1 được bảo vệ."
           "vi: \"Trẻ em #1 được bảo vệ.\""
    CutByComma "cut-by-comma" Error
        vi "dấu phẩy trong dấu ngoặc nhọn cắt văn bản ở đây: “{rest}” rơi ra ngoài"
           "Đặt cả câu trong dấu ngoặc kép: `vi: \"Xã, phường\"`, hoặc viết câu trong khối `>-`."
        en "the comma inside braces cuts the text here: `{rest}` falls out of it"
           "Put the whole text in double quotes: `vi: \"Xã, phường\"`, or in a `>-` block."
        eg "communes: {vi: xã, phường, en: communes and wards}"
           "communes: {vi: \"xã, phường\", en: communes and wards}"

    // Shape
    UnknownField "unknown-field" Error
        vi "{what} không có trường “{field}”"
           "{hint}"
        en "{what} has no field `{field}`"
           "{hint}"
        eg "shortname: {vi: Mẫu, en: Sample}"
           "short_name: {vi: Mẫu, en: Sample}"
    MissingField "missing-field" Error
        vi "{what} thiếu trường “{field}”"
           "Thêm `{field}: ...` tại đây; docs/content.md giải thích trường này."
        en "{what} lacks the field `{field}`"
           "Add `{field}: ...` here; docs/content.md explains the field."
        eg "id: tinh-mau\nparent: viet-nam"
           "id: tinh-mau\nlevel: province\nparent: viet-nam"
    WrongShape "wrong-shape" Error
        vi "ở đây cần {expected}, hiện có {found}"
           "{hint}"
        en "expected {expected} here, found {found}"
           "{hint}"
        eg "agencies: so-mau"
           "agencies: [so-mau]"
    EmptyValue "empty-value" Error
        vi "trường “{field}” để trống"
           "Điền giá trị, hoặc xóa cả dòng nếu không có."
        en "the field `{field}` is empty"
           "Fill it in, or remove the line if there is nothing to say."
        eg "progress:"
           "progress: none"
    BadId "bad-id" Error
        vi "“{value}” không dùng làm mã được"
           "Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ `{example}`."
        en "`{value}` cannot be an id"
           "An id is made of small letters without accents, digits and hyphens, such as `{example}`."
        eg "- id: Sở Y tế"
           "- id: so-y-te"
    BadNumber "bad-number" Error
        vi "“{value}” không phải là số dùng được ở đây"
           "{hint}"
        en "`{value}` is not a number that can stand here"
           "{hint}"
        eg "goal: {reach: 100%}"
           "goal: {reach: 100, unit: percent}"
    LooksLikeThousands "looks-like-thousands" Warning
        vi "“{value}” được đọc là số thập phân, trang tiếng Việt sẽ hiện {shown}"
           "Nếu dấu chấm ngăn hàng nghìn thì viết liền: {joined}; nếu đúng là số thập phân thì để nguyên."
        en "`{value}` is read as a decimal number; the Vietnamese page shows {shown}"
           "If the point separates thousands, leave it out: {joined}; if it is a decimal number, it may stay."
        eg "goal: {reach: 12.345, unit: communes}"
           "goal: {reach: 12345, unit: communes}"
    BadDate "bad-date" Error
        vi "không dùng được ngày “{value}”"
           "{hint}"
        en "the date `{value}` cannot be used"
           "{hint}"
        eg "revised: 22/11/2026"
           "revised: 2026-11-22"
    UnknownChoice "unknown-choice" Error
        vi "“{field}” không nhận giá trị “{value}”"
           "{hint}"
        en "`{field}` does not take the value `{value}`"
           "{hint}"
        eg "level: provincial"
           "level: province"
    UnknownFormat "unknown-format" Error
        vi "không biết định dạng “{value}”"
           "Phiên bản này đọc được `format: 1`."
        en "the format `{value}` is not known"
           "This version reads `format: 1`."
        eg "format: 2"
           "format: 1"
    BadBaseUrl "bad-base-url" Error
        vi "“{value}” không phải là địa chỉ trang web đầy đủ"
           "Viết địa chỉ bắt đầu bằng https:// và kết thúc bằng /, ví dụ https://langson.example/ke-hoach/."
        en "`{value}` is not the whole address of a site"
           "Write an address that begins with https:// and ends in /, such as https://langson.example/ke-hoach/."
        eg "base_url: mau.example"
           "base_url: https://mau.example/"
    BadTimeZone "bad-time-zone" Error
        vi "“{value}” không phải là múi giờ"
           "Viết độ lệch so với UTC trong ngoặc kép: \"+07\" hoặc \"+07:00\"."
        en "`{value}` is not a time zone"
           "Write the offset from UTC in quotes: \"+07\" or \"+07:00\"."
        eg "time_zone: Asia/Ho_Chi_Minh"
           "time_zone: \"+07\""

    // Languages
    UnknownLanguage "unknown-language" Error
        vi "“{value}” không phải là một ngôn ngữ của trang"
           "Dùng một mã ngôn ngữ của site.yaml: {languages}."
        en "`{value}` is not a language of the site"
           "Use a language code of site.yaml: {languages}."
        eg "name: {vn: Tỉnh Mẫu, en: Sample Province}"
           "name: {vi: Tỉnh Mẫu, en: Sample Province}"
    MissingLanguage "missing-language" Warning
        vi "chưa có bản {language}"
           "Thêm bản dịch {place}; cho đến khi đó, trang hiện bản {shown} kèm lời báo."
        en "there is no {language} text"
           "Add the translation {place}; until then the page shows the {shown} text, marked as such."
        eg "name: {vi: Sở Mẫu}"
           "name: {vi: Sở Mẫu, en: Department of Samples}"

    // References
    DuplicateId "duplicate-id" Error
        vi "mã “{id}” đã được dùng"
           "Đổi một trong hai thành mã khác."
        en "the id `{id}` is used already"
           "Give one of the two another id."
        eg "- id: so-mau\n  name: {vi: Sở Y tế, en: Department of Health}"
           "- id: so-y-te\n  name: {vi: Sở Y tế, en: Department of Health}"
    IdNotFileName "id-not-file-name" Error
        vi "mã “{id}” khác với tên tệp hoặc thư mục “{name}”"
           "{hint}"
        en "the id `{id}` is not the name `{name}` of the file or folder"
           "{hint}"
        eg "id: mau-2025        # plans/mau-2024/plan.yaml"
           "id: mau-2024"
    UnknownReference "unknown-reference" Error
        vi "không có {what} “{id}”"
           "{hint}"
        en "there is no {what} `{id}`"
           "{hint}"
        eg "issuer: so-mua"
           "issuer: so-mau"
    CircularReference "circular-reference" Error
        vi "“{id}” dẫn vòng về chính nó"
           "Bỏ một mắt xích của vòng: {path}."
        en "`{id}` leads back to itself"
           "Break the circle: {path}."
        eg "id: viet-nam\nlevel: country\nparent: tinh-mau"
           "id: viet-nam\nlevel: country"
    DuplicateRoute "duplicate-route" Error
        vi "hai trang cùng địa chỉ /{route}"
           "Đổi mã, `slug` hoặc `routes` của một trong hai: {first} và {second}."
        en "two pages have the address /{route}"
           "Change the id, `slug` or `routes` of one of them: {first} and {second}."
        eg "routes: {vi: {targets: chi-tieu, responsibilities: chi-tieu}}"
           "routes: {vi: {targets: chi-tieu, responsibilities: trach-nhiem}}"
    UnknownLinkScheme "unknown-link-scheme" Error
        vi "không dùng được liên kết “{link}”"
           "{hint}"
        en "the link `{link}` cannot be used"
           "{hint}"
        eg "[Nghị định số 01/2024/NĐ-CP](doc:1-nd-cp)"
           "[Nghị định số 01/2024/NĐ-CP](document:1-nd-cp)"
    RemoteImage "remote-image" Error
        vi "ảnh “{link}” không nằm trong nội dung của trang"
           "Lưu ảnh cạnh tệp này và viết tên tệp: `![mô tả](anh.png)`; trang không được gọi đến máy chủ khác."
        en "the image `{link}` is not part of the content"
           "Save it beside this file and write its name: `![description](picture.png)`; no page calls another host."
        eg "![Bản đồ](https://bao.example/ban-do.png)"
           "![Bản đồ](ban-do.png)"
    BrokenLink "broken-link" Warning
        vi "liên kết ở đây không hoàn chỉnh nên hiện nguyên dạng trên trang"
           "Viết `[chữ](địa chỉ)`: không có dấu cách giữa hai ngoặc hay trong địa chỉ, và đóng ngoặc tròn; dấu [ thường viết là \\[."
        en "the link here is not whole, so that it is shown as it is written"
           "Write `[words](address)`: no space between the brackets or in the address, and close them; a mere [ is written \\[."
        eg "vi: >-\n  Theo [Nghị định](document:1-nd-cp của Chính phủ."
           "vi: >-\n  Theo [Nghị định](document:1-nd-cp) của Chính phủ."
    MissingAttachment "missing-attachment" Error
        vi "không có tệp “{path}”"
           "Đặt tệp cạnh tệp này, hoặc sửa tên; tên phân biệt chữ hoa, chữ thường."
        en "there is no file `{path}`"
           "Put it beside this file, or mend the name; capitals count."
        eg "![Bản đồ](Bando.png)"
           "![Bản đồ](ban-do.png)"

    // Facts
    DateOutsidePlan "date-outside-plan" Error
        vi "thời hạn {date} trước khi kế hoạch bắt đầu ({start})"
           "Sửa thời hạn, hoặc `period` của kế hoạch."
        en "the deadline {date} is before the plan begins ({start})"
           "Mend the deadline, or the plan's `period`."
        eg "due: 2023         # period: {from: 2024, to: 2024, stated: implied}"
           "due: 2024"
    EndsBeforeItBegins "ends-before-it-begins" Error
        vi "kết thúc ({to}) trước khi bắt đầu ({from})"
           "Đổi lại thứ tự hai ngày, hoặc sửa một trong hai."
        en "it ends ({to}) before it begins ({from})"
           "Swap the two dates, or mend one of them."
        eg "period: {from: 2024, to: 2023, stated: implied}"
           "period: {from: 2024, to: 2024, stated: implied}"
    RuleWithoutDay "rule-without-a-day" Error
        vi "quy tắc này không cho ra ngày: {reason}"
           "So lại với văn bản gốc; nếu ngày khác nhau theo quý, viết mỗi quý một báo cáo."
        en "the rule gives a day that there is not: {reason}"
           "Compare with the printed text; where the day differs by quarter, write a report for each quarter."
        eg "due: {on: {day: 31, month: last-of-quarter}}"
           "due: {on: {day: 30, month: last-of-quarter}}"
    GoalMismatch "goal-mismatch" Error
        vi "số liệu không khớp: {reason}"
           "So lại với văn bản gốc rồi sửa `goal`, `baseline` hoặc `milestones`."
        en "the figures do not fit: {reason}"
           "Compare with the printed text, then mend `goal`, `baseline` or `milestones`."
        eg "goal: {reach: 201, of: 200, unit: communes}"
           "goal: {reach: 150, of: 200, unit: communes}"
    ObservationMismatch "observation-mismatch" Error
        vi "số liệu không khớp: {reason}"
           "{hint}"
        en "the figures do not fit: {reason}"
           "{hint}"
        eg "observations: [{period: 2024, value: 150, of: 148, status: final, source: bao-cao}]"
           "observations: [{period: 2024, value: 148, of: 150, status: final, source: bao-cao}]"
    OverAHundred "over-a-hundred" Warning
        vi "{figure}% là quá một trăm phần trăm"
           "Có đúng như vậy không? So lại với báo cáo. Nếu đúng, ghi lý do vào ghi chú (`note`; trong bảng là cột “ghi chú”); nếu không thì sửa con số."
        en "{figure}% is more than a hundred percent"
           "Is this meant? Compare with the report. If it is right, say why in a `note` (the column `note` of a table); if not, mend the figure."
        eg "goal: {reach: 95, unit: percent}\nobservations: [{period: 2025, value: 190, status: final, source: bao-cao}]"
           "goal: {reach: 95, unit: percent}\nobservations: [{period: 2025, value: 90, status: final, source: bao-cao}]"
    ConflictingObservations "conflicting-observations" Error
        vi "chỉ tiêu “{id}” có hai số cho cùng một kỳ: {first} và {second}"
           "Giữ một số; nếu số sau thay số trước, ghi ngày công bố nó: `revised: 2025-03-31` (cột “ngày sửa” trong bảng)."
        en "the target `{id}` has two figures for the same period: {first} and {second}"
           "Keep one; if the later replaces the earlier, say when it was published: `revised: 2025-03-31` (column `revised` in a table)."
        eg "observations:\n  - {period: 2024, value: 80, status: final, source: bao-cao}\n  - {period: 2024, value: 85, status: final, source: bao-cao}"
           "observations:\n  - {period: 2024, value: 80, status: provisional, source: bao-cao}\n  - {period: 2024, value: 85, status: final, revised: 2025-03-31, source: bao-cao}"
    RevisionOfNothing "revision-of-nothing" Error
        vi "số này ghi là thay số cũ, nhưng kỳ {period} không có số cũ"
           "Bỏ `revised` (cột “ngày sửa” trong bảng), hoặc ghi cả số cũ: trang cho thấy số đã đổi từ bao nhiêu sang bao nhiêu."
        en "this figure says that it replaces an earlier one, but there is none for {period}"
           "Leave out `revised` (the column `revised` of a table), or give the earlier figure too: the page shows from what it changed to what."
        eg "observations: [{period: 2024, value: 85, status: final, revised: 2025-03-31, source: bao-cao}]"
           "observations: [{period: 2024, value: 85, status: final, source: bao-cao}]"
    FutureObservation "future-observation" Warning
        vi "kỳ {period} bắt đầu sau ngày {as_of}: số liệu này chưa được tính"
           "Kiểm tra năm; nếu đúng, số này sẽ được tính khi kỳ bắt đầu."
        en "{period} begins after {as_of}: this figure is not counted yet"
           "Check the year; if it is right, the figure counts once its period begins."
        eg "observations: [{period: 2052, value: 85, status: final, source: bao-cao}]"
           "observations: [{period: 2025, value: 85, status: final, source: bao-cao}]"
    ReportNotInData "report-not-in-data" Note
        vi "báo cáo đến hạn {date} của {from}: số liệu mới của {measures} chưa có trong dữ liệu"
           "Khi nhận được báo cáo, ghi số liệu vào progress.xlsx, progress.csv hoặc plan.yaml; nếu cổng không theo dõi số liệu của kế hoạch này, đặt `progress: none`."
        en "report due {date} by {from}: new figures of {measures} are not in the data"
           "Once the report is there, enter its figures in progress.xlsx, progress.csv or plan.yaml; if the portal does not keep this plan's figures, set `progress: none`."
        eg "measures:\n  - id: giay-khai-sinh\n    label: {vi: Giấy khai sinh, en: Birth certificates}\n    goal: {reach: 95, unit: percent}"
           "measures:\n  - id: giay-khai-sinh\n    label: {vi: Giấy khai sinh, en: Birth certificates}\n    goal: {reach: 95, unit: percent}\n    observations: [{period: 2025, value: 90, status: final, source: bao-cao}]"
    HotlineCheckOld "hotline-check-old" Warning
        vi "số {number} được gọi kiểm tra lần cuối {date}, đã quá {days} ngày"
           "Gọi lại số này rồi ghi ngày gọi vào `called`; nếu không gọi được thì bỏ `called`. Số ngày đặt ở `hotline_check_days` trong site.yaml."
        en "the number {number} was last rung on {date}, more than {days} days ago"
           "Ring it and write the day into `called`; if nobody answers, take `called` out. The number of days is `hotline_check_days` in site.yaml."
        eg "called: 2025-11-20"
           "called: 2026-11-20"
    UnreadableTable "unreadable-table" Error
        vi "không đọc được bảng này: {reason}"
           "{hint}"
        en "this table cannot be read: {reason}"
           "{hint}"
        eg "$ file content/plans/mau-2024/progress.csv\nprogress.csv: ISO-8859 text"
           "$ file content/plans/mau-2024/progress.csv\nprogress.csv: UTF-8 text"
    BadHeader "bad-header" Error
        vi "{reason}"
           "{hint}"
        en "{reason}"
           "{hint}"
        eg "measure;period;amount;status;source;note"
           "measure;period;value;status;source;note"
    UnknownColumn "unknown-column" Warning
        vi "cột “{column}” không được đọc"
           "{hint}"
        en "the column “{column}” is not read"
           "{hint}"
        eg "measure;period;value;status;source;not"
           "measure;period;value;status;source;note"
    UnclearCell "unclear-cell" Error
        vi "{cell}: “{value}” {reason}"
           "{hint}"
        en "{cell}: “{value}” {reason}"
           "{hint}"
        eg "so-xa;2024;1.234;chính thức;bao-cao"
           "so-xa;2024;1234;chính thức;bao-cao"
    MissingCell "missing-cell" Error
        vi "{cell}: dòng có số liệu mà thiếu {field}"
           "Điền ô này. Chưa có số liệu thì để trống ô giá trị; không phải số liệu thì chuyển ra ngoài bảng."
        en "{cell}: the row has a figure but no {field}"
           "Fill the cell in. Leave the value empty where there is no figure yet; move what is no observation out of the table."
        eg ";2023;120;chính thức;bao-cao"
           "so-xa;2023;120;chính thức;bao-cao"
    RowWithoutValue "row-without-value" Warning
        vi "{cell} để trống, nhưng dòng này ghi “{said}”"
           "Điền giá trị, hoặc xóa “{said}” nếu chưa có báo cáo."
        en "{cell} is empty, but the row says “{said}”"
           "Fill the value in, or clear “{said}” if nothing was reported yet."
        eg "so-xa;2022;;chính thức;bao-cao"
           "so-xa;2022;;;"
    NobodyNamed "nobody-named" Error
        vi "{what} không nêu cơ quan nào"
           "{hint}"
        en "{what} names no agency"
           "{hint}"
        eg "duties: [{role: lead}]"
           "duties: [{role: lead, agencies: [so-y-te]}]"
    BadPhone "bad-phone" Error
        vi "“{value}” không phải là số điện thoại gọi được ở Việt Nam: {reason}"
           "Viết số đúng như công bố, trong ngoặc kép: \"111\", \"1800 1567\", \"0203 383 5111\", \"+84 203 383 5111\"."
        en "`{value}` is not a phone number that can be called in Viet Nam: {reason}"
           "Write the number as it is published, in quotes: \"111\", \"1800 1567\", \"0203 383 5111\", \"+84 203 383 5111\"."
        eg "number: \"0203 383\""
           "number: \"0203 383 5111\""
    BadEmail "bad-email" Error
        vi "“{value}” không phải là địa chỉ thư điện tử"
           "Viết một địa chỉ như van-phong@langson.example, không có dấu cách."
        en "`{value}` is not an address of electronic mail"
           "Write an address such as office@langson.example, without spaces."
        eg "contact: {name: {vi: Văn phòng, en: Office}, email: van phong @ mau.example}"
           "contact: {name: {vi: Văn phòng, en: Office}, email: van-phong@mau.example}"
    NoSource "no-source" Error
        vi "{what} không nêu nguồn"
           "Thêm `source: ...`: mã trong `sources` của tệp này, `plan:<mã>` hoặc `document:<mã>`."
        en "{what} has no source"
           "Add `source: ...`: an id of this file's `sources`, `plan:<id>` or `document:<id>`."
        eg "- {cost: free}"
           "- {cost: free, source: bao-mau}"
    CorrectionNotFound "correction-not-found" Error
        vi "“{read}” có {found} lần trong văn bản, không phải {times}"
           "`read` phải đúng như trong văn bản; ghi thêm từ ở hai bên, hoặc sửa `times`."
        en "`{read}` stands {found} times in the text, not {times}"
           "`read` must be just as in the text; take in more words around it, or mend `times`."
        eg "- {read: Phấn dấu, printed: Phần đấu}"
           "- {read: Phấn đấu, printed: Phần đấu}"
    CorrectionSame "correction-same" Error
        vi "`read` và `printed` giống nhau"
           "Xóa dòng này, hoặc ghi ở `printed` điều mà bản quét thật sự có."
        en "`read` and `printed` are the same"
           "Remove this line, or write under `printed` what the scan really has."
        eg "- {read: Phấn đấu, printed: Phấn đấu}"
           "- {read: Phấn đấu, printed: Phần đấu}"
    UnevenTable "uneven-table" Error
        vi "hàng này có {found} ô, bảng có {expected} cột"
           "Thêm hoặc bớt ô; ô trống viết là \"\"."
        en "this row has {found} cells, the table {expected} columns"
           "Add or remove cells; an empty cell is \"\"."
        eg "rows: [[\"1\", \"25\"], [\"2\"]]"
           "rows: [[\"1\", \"25\"], [\"2\", \"\"]]"

    // Fidelity: found by `check --fidelity` alone
    NoScan "no-scan" Warning
        vi "cạnh kế hoạch không có văn bản quét nên không có gì để so"
           "Đặt văn bản quét cạnh plan.yaml, với tên source.txt."
        en "there is no scanned text beside the plan to compare it with"
           "Put the text of the scan beside plan.yaml, as source.txt."
        eg "$ ls content/plans/mau-2024\nplan.yaml"
           "$ ls content/plans/mau-2024\nplan.yaml  source.txt"
    TextMissing "text-missing" Error
        vi "bản quét có, plan.yaml không có: “{words}”"
           "Thêm vào plan.yaml, {place}; nếu là chữ thừa của bản quét thì ghi đính chính trong `as_printed` của đoạn."
        en "the scan has this, plan.yaml does not: “{words}”"
           "Add it to plan.yaml, {place}; if the scan has it by mistake, say so in a correction (`as_printed`) of the paragraph."
        eg "$ cat source.txt\nCăn cứ Luật Trẻ em;\nCăn cứ Nghị quyết số 1;\n$ cat plan.yaml\nbases:\n  - {text: Căn cứ Luật Trẻ em;}"
           "$ cat plan.yaml\nbases:\n  - {text: Căn cứ Luật Trẻ em;}\n  - {text: Căn cứ Nghị quyết số 1;}"
    TextAdded "text-added" Error
        vi "plan.yaml có, bản quét không có: “{words}”"
           "Xóa khỏi plan.yaml; nếu bản quét thiếu chữ thì ghi đính chính trong `as_printed` của đoạn."
        en "plan.yaml has this, the scan does not: “{words}”"
           "Remove it from plan.yaml; if the scan lacks it by mistake, say so in a correction (`as_printed`) of the paragraph."
        eg "$ cat source.txt\nCăn cứ Luật Trẻ em;\n$ cat plan.yaml\nbases:\n  - {text: Căn cứ Luật Trẻ em năm 2016;}"
           "$ cat plan.yaml\nbases:\n  - {text: Căn cứ Luật Trẻ em;}"
    TextDiffers "text-differs" Error
        vi "bản quét có “{scan}”, plan.yaml có “{plan}”"
           "Viết đúng như bản quét; nếu bản quét sai thì giữ chữ đúng và ghi đính chính trong `as_printed` của đoạn."
        en "the scan has “{scan}”, plan.yaml has “{plan}”"
           "Write it as the scan has it; if the scan is wrong, keep what is right and add a correction (`as_printed`) to the paragraph."
        eg "$ cat source.txt\nPhần đấu giảm tai nạn.\n$ cat plan.yaml\n- text: Phấn đấu giảm tai nạn."
           "$ cat plan.yaml\n- text: Phấn đấu giảm tai nạn.\n  as_printed: [{read: Phấn đấu, printed: Phần đấu}]"
    TextMoved "text-moved" Error
        vi "đoạn này nằm ở chỗ khác trong bản quét: “{words}”"
           "Chuyển đến đúng chỗ như trong bản quét: {place}."
        en "this stands elsewhere in the scan: “{words}”"
           "Move it to where the scan has it: {place}."
        eg "$ cat source.txt\n1. Mục đích\n2. Yêu cầu\n$ cat plan.yaml\n- {number: \"2\", title: Yêu cầu}\n- {number: \"1\", title: Mục đích}"
           "$ cat plan.yaml\n- {number: \"1\", title: Mục đích}\n- {number: \"2\", title: Yêu cầu}"
    CorrectionNotPrinted "correction-not-printed" Error
        vi "theo đính chính, bản quét có “{printed}” ở đây, nhưng bản quét có {scan}"
           "Sửa `printed` cho đúng bản quét, hoặc xóa đính chính nếu bản quét không sai."
        en "by this correction the scan has “{printed}” here, but it has {scan}"
           "Mend `printed` to be as in the scan, or remove the correction if the scan is right."
        eg "$ cat source.txt\nPhấn đấu giảm tai nạn.\n$ cat plan.yaml\n- text: Phấn đấu giảm tai nạn.\n  as_printed: [{read: Phấn đấu, printed: Phần đấu}]"
           "$ cat plan.yaml\n- text: Phấn đấu giảm tai nạn."
    FactNotPrinted "fact-not-printed" Error
        vi "“{fact}” ghi {figure}, đoạn văn không in như vậy"
           "Ghi đúng như đoạn văn. Chỉ tiêu có con số nói bằng chữ hoặc lấy từ chỗ khác thì thêm `note` nói rõ; năm không in thì ghi `year: implied`; thời hạn suy ra thì ghi `stated: implied`."
        en "`{fact}` gives {figure}, which its paragraph does not print"
           "Give what the paragraph says. A measure whose figure is said in words or comes from elsewhere needs a `note` that says so; a year that is not printed `year: implied`; a deadline that follows from the plan `stated: implied`."
        eg "$ cat plan.yaml\n- text: 82% trẻ em được bảo vệ.\n  measures:\n    - {id: tre-em, label: Trẻ em, goal: {reach: 83, unit: percent}}"
           "$ cat plan.yaml\n- text: 82% trẻ em được bảo vệ.\n  measures:\n    - {id: tre-em, label: Trẻ em, goal: {reach: 82, unit: percent}}"

    // Theme
    TemplateError "template-error" Error
        vi "mẫu trang có lỗi: {reason}"
           "Sửa mẫu này trong themes/; hoặc xóa tệp để dùng mẫu có sẵn."
        en "the template is broken: {reason}"
           "Mend this template in themes/; or remove the file to use the built-in one."
        eg "$ cat themes/default/templates/404.html\n<h1>{{ page.title </h1>"
           "$ cat themes/default/templates/404.html\n<h1>{{ page.title }}</h1>"
    MissingString "missing-string" Error
        vi "giao diện không có chuỗi “{key}” cho ngôn ngữ {language}"
           "Thêm `{key}` vào themes/{theme}/strings/{code}.yaml."
        en "the theme has no string `{key}` in {language}"
           "Add `{key}` to themes/{theme}/strings/{code}.yaml."
        eg "$ cat themes/default/templates/home.html\n<p>{{ t(key=\"greeting\") }}</p>"
           "$ cat themes/default/strings/vi.yaml\ngreeting: Chào bạn"
    MissingStrings "missing-strings" Error
        vi "giao diện chưa có chữ cho ngôn ngữ {language}"
           "Chép themes/default/strings/vi.yaml của kehoach thành themes/{theme}/strings/{code}.yaml rồi dịch."
        en "the theme has no words in {language}"
           "Copy themes/default/strings/en.yaml of kehoach to themes/{theme}/strings/{code}.yaml and translate it."
        eg "$ cat content/site.yaml\nlanguages:\n  - {code: vi, name: Tiếng Việt}\n  - {code: tyz, name: Tày}"
           "$ cp themes/default/strings/vi.yaml themes/default/strings/tyz.yaml"
    UnknownTheme "unknown-theme" Error
        vi "không có giao diện “{theme}”"
           "Tạo thư mục themes/{theme}/, hoặc đặt `theme: default` trong site.yaml."
        en "there is no theme `{theme}`"
           "Create the folder themes/{theme}/, or set `theme: default` in site.yaml."
        eg "theme: defualt"
           "theme: default"

    // Publishing
    OutputNotOurs "output-not-ours" Error
        vi "thư mục {path} có nội dung không do kehoach tạo"
           "Chọn thư mục khác bằng --out, hoặc tự dọn trống thư mục này."
        en "the folder {path} holds things that kehoach did not make"
           "Choose another folder with --out, or empty this one yourself."
        eg "$ kehoach build --out ~/Documents"
           "$ kehoach build --out ~/Documents/portal"
    OutputBusy "output-busy" Error
        vi "một lần dựng khác đang ghi vào {path}"
           "Chờ lần dựng kia xong, rồi chạy lại lệnh này."
        en "another build is writing to {path}"
           "Wait until it has finished, then run this command again."
        eg "$ kehoach build & kehoach build"
           "$ kehoach build && kehoach build"
    CannotWrite "cannot-write" Error
        vi "không ghi được {path}: {reason}"
           "Kiểm tra quyền ghi và chỗ trống trên ổ đĩa; trang đã công bố vẫn nguyên như cũ."
        en "cannot write {path}: {reason}"
           "Check permissions and free space; the published site is as it was."
        eg "$ kehoach build --out /usr/share/portal"
           "$ kehoach build --out ~/portal"
}

//! Everything that the program itself says, in Vietnamese and in English. What it says about content is in
//! `diag/codes.rs`.

use crate::lang::{Decimal, Lang, format_decimal};

/// The words of one language.
#[derive(Debug, Clone, Copy)]
pub struct Words(Lang);

/// `name "vi" "en"` is a fixed text, `name(a, b) "vi" "en"` one in which `{a}` and `{b}` are filled in.
macro_rules! words {
    ($( $name:ident $(($($arg:ident),+))? $vi:literal $en:literal )*) => {
        impl Words { $( words!(@one $name $(($($arg),+))? $vi $en); )* }
    };
    (@one $name:ident $vi:literal $en:literal) => {
        pub fn $name(self) -> &'static str {
            if self.0 == Lang::VI { $vi } else { $en }
        }
    };
    (@one $name:ident ($($arg:ident),+) $vi:literal $en:literal) => {
        pub fn $name(self, $($arg: &str),+) -> String {
            if self.0 == Lang::VI { format!($vi) } else { format!($en) }
        }
    };
}

words! {
    // Help
    about
        "Dựng trang web kế hoạch song ngữ từ các tệp YAML."
        "Builds a bilingual website of public plans from YAML files."
    about_build
        "Dựng trang web, rồi đưa cả trang vào thư mục xuất bản trong một lần"
        "Build the website, then put it into the output folder all at once"
    about_check
        "Kiểm tra nội dung và liệt kê mọi lỗi; không ghi gì"
        "Check the content and list every mistake; write nothing"
    about_serve
        "Xem trước trang web trong khi soạn: mỗi lần lưu tệp, trang đang mở tự cập nhật"
        "Preview the website while writing: the open page follows every save"
    about_watch
        "Dựng lại và xuất bản mỗi khi có tệp thay đổi"
        "Build and publish again whenever a file changes"
    about_new
        "Tạo một cổng thông tin mẫu để bắt đầu, có chú thích từng dòng"
        "Make a starter portal, explained line by line"
    about_schema
        "Ghi lược đồ của các tệp nội dung, để trình soạn thảo gợi ý và báo lỗi khi gõ"
        "Write schemas of the content files, for editors that complete and check while one types"
    about_explain
        "Giải thích một thông báo: nghĩa là gì, ví dụ sai và cách sửa"
        "Explain a diagnostic: what it means, an example and its mend"
    about_completions
        "In tập lệnh để trình vỏ tự hoàn thành dòng lệnh"
        "Print a script by which a shell completes command lines"
    usage "Cách dùng:" "Usage:"
    usage_kehoach "kehoach <LỆNH> [TÙY CHỌN] [THƯ MỤC]" "kehoach <COMMAND> [OPTIONS] [FOLDER]"
    usage_build "kehoach build [TÙY CHỌN] [THƯ MỤC]" "kehoach build [OPTIONS] [FOLDER]"
    usage_check "kehoach check [TÙY CHỌN] [THƯ MỤC]" "kehoach check [OPTIONS] [FOLDER]"
    usage_serve "kehoach serve [TÙY CHỌN] [THƯ MỤC]" "kehoach serve [OPTIONS] [FOLDER]"
    usage_watch "kehoach watch [TÙY CHỌN] [THƯ MỤC]" "kehoach watch [OPTIONS] [FOLDER]"
    usage_new "kehoach new [TÙY CHỌN] <THƯ MỤC>" "kehoach new [OPTIONS] <FOLDER>"
    usage_schema "kehoach schema [TÙY CHỌN]" "kehoach schema [OPTIONS]"
    usage_explain "kehoach explain [TÙY CHỌN] [MÃ]" "kehoach explain [OPTIONS] [CODE]"
    usage_completions "kehoach completions [TÙY CHỌN] <TRÌNH VỎ>" "kehoach completions [OPTIONS] <SHELL>"
    commands "Các lệnh:" "Commands:"
    arguments "Tham số:" "Arguments:"
    options "Tùy chọn:" "Options:"
    folder "THƯ MỤC" "FOLDER"
    url "ĐỊA CHỈ" "URL"
    date "NGÀY" "DATE"
    language "NGÔN NGỮ" "LANGUAGE"
    format "DẠNG" "FORMAT"
    code "MÃ" "CODE"
    editor "TRÌNH SOẠN THẢO" "EDITOR"
    shell "TRÌNH VỎ" "SHELL"
    number_of "SỐ" "NUMBER"
    help_code
        "Mã của thông báo, như unknown-field; không ghi thì liệt kê tất cả"
        "The diagnostic's code, such as unknown-field; all are listed if left out"
    help_shell "bash, zsh, fish hoặc powershell" "bash, zsh, fish or powershell"
    help_portable
        "Liên kết ghi rõ index.html, để mở trang từ USB hay ổ đĩa mà không cần máy chủ"
        "Write index.html into links, so that the site opens from a USB stick without a server"
    help_precompress
        "Ghi thêm bản nén .gz và .br cạnh mỗi tệp, để máy chủ gửi ngay mà không phải nén"
        "Write compressed versions (.gz, .br) beside the files, for a server to hand out as they are"
    help_jobs
        "Số luồng dựng trang [mặc định: số nhân của máy]"
        "Threads that render pages [default: as many as there are cores]"
    help_host
        "Cho máy khác trong mạng xem, tại địa chỉ này của máy [mặc định: chỉ máy này; không ghi địa chỉ: 0.0.0.0]"
        "Let other devices of the network look on, at this address of the computer [default: this computer only; without an address: 0.0.0.0]"
    help_port
        "Cổng; nếu đang bận thì lấy cổng trống kế tiếp [mặc định: 8080]"
        "The port; if it is busy, the next free one is taken [default: 8080]"
    help_open "Mở trang trong trình duyệt" "Open the site in the browser"
    help_editor
        "Trình soạn thảo mở tệp khi bấm vào trang: vscode, vscodium, zed, idea, sublime, none hoặc một địa chỉ có {path}, {line}, {column} [mặc định: vscode]"
        "The editor that opens the file at a click on the page: vscode, vscodium, zed, idea, sublime, none, or an address with {path}, {line}, {column} [default: vscode]"
    help_poll
        "Tự dò thay đổi thay vì chờ hệ thống báo: cho ổ đĩa mạng"
        "Look for changes instead of waiting for the system to tell: for network drives"
    help_no_cache
        "Dựng lại mọi trang; nếu không, trang nào không đổi thì lấy từ lần dựng trước"
        "Render every page; without this, pages that are the same are taken from the last build"
    help_timings
        "Cho biết từng bước mất bao lâu, in ra đầu ra lỗi chuẩn"
        "Say on standard error how long each stage took"
    help_dir
        "Thư mục của cổng thông tin, nơi có thư mục content/ [mặc định: thư mục hiện tại]"
        "The portal's folder, which holds content/ [default: the current folder]"
    help_new_dir
        "Thư mục mới của cổng thông tin; nếu đã có thì phải trống"
        "The new portal's folder; empty if it is there already"
    help_schema_out
        "Nơi ghi lược đồ [mặc định: schemas/ trong thư mục hiện tại]"
        "Where to write them [default: schemas/ in the current folder]"
    help_out
        "Thư mục xuất bản [mặc định: public/ trong thư mục của cổng thông tin]"
        "The output folder [default: public/ in the portal's folder]"
    help_base_url
        "Địa chỉ đặt trang web, thay cho `base_url` trong site.yaml"
        "Where the website will stand, in place of `base_url` in site.yaml"
    help_as_of
        "Tính trạng thái đến ngày này, dạng 2026-11-22 [mặc định: SOURCE_DATE_EPOCH, nếu không có thì hôm nay]"
        "Work out states as of this day, such as 2026-11-22 [default: SOURCE_DATE_EPOCH, else today]"
    help_strict "Coi cảnh báo là lỗi" "Treat warnings as errors"
    help_format
        "human: cho người đọc, in ra đầu ra lỗi chuẩn; json: cho chương trình, in ra đầu ra chuẩn [mặc định: human]"
        "human: for people, on standard error; json: for programs, on standard output [default: human]"
    help_fidelity
        "So từng chữ của mỗi kế hoạch với văn bản quét đặt cạnh nó (source.txt); chỗ nào khác là lỗi"
        "Compare every plan word for word with its scan beside it (source.txt); a difference is an error"
    help_lang
        "vi hoặc en [mặc định: ngôn ngữ của hệ thống, nếu không có thì ngôn ngữ đầu tiên của trang]"
        "vi or en [default: the system's language, else the site's first]"
    help_help "Hiện phần trợ giúp này" "Show this help"
    help_version "Hiện số phiên bản" "Show the version"
    exit_codes
        "Mã kết thúc:\n  \
           0  không có lỗi\n  \
           1  nội dung có lỗi (hoặc có cảnh báo, khi dùng --strict); trang đã công bố vẫn như cũ\n  \
           2  dòng lệnh sai\n  \
           3  không ghi được kết quả; trang đã công bố vẫn như cũ"
        "Exit codes:\n  \
           0  no errors\n  \
           1  the content has errors (or warnings, with --strict); the published site is as it was\n  \
           2  the command line is wrong\n  \
           3  the result could not be written; the published site is as it was"

    // A command line that is wrong
    error "lỗi:" "error:"
    see_help "Xem cách dùng: kehoach --help" "For how to use it: kehoach --help"
    did_you_mean(similar) "Có phải bạn muốn viết {similar}?" "Did you mean {similar}?"
    unknown_argument(argument) "không có tùy chọn hay tham số {argument} ở đây" "there is no option or argument {argument} here"
    unknown_command(command) "không có lệnh {command}" "there is no command {command}"
    missing_command "cần một lệnh; `kehoach --help` liệt kê các lệnh" "a command is needed; `kehoach --help` lists them"
    missing_argument(argument) "cần thêm {argument}" "{argument} is needed"
    missing_value(option) "{option} cần một giá trị" "{option} needs a value"
    value_not_wanted(option, value) "{option} không nhận giá trị, nhưng lại có {value}" "{option} takes no value, but there is {value}"
    bad_value(option, value) "giá trị {value} không dùng được cho {option}" "the value {value} cannot be used for {option}"
    bad_value_because(option, value, reason)
        "giá trị {value} không dùng được cho {option}: {reason}"
        "the value {value} cannot be used for {option}: {reason}"
    choices(values) "Các giá trị dùng được: {values}" "Values that can be used: {values}"
    given_twice(option) "{option} được viết nhiều lần" "{option} is written more than once"
    not_utf8 "dòng lệnh có chữ không phải là UTF-8" "the command line holds text that is not UTF-8"
    not_understood "không hiểu được dòng lệnh" "the command line cannot be understood"
    bad_date "cần một ngày có thật, dạng 2026-11-22" "a date that exists is expected, such as 2026-11-22"
    bad_base_url
        "cần một địa chỉ đầy đủ bắt đầu bằng https:// hoặc http://, không có ? hay #"
        "a whole address is expected that begins with https:// or http://, without ? or #"
    bad_jobs "cần một số từ 1 đến 1024" "a number from 1 to 1024 is expected"
    bad_host "cần một địa chỉ IP, như 0.0.0.0 hoặc 192.168.1.5" "an IP address is expected, such as 0.0.0.0 or 192.168.1.5"
    bad_editor
        "cần vscode, vscodium, zed, idea, sublime, none, hoặc một địa chỉ như my-editor://open?file={path}&line={line}"
        "vscode, vscodium, zed, idea, sublime, none, or an address such as my-editor://open?file={path}&line={line} is expected"
    bad_port "cần một số từ 0 đến 65535" "a number from 0 to 65535 is expected"
    no_threads(reason) "không tạo được luồng: {reason}" "cannot start the threads: {reason}"
    unknown_code(code, hint) "không có thông báo {code}. {hint}" "there is no diagnostic {code}. {hint}"
    bad_epoch(value)
        "biến môi trường SOURCE_DATE_EPOCH phải là số giây kể từ 1970-01-01, không phải {value}"
        "the environment variable SOURCE_DATE_EPOCH must be a number of seconds since 1970-01-01, not {value}"
    no_content(dir) "không có thư mục content/ trong {dir}" "there is no folder content/ in {dir}"

    // Outcomes
    nothing_found "Không có lỗi, không có cảnh báo." "No errors, no warnings."
    in_files(counts, files) "{counts} trong {files}" "{counts} in {files}"
    and_more(count, code)
        "... và còn {count} mục {code} nữa; `kehoach check` liệt kê tất cả."
        "... and {count} more of {code}; `kehoach check` lists them all."
    compared(plan, found, words, share, added, corrections)
        "{plan}: {found}/{words} từ của bản quét{share}; {added}; {corrections}"
        "{plan}: {found} of {words} words of the source{share}; {added}; {corrections}"
    no_scan(plan)
        "{plan}: không có source.txt, không so được"
        "{plan}: no source.txt, nothing compared"
    not_compared(plan)
        "{plan}: chưa so, vì plan.yaml, source.txt hoặc site.yaml có lỗi"
        "{plan}: not compared, for plan.yaml, source.txt or site.yaml has errors"
    share(per_cent) ", {per_cent} %" ", {per_cent} %"
    nothing_added "không thêm chữ nào" "nothing added"
    words_added(count) "thêm {count}" "{count} added"
    corrections_undone(count) "hoàn nguyên {count}" "{count} undone"
    serving(address) "Xem trước tại {address} (dừng bằng Ctrl+C)" "Preview at {address} (stop with Ctrl+C)"
    serving_network(address) "Trên điện thoại cùng mạng: {address}" "On a phone in the same network: {address}"
    no_network(port)
        "Trên điện thoại cùng mạng: http://<địa chỉ IP của máy này>:{port}/"
        "On a phone in the same network: http://<IP address of this computer>:{port}/"
    port_busy(port, other) "Cổng {port} đang bận; dùng cổng {other}." "Port {port} is busy; port {other} is taken."
    cannot_listen(port, reason) "không mở được cổng {port}: {reason}" "cannot open port {port}: {reason}"
    up_to_date(milliseconds) "Đã cập nhật trong {milliseconds} ms." "Up to date, in {milliseconds} ms."
    still_shown "Trang xem trước vẫn là bản tốt gần nhất." "The preview still shows the last good site."
    panicked
        "kehoach gặp lỗi của chính nó; trang xem trước vẫn như cũ. Sửa hoặc hoàn lại thay đổi vừa rồi."
        "kehoach met a mistake of its own; the preview is as it was. Mend or take back the last change."
    polling
        "Hệ thống không báo được thay đổi; kehoach tự dò, có thể chậm hơn một chút."
        "The system tells of no changes; kehoach looks for them, which may take a little longer."
    watching(dir) "Đang theo dõi {dir} (dừng bằng Ctrl+C)" "Watching {dir} (stop with Ctrl+C)"
    not_published(out) "Chưa công bố gì; {out} vẫn như cũ." "Nothing was published; {out} is as it was."
    strict_warnings "Vì có --strict, cảnh báo cũng là lỗi." "With --strict, warnings are errors too."
    built(pages, files, size, seconds, out)
        "Đã dựng {pages}, {files}, {size} trong {seconds} giây vào {out}"
        "Built {pages}, {files}, {size} in {seconds} seconds into {out}"
    portal_made(dir)
        "Đã tạo cổng thông tin trong {dir}. Bước tiếp theo:\n\n  \
           cd {dir}\n  \
           kehoach check\n  \
           kehoach build\n\n\
         Rồi mở README.md."
        "Made a portal in {dir}. Next:\n\n  \
           cd {dir}\n  \
           kehoach check\n  \
           kehoach build\n\n\
         Then open README.md."
    not_empty(dir)
        "{dir} đã có và không trống; chọn một thư mục mới"
        "{dir} is there already and is not empty; choose a new folder"
    schemas_written(out) "Đã ghi lược đồ vào {out}" "Wrote the schemas into {out}"
    cannot_write(path, reason) "không ghi được {path}: {reason}" "cannot write {path}: {reason}"
    stage_load "đọc nội dung" "load"
    stage_check "kiểm tra" "check"
    stage_measure "tính toán" "measure"
    stage_outline "xếp trang" "outline"
    stage_render "dựng trang" "render"
    stage_export "xuất dữ liệu" "export"
    stage_search "chỉ mục tìm kiếm" "search"
    stage_publish "ghi và công bố" "publish"
    stage_rest "việc khác" "rest"
    total "tổng cộng" "total"
    progress "Đang dựng trang" "Building pages"
    cannot_print(reason) "không ghi được ra đầu ra chuẩn: {reason}" "cannot write to standard output: {reason}"
}

/// What can be counted.
#[derive(Debug, Clone, Copy)]
pub enum Noun {
    Error,
    Warning,
    Note,
    File,
    Page,
    Word,
    Correction,
}

impl Words {
    /// The words of a language: Vietnamese, or else English.
    pub fn new(lang: Lang) -> Words {
        Words(lang)
    }

    pub fn lang(self) -> Lang {
        self.0
    }

    /// `58 trang`, `58 pages`.
    pub fn count(self, count: usize, noun: Noun) -> String {
        format!("{} {}", self.number(count as u128, 0), self.noun(count, noun))
    }

    /// As [`Words::count`], in digits alone: `5353 words`.
    pub fn plain_count(self, count: usize, noun: Noun) -> String {
        format!("{count} {}", self.noun(count, noun))
    }

    fn noun(self, count: usize, noun: Noun) -> &'static str {
        let (vi, one, many) = match noun {
            Noun::Error => ("lỗi", "error", "errors"),
            Noun::Warning => ("cảnh báo", "warning", "warnings"),
            Noun::Note => ("lưu ý", "note", "notes"),
            Noun::File => ("tệp", "file", "files"),
            Noun::Page => ("trang", "page", "pages"),
            Noun::Word => ("từ", "word", "words"),
            Noun::Correction => ("đính chính", "correction", "corrections"),
        };
        match (self.0 == Lang::VI, count) {
            (true, _) => vi,
            (false, 1) => one,
            (false, _) => many,
        }
    }

    /// `1,2 MB`, `1.2 MB`: in powers of a thousand, with one decimal from the kilobyte on.
    pub fn size(self, bytes: u64) -> String {
        const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
        // From where on a size rounds to at least one of the unit.
        match UNITS.into_iter().find(|(unit, _)| bytes >= unit - unit / 20_000) {
            Some((unit, name)) => {
                let tenths = (u128::from(bytes) * 10 + u128::from(unit) / 2) / u128::from(unit);
                format!("{} {name}", self.number(tenths, 1))
            }
            None => format!("{} B", self.number(u128::from(bytes), 0)),
        }
    }

    /// A time in seconds, with two decimals.
    pub fn seconds(self, time: std::time::Duration) -> String {
        self.number((time.as_millis() + 5) / 10, 2)
    }

    /// Tenths of a per cent as per cent, with one decimal; 1000 is `100`.
    pub fn per_cent(self, per_mille: usize) -> String {
        if per_mille == 1000 { "100".to_owned() } else { self.number(per_mille as u128, 1) }
    }

    /// A time in milliseconds, from tenths of one, with one decimal.
    pub fn milliseconds(self, tenths: u128) -> String {
        self.number(tenths, 1)
    }

    fn number(self, digits: u128, decimals: u32) -> String {
        match i128::try_from(digits).ok().and_then(|digits| Decimal::try_from_i128_with_scale(digits, decimals).ok()) {
            Some(number) => format_decimal(number, self.0),
            None => digits.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn counts_and_sizes_are_written_as_each_language_does() {
        let (vi, en) = (Words::new(Lang::VI), Words::new(Lang::EN));
        assert_eq!((vi.count(1, Noun::Page), en.count(1, Noun::Page)), ("1 trang".into(), "1 page".into()));
        assert_eq!(
            (vi.count(2424, Noun::Page), en.count(2424, Noun::Page)),
            ("2.424 trang".into(), "2,424 pages".into())
        );
        assert_eq!((vi.size(1_234_567), en.size(1_234_567)), ("1,2 MB".into(), "1.2 MB".into()));
        assert_eq!(
            (en.size(999), en.size(1_000), en.size(999_949)),
            ("999 B".into(), "1.0 kB".into(), "999.9 kB".into())
        );
        assert_eq!(
            (en.size(999_950), en.size(999_949_999), en.size(999_950_000)),
            ("1.0 MB".into(), "999.9 MB".into(), "1.0 GB".into())
        );
        assert_eq!(
            (vi.seconds(Duration::from_millis(84)), en.seconds(Duration::from_secs(61))),
            ("0,08".into(), "61.00".into())
        );
        assert!(!vi.size(u64::MAX).is_empty());
    }
}

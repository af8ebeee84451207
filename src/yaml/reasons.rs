//! What the complaints of the YAML crate may mean, in words for people who did not come to learn YAML.

use crate::diag::Arg;

/// What a complaint may mean.
pub(super) struct Reason {
    /// Words of the complaint, any of which must be there.
    complaint: &'static [&'static str],
    /// Marks with which the value complained of may begin instead.
    begins: &'static str,
    /// What is wrong and what to do, in Vietnamese.
    vi: (&'static str, &'static str),
    /// What is wrong and what to do, in English.
    en: (&'static str, &'static str),
}

impl Reason {
    fn fits(&self, message: &str, value: &str) -> bool {
        self.complaint.iter().any(|w| message.contains(w)) || value.starts_with(|c| self.begins.contains(c))
    }

    /// What is wrong, and what to do.
    pub(super) fn words(&self) -> (Arg, Arg) {
        (Arg::each(self.vi.0, self.en.0), Arg::each(self.vi.1, self.en.1))
    }
}

/// What a complaint about a value may mean, and what to do.
pub(super) fn of(message: &str, value: &str) -> (Arg, Arg) {
    REASONS.iter().find(|reason| reason.fits(message, value)).map_or_else(|| unknown(message), Reason::words)
}

pub(super) const BRACKETS: Reason = Reason {
    complaint: &["bracket", "brace", "flow"],
    begins: "",
    vi: (
        "dấu ngoặc { } hoặc [ ] không khép đúng chỗ",
        "Khép dấu ngoặc; văn bản có dấu phẩy, hai chấm hoặc ngoặc thì đặt trong dấu ngoặc kép.",
    ),
    en: (
        "the brackets { } or [ ] do not close where they should",
        "Close the brackets; put text with a comma, a colon or a bracket in double quotes.",
    ),
};
pub(super) const COLON: Reason = Reason {
    complaint: &["mapping values", "placement of ':'"],
    begins: "",
    vi: (
        "dấu hai chấm ở đây làm cho câu thành tên trường",
        "Đặt cả câu trong dấu ngoặc kép, hoặc viết câu ở các dòng dưới `>-`.",
    ),
    en: (
        "the colon here makes the sentence look like a field",
        "Put the whole sentence in double quotes, or on the lines below `>-`.",
    ),
};
pub(super) const INDENTATION: Reason = Reason {
    complaint: &["block mapping", "block collection", "block sequence", "indent", "did not find expected"],
    begins: "",
    vi: (
        "dòng này thụt lề không khớp với các dòng quanh nó",
        "Cho các trường cùng nhóm thẳng cột với nhau, thụt lề bằng dấu cách; mỗi mục của danh sách bắt đầu bằng `- `.",
    ),
    en: (
        "this line is not indented like the lines around it",
        "Let fields of one group begin in the same column, indented with spaces; each entry of a list begins with `- `.",
    ),
};
pub(super) const INVISIBLE: Reason = Reason {
    complaint: &["BOM", "control character"],
    begins: "",
    vi: ("có một ký tự không nhìn thấy được", "Xóa ký tự này rồi gõ lại chữ ở đây."),
    en: ("there is a character that cannot be seen", "Remove it and type the words here anew."),
};
pub(super) const NO_COLON: Reason = Reason {
    complaint: &[],
    begins: "",
    vi: ("dòng này thiếu dấu hai chấm", "Viết `tên: giá trị`, có một dấu cách sau dấu hai chấm."),
    en: ("this line lacks its colon", "Write `name: value`, with a space after the colon."),
};
pub(super) const NO_SPACE: Reason = Reason {
    complaint: &[],
    begins: "",
    vi: (
        "sau dấu hai chấm thiếu dấu cách",
        "Viết `tên: giá trị`; nếu ở đó đã có khoảng trống thì xóa đi và gõ lại dấu cách.",
    ),
    en: (
        "there is no space after the colon",
        "Write `name: value`; if there is a blank already, remove it and type a space.",
    ),
};
pub(super) const OPEN_QUOTE: Reason = Reason {
    complaint: &["unclosed quote", "while scanning a quoted"],
    begins: "",
    vi: (
        "một dấu ngoặc kép mở ra mà không đóng lại",
        "Đóng dấu ngoặc; câu có dấu ngoặc kép ở trong thì viết trong khối `>-`.",
    ),
    en: (
        "a quotation mark opens and does not close",
        "Close the quotes; a sentence with quotation marks in it goes in a `>-` block.",
    ),
};

/// In this order: the first that fits is taken.
const REASONS: &[Reason] = &[
    OPEN_QUOTE,
    Reason {
        complaint: &["escape", "hexadecimal"],
        begins: "",
        vi: (
            "dấu `\\` trong dấu ngoặc kép có nghĩa riêng",
            "Viết `\\\\` thay cho `\\`, hoặc viết câu trong khối `>-`.",
        ),
        en: (
            "a `\\` inside double quotes has a meaning of its own",
            "Write `\\\\` for `\\`, or put the sentence in a `>-` block.",
        ),
    },
    Reason {
        complaint: &["trailing content after"],
        begins: "",
        vi: (
            "còn chữ sau dấu ngoặc kép đóng",
            "Đặt cả câu trong một cặp dấu ngoặc kép, hoặc viết câu trong khối `>-`.",
        ),
        en: (
            "there are words after the closing quotation mark",
            "Put the whole sentence in one pair of quotes, or in a `>-` block.",
        ),
    },
    COLON,
    BRACKETS,
    Reason {
        complaint: &["simple key expected"],
        begins: "",
        vi: (
            "dòng này không phải là một trường, cũng không thuộc về văn bản ở trên",
            "Nếu nó nối tiếp câu trên thì thụt lề sâu hơn dòng `>-`; nếu là một trường thì viết `tên: giá trị`.",
        ),
        en: (
            "this line is no field and does not belong to the text above it",
            "If it goes on with the sentence, indent it deeper than the line with `>-`; a field is written `name: value`.",
        ),
    },
    Reason {
        complaint: &["unexpected character", "cannot start"],
        begins: "@`%",
        vi: ("văn bản không được bắt đầu bằng dấu này", "Đặt văn bản trong dấu ngoặc kép."),
        en: ("a text cannot begin with this mark", "Put the text in double quotes."),
    },
    Reason {
        complaint: &["sequence entries are not allowed", "only valid inside a block"],
        begins: "",
        vi: (
            "dấu `- ` không mở đầu một mục của danh sách ở đây",
            "Viết mỗi mục của danh sách trên một dòng riêng; nếu là chữ thì đặt trong dấu ngoặc kép.",
        ),
        en: (
            "the `- ` begins no entry of a list here",
            "Write each entry of the list on a line of its own; if it is text, put it in double quotes.",
        ),
    },
    Reason {
        complaint: &["comments must be separated"],
        begins: "",
        vi: (
            "trước dấu # thiếu dấu cách",
            "Nếu là chữ thì đặt trong dấu ngoặc kép; nếu là chú thích thì thêm dấu cách.",
        ),
        en: (
            "there is no space before the #",
            "If it is text, put it in double quotes; if it is a comment, add a space.",
        ),
    },
    INVISIBLE,
    Reason {
        complaint: &[],
        begins: ">|",
        vi: ("sau dấu mở khối `>-` còn chữ trên cùng dòng", "Viết câu ở các dòng dưới, thụt lề sâu hơn dòng này."),
        en: (
            "there are words behind the mark `>-` that opens a block",
            "Put the sentence on the lines below, indented deeper than this one.",
        ),
    },
    Reason {
        complaint: &[],
        begins: "[{",
        vi: (
            "còn chữ sau dấu ngoặc đóng",
            "Văn bản bắt đầu bằng [ hoặc { thì đặt cả câu trong dấu ngoặc kép; nếu không, xóa phần thừa.",
        ),
        en: (
            "something follows the closing bracket",
            "Put a text that begins with [ or { in double quotes as a whole; else remove what follows.",
        ),
    },
    INDENTATION,
];

fn unknown(message: &str) -> (Arg, Arg) {
    let message = message.split(" at line ").next().unwrap_or(message);
    (
        Arg::each(format!("cú pháp sai ({message})"), message.to_owned()),
        Arg::each(
            "So với các dòng gần đó: thụt lề, dấu cách sau dấu hai chấm, dấu ngoặc kép đóng đủ.",
            "Compare with the lines near it: indentation, a space after each colon, closed quotes.",
        ),
    )
}

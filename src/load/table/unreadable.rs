//! Files that hold no table.

use crate::diag::Arg;

/// Why a table is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unreadable {
    Broken,
    Encrypted,
    OldExcel,
    NoWorkbook,
    WorkbookAsCsv,
    TooLarge,
    Encoding,
}

impl Unreadable {
    /// Why, and what to do.
    pub fn words(self) -> (Arg, Arg) {
        const SAVE: (&str, &str) = (
            "Mở bằng Excel, chọn Lưu dưới dạng (Save As), loại Excel Workbook (*.xlsx).",
            "Open it in Excel, choose Save As and the type Excel Workbook (*.xlsx).",
        );
        let (why, hint) = match self {
            Unreadable::Broken => (("tệp Excel này bị hỏng", "the workbook is broken"), SAVE),
            Unreadable::Encrypted => (
                ("tệp được đặt mật khẩu", "it is protected by a password"),
                ("Bỏ mật khẩu của tệp rồi lưu lại.", "Take the password off and save it again."),
            ),
            Unreadable::OldExcel => (
                ("đây là tệp Excel kiểu cũ (.xls), chỉ đổi tên", "it is an old Excel file (.xls) under another name"),
                SAVE,
            ),
            Unreadable::NoWorkbook => (("đây không phải là tệp Excel", "it is no Excel workbook"), SAVE),
            Unreadable::WorkbookAsCsv => (
                ("đây là tệp Excel, không phải CSV", "it is an Excel file, not CSV"),
                ("Đổi tên tệp thành progress.xlsx.", "Rename it to progress.xlsx."),
            ),
            Unreadable::TooLarge => (
                (
                    "tệp chứa quá nhiều dữ liệu (trên 64 MB hoặc 200.000 ô)",
                    "it holds too much (over 64 MB or 200,000 cells)",
                ),
                ("Chỉ giữ bảng số liệu thực hiện trong tệp này.", "Keep only the table of observations in this file."),
            ),
            Unreadable::Encoding => (
                ("tệp không phải là UTF-8 nên chữ tiếng Việt bị sai", "it is not UTF-8, so that letters are lost"),
                (
                    "Trong Excel chọn Lưu dưới dạng (Save As), loại “CSV UTF-8 (Comma delimited) (*.csv)”; hoặc lưu thành progress.xlsx.",
                    "In Excel choose Save As and the type “CSV UTF-8 (Comma delimited) (*.csv)”; or save it as progress.xlsx.",
                ),
            ),
        };
        (Arg::each(why.0, why.1), Arg::each(hint.0, hint.1))
    }
}

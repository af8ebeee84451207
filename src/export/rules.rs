//! What holds for all data files.

use super::said::{Said, said};

/// How the files are written, a rule each.
pub const RULES: [Said; 8] = [
    said(
        "Tệp CSV theo RFC 4180: mã UTF-8 không có BOM, dấu phẩy giữa các ô, dòng đầu là tên cột, hết dòng là LF.",
        "CSV after RFC 4180: UTF-8 without a byte-order mark, commas between cells, the names of the columns in the \
         first line, lines that end with LF.",
    ),
    said(
        "Ô trống nghĩa là nguồn không nêu, hoặc cột không áp dụng cho dòng đó; không bao giờ có nghĩa là 0.",
        "An empty cell means that no source states it, or that the column does not apply to the row; never 0.",
    ),
    said(
        "Số và ngày được viết như nhau, dù xem trang bằng ngôn ngữ nào: dấu thập phân là dấu chấm, ngày theo ISO 8601.",
        "Numbers and dates are the same whatever the language: a decimal point, dates after ISO 8601.",
    ),
    said(
        "Cột chữ có đuôi _vi, _en, ... cho mỗi ngôn ngữ của cổng; ô trống nếu chưa có bản bằng ngôn ngữ đó.",
        "Columns of words end in _vi, _en, ... for each language of the portal; empty where that language has no text.",
    ),
    said(
        "Mã nối các tệp với nhau: plan với plans.csv; mã cơ quan với agencies.csv; mã văn bản với documents.csv.",
        "Ids join the files: plan with plans.csv, those of agencies with agencies.csv, those of documents with \
         documents.csv.",
    ),
    said(
        "Để bảng tính không hiểu nhầm thành công thức, ô chữ bắt đầu bằng = + - @, dấu tab, dấu xuống dòng hoặc dấu nháy \
         đơn ' có thêm một dấu nháy đơn ' ở đầu: '+84 203. Bỏ một dấu nháy đơn ở đầu ô là được nguyên văn. Ô số không có \
         dấu này.",
        "So that no spreadsheet takes a text for a formula, a cell of words that begins with = + - @, a tab, a line end \
         or an apostrophe ' has one more apostrophe ' before it: '+84 203. Take one leading apostrophe away to have the \
         text. Cells of numbers have none.",
    ),
    said(
        "Mở bằng Excel: chọn Dữ liệu > Từ Văn bản/CSV, mã 65001 (UTF-8), để chữ tiếng Việt và số 0 ở đầu được giữ.",
        "In Excel choose Data > From Text/CSV and 65001 (UTF-8), which keeps Vietnamese letters and leading zeros.",
    ),
    said(
        "Ngày dựng trang không làm đổi các tệp, trừ statuses.csv và phần status trong tệp JSON của từng chỉ tiêu, và trừ khi một kế hoạch được hẹn ngày đăng (publish) đến ngày đó; ngoài ra tệp chỉ đổi khi nội dung đổi.",
        "The day of the build changes nothing in the files but statuses.csv and the status in the JSON file of each target, unless a plan that waits for its day (publish) comes in; else they change only when the content does.",
    ),
];

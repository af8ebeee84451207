//! Why the system refused, in words.

use super::Arg;
use std::io::{Error, ErrorKind};

/// The reason of an error of reading or writing, in both languages where it is a common one, else as the system says it.
pub fn io_reason(error: &Error) -> Arg {
    let (vi, en) = match error.kind() {
        ErrorKind::NotFound => ("không có tệp hay thư mục này", "there is no such file or folder"),
        ErrorKind::PermissionDenied => ("không có quyền", "permission denied"),
        ErrorKind::AlreadyExists => {
            ("đã có một tệp hay thư mục cùng tên", "a file or folder of that name is there already")
        }
        ErrorKind::StorageFull => ("ổ đĩa đã đầy", "the disk is full"),
        ErrorKind::QuotaExceeded => ("đã dùng hết dung lượng được cấp", "the disk quota is used up"),
        ErrorKind::FileTooLarge => ("tệp quá lớn đối với ổ đĩa này", "the file is too large for this disk"),
        ErrorKind::ReadOnlyFilesystem => ("ổ đĩa chỉ cho đọc", "the disk is read-only"),
        ErrorKind::NotADirectory => {
            ("một phần của đường dẫn không phải là thư mục", "part of the path is not a folder")
        }
        ErrorKind::IsADirectory => ("đó là một thư mục, không phải tệp", "it is a folder, not a file"),
        ErrorKind::InvalidFilename => ("tên này quá dài hoặc không hợp lệ", "the name is too long or not allowed"),
        ErrorKind::ResourceBusy => (
            "hệ thống đang dùng thư mục này, có thể vì đó là điểm gắn ổ đĩa; hãy chọn một thư mục ở bên trong",
            "the system is using this folder, perhaps because a disk is mounted there; choose a folder inside it",
        ),
        ErrorKind::CrossesDevices => (
            "thư mục nằm trên ổ đĩa hoặc lớp lưu trữ khác; hãy chọn một thư mục mới",
            "the folder lies on another disk or storage layer; choose a new folder",
        ),
        _ => return Arg::from(&error),
    };
    Arg::each(vi, en)
}

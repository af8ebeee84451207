//! Content as it is written: every field of every file, each leaf with its place. docs/content.md describes the same
//! fields for editors.

use super::decode::{At, Broken};
use super::goal::RawUnit;
use super::hotline::RawHotlineFact;
use super::leaf::{Between, Phrase, RawText, Reference};
use super::plan::RawObservation;
use super::plan_file::PlanFile;
use super::record::record;
use super::shape::{Entries, RawWho, Routes};
use crate::diag::{FileId, Span};
use crate::lang::{Decimal, Lang, PartialDate, Period};
use crate::model::{AgencyKind, DocumentType, Id, Level};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// All content of a portal, as it is written.
#[derive(Debug)]
pub struct Raw {
    /// The languages of the site, the default first; Vietnamese and English if the site does not say.
    pub langs: Vec<Lang>,
    /// The portal itself, unless it is broken.
    pub site: Option<RawSite>,
    /// Places, by the name of their file.
    pub places: Vec<Named<RawPlace>>,
    /// Documents.
    pub documents: Vec<RawDocument>,
    /// Indicators.
    pub indicators: Vec<RawIndicator>,
    /// Plans, by the name of their folder.
    pub plans: Vec<Named<Arc<PlanFile>>>,
    /// Observations that stand in tables of their own, by the plan's folder.
    pub reported: Vec<Named<Arc<Vec<RawReported>>>>,
    /// Free pages.
    pub pages: Vec<RawPage>,
    /// Every file under `content/`, by its path there.
    pub files: BTreeSet<String>,
    /// What could not be read whole.
    pub broken: Broken,
}

/// What a file holds, with the name that its id must equal.
#[derive(Debug)]
pub struct Named<T> {
    /// The name of the file or folder.
    pub name: String,
    /// What it holds.
    pub content: T,
}

/// A row of a table of observations.
#[derive(Debug)]
pub struct RawReported {
    /// Which measure: its id, if the row names one.
    pub measure: Option<Reference>,
    /// What was reported, or what of it could be read.
    pub observation: Result<RawObservation, Box<RawFragments>>,
}

/// What could be read of a row of which something could not.
#[derive(Debug)]
pub struct RawFragments {
    /// Where the row stands.
    pub span: Span,
    /// What time it speaks of.
    pub period: Option<At<Period>>,
    /// The figure.
    pub value: Option<At<Decimal>>,
    /// The whole, where the figure is a part.
    pub of: Option<At<Decimal>>,
    /// Who reports it.
    pub source: Option<RawWho>,
    /// A remark.
    pub note: Option<RawText>,
}

/// A free page in one language.
#[derive(Debug)]
pub struct RawPage {
    /// The first part of the file's name.
    pub id: Id,
    /// The second part of it.
    pub lang: Lang,
    /// Its head.
    pub head: RawPageHead,
    /// Its Markdown.
    pub body: At<Arc<str>>,
    /// Its file.
    pub file: FileId,
}

record! {
    /// The head of a free page.
    RawPageHead ("phần đầu của một trang", "the head of a page") {
        required title: Phrase = "Tên trang" "The page's title",
        optional slug: At<Id>
            = "Từ đứng trong địa chỉ của trang; bỏ trống thì dùng mã của trang"
              "The word in the page's address; the page's id if left out",
        optional order: i16 = "Thứ tự của trang ở chân trang" "The page's place among the links in the footer",
        optional help: bool
            = "true: trang giúp người đang gặp nguy hiểm; có nút thoát nhanh, được liên kết từ trang đường dây nóng"
              "true: a page for people in danger; it has the exit button, and the hotline pages link to it",
    }
}

record! {
    /// `site.yaml`.
    RawSite ("site.yaml", "site.yaml") {
        required format: At<Arc<str>> as FORMAT
            = "Phiên bản của cách viết tệp: luôn là 1" "The version of the content format: always 1",
        required title: RawText = "Tên cổng thông tin" "What the portal is called",
        optional tagline: RawText = "Dòng chữ dưới tên cổng thông tin" "A line under the portal's title",
        required base_url: At<Arc<str>> as BASE_URL
            = "Địa chỉ mà trang web sẽ đứng, kết thúc bằng /" "Where the site will stand, ending in /",
        required languages: Vec<RawLanguage>
            = "Các ngôn ngữ của cổng; ngôn ngữ đầu tiên là mặc định" "The portal's languages; the first is the default",
        optional time_zone: At<Arc<str>> as TIME_ZONE
            = "Độ lệch so với UTC, trong ngoặc kép; bỏ trống là \"+07\""
              "The offset from UTC, in quotes; \"+07\" if left out",
        optional theme: At<Id>
            = "Thư mục giao diện trong themes/; bỏ trống là default"
              "The theme's folder under themes/; default if left out",
        required place: Reference
            = "Địa bàn có đường dây nóng hiện ở những trang không thuộc địa bàn nào"
              "The place whose hotlines stand on pages that belong to no place",
        optional units: Entries<RawText>
            = "Đơn vị đếm của các chỉ tiêu: mã và tên gọi" "What measures count: an id and a name for each",
        optional routes: Routes
            = "Từ trong địa chỉ trang, theo từng ngôn ngữ, nếu khác mặc định"
              "Words of addresses for each language, where they differ from the defaults",
        optional exit: At<Arc<str>> as URL
            = "Trang web bên ngoài mà nút thoát nhanh mở ra; bỏ trống là https://www.google.com/"
              "The page elsewhere that the exit button opens; that of www.google.com if left out",
        optional hotline_check_days: Between<1, 3650>
            = "Sau bao nhiêu ngày thì một số đã gọi kiểm tra phải được gọi lại; bỏ trống là 180"
              "After how many days a number that was rung shall be rung again; 180 if left out",
        optional contact: RawContact = "Nơi nhận ý kiến về cổng thông tin" "Whom to write to about the portal",
        optional licence: RawLicence = "Giấy phép của nội dung và dữ liệu" "The licence of the content and the data",
    }
}

record! {
    /// A language of the site.
    RawLanguage ("một ngôn ngữ", "a language", "{code: vi, name: Tiếng Việt}") {
        required code: At<Arc<str>> as LANGUAGE = "Mã ngôn ngữ: vi, en, tyz ..." "The language's code: vi, en, tyz ...",
        required name: String = "Tên của ngôn ngữ, viết bằng chính ngôn ngữ đó" "The language's name, in that language",
    }
}

record! {
    /// Whom to write to.
    RawContact ("địa chỉ liên hệ", "a contact") {
        required name: RawText = "Tên cơ quan hoặc bộ phận nhận ý kiến" "Who receives messages",
        optional email: At<Arc<str>> as LINE = "Thư điện tử" "An address of electronic mail",
        optional phone: String = "Số điện thoại, trong ngoặc kép" "A phone number, in quotes",
        optional url: At<Arc<str>> as URL = "Địa chỉ trang web" "The address of a web page",
    }
}

record! {
    /// Terms of use.
    RawLicence ("giấy phép", "a licence") {
        required name: RawText = "Tên giấy phép" "What the licence is called",
        optional url: At<Arc<str>> as URL = "Địa chỉ của văn bản giấy phép" "The address of its text",
    }
}

record! {
    /// `places/<place>.yaml`.
    RawPlace ("một địa bàn", "a place") {
        required format: At<Arc<str>> as FORMAT
            = "Phiên bản của cách viết tệp: luôn là 1" "The version of the content format: always 1",
        required id: At<Id> = "Mã của địa bàn: trùng với tên tệp" "The place's id: the name of the file",
        required level: Level
            = "Cấp: country (nước), province (tỉnh), city (thành phố), district (huyện), commune (xã)" "Its level",
        optional parent: Reference
            = "Địa bàn cấp trên; với cả nước thì bỏ trống" "The place above it; left out for a country",
        required name: RawText = "Tên đầy đủ: Tỉnh Lạng Sơn" "Its full name: Lạng Sơn Province",
        optional short_name: RawText = "Tên ngắn: Lạng Sơn" "Its short name: Lạng Sơn",
        list codes: RawPlaceCode
            = "Mã số trong các danh mục, như mã của Tổng cục Thống kê"
              "Its codes in registers, such as that of the General Statistics Office",
        list history: RawChange
            = "Những thay đổi của địa bàn, mới nhất ở cuối; chỉ ghi điều có nguồn"
              "What became of it, newest last; only what a source states",
        list sources: RawPublished = "Nguồn của các thông tin trong tệp này" "What the facts of this file rest on",
        list agencies: RawAgency = "Các cơ quan của địa bàn" "The place's agencies",
        list hotlines: RawHotline = "Các đường dây nóng của địa bàn" "The place's hotlines",
    }
}

record! {
    /// A place's code in a register.
    RawPlaceCode ("một mã số", "a code") {
        required code: String = "Mã số, trong ngoặc kép" "The code, in quotes",
        required scheme: At<Id>
            = "Danh mục đặt ra mã số: gso là Tổng cục Thống kê" "The register: gso is the General Statistics Office",
        optional as_of: At<PartialDate> = "Thời điểm mà mã số có hiệu lực theo nguồn" "As of when the source gives it",
        optional source: Reference
            = "Nguồn: một mã trong sources của tệp này" "The source: an id of this file's sources",
    }
}

record! {
    /// What became of a place or an agency.
    RawChange ("một lần thay đổi", "a change") {
        required date: At<PartialDate>
            = "Ngày thay đổi: 2025, 2025-07 hoặc 2025-07-01" "When it changed: 2025, 2025-07 or 2025-07-01",
        required text: RawText = "Điều đã thay đổi, theo nguồn" "What changed, as the source states it",
        optional successor: Reference
            = "Địa bàn hoặc cơ quan kế thừa, nếu cổng có" "The place or agency that took over, if it is in the portal",
        optional source: Reference
            = "Nguồn: mã trong sources, plan:MÃ hoặc document:MÃ"
              "The source: an id of sources, plan:ID or document:ID",
    }
}

record! {
    /// Something published elsewhere.
    RawPublished ("một nguồn", "a source") {
        required id: At<Id>
            = "Mã của nguồn, dùng ở các dòng source trong tệp này" "The source's id, for the source lines of this file",
        required title: Phrase = "Tên bài hoặc văn bản" "The title of the article or document",
        optional publisher: Phrase = "Nơi đăng" "Who published it",
        optional url: At<Arc<str>> as URL = "Địa chỉ trên mạng" "Its address in the web",
        optional date: At<PartialDate> = "Ngày đăng, nếu biết" "When it was published, if known",
        optional read: At<PartialDate> = "Ngày đọc nguồn" "The day on which it was read",
        optional language: At<Arc<str>> as LANGUAGE = "Ngôn ngữ của nguồn: vi, en" "The language that it is in: vi, en",
        optional machine_translated: bool = "true nếu nguồn là bản dịch máy" "true if it is a machine translation",
        optional quote: Phrase = "Câu trích đúng như trong nguồn" "The words of the source",
    }
}

record! {
    /// An agency.
    RawAgency ("một cơ quan", "an agency") {
        required id: At<Id>
            = "Mã của cơ quan, như so-y-te; không đổi về sau" "The agency's id, such as so-y-te; stays for ever",
        required name: RawText = "Tên đầy đủ" "Its full name",
        optional short_name: RawText = "Tên ngắn" "Its short name",
        optional kind: AgencyKind
            = "body (một cơ quan; mặc định) hoặc class (một nhóm cơ quan, như UBND các huyện)"
              "body (one agency; the default) or class (a class of them, such as the districts' People's Committees)",
        optional parent: Reference = "Cơ quan cấp trên, nếu văn bản có nêu" "The agency that it works under, if stated",
        list history: RawChange
            = "Những thay đổi của cơ quan; mỗi điều có nguồn" "What became of it; each with its source",
    }
}

record! {
    /// A hotline.
    RawHotline ("một đường dây nóng", "a hotline") {
        required number: At<Arc<str>> as PHONE
            = "Số điện thoại đúng như công bố, trong ngoặc kép: \"111\""
              "The number just as it is published, in quotes: \"111\"",
        required name: RawText = "Tên đường dây nóng" "What the hotline is called",
        optional r#for: RawText = "Ai nên gọi, khi nào" "Who should ring, and when",
        list facts: RawHotlineFact
            = "Những điều có nguồn nêu: mỗi mục một điều, kèm source"
              "What is stated about it: one thing an entry, with its source",
        optional called: At<Date>
            = "Ngày có người gọi thử; không ai gọi thì bỏ trống"
              "The day on which a person rang it; left out if nobody did",
    }
}

record! {
    /// `documents.yaml`.
    RawDocuments ("documents.yaml", "documents.yaml") {
        required format: At<Arc<str>> as FORMAT
            = "Phiên bản của cách viết tệp: luôn là 1" "The version of the content format: always 1",
        list documents: RawDocument = "Các văn bản mà kế hoạch viện dẫn" "The documents that plans cite",
    }
}

record! {
    /// A document.
    RawDocument ("một văn bản", "a document") {
        required id: At<Id> = "Mã của văn bản, như 56-2017-nd-cp" "The document's id, such as 56-2017-nd-cp",
        required r#type: DocumentType
            = "Loại văn bản: law (luật), resolution (nghị quyết), decree (nghị định), decision (quyết định), directive (chỉ thị), circular (thông tư), official-letter (công văn) ..."
              "What kind of document it is",
        optional number: String
            = "Số và ký hiệu đúng như in; bỏ trống nếu không kế hoạch nào nêu"
              "Its number just as printed; left out where no plan gives it",
        optional date: At<PartialDate>
            = "Ngày ban hành; bỏ trống nếu không kế hoạch nào nêu"
              "When it was issued; left out where no plan gives it",
        optional issuer: RawWho = "Cơ quan ban hành: một mã, hoặc tên" "Who issued it: an agency, or a name",
        optional place: Reference
            = "Địa bàn của văn bản, nếu không phải của cả nước" "Whose document it is, if not the country's",
        required title: RawText = "Trích yếu, theo lời của kế hoạch" "What it is about, in the words of the plans",
        optional details: Reference
            = "Văn bản mà nó quy định chi tiết hoặc sửa đổi, nếu có nêu"
              "The document that it details or amends, if stated",
        list implements: Reference
            = "Những văn bản mà nó triển khai thực hiện, nếu kế hoạch có nêu"
              "The documents that it was issued to carry out, if a plan says so",
        optional url: At<Arc<str>> as URL
            = "Địa chỉ của toàn văn, nếu nguồn có nêu" "The address of its text, if a source gives it",
    }
}

record! {
    /// `indicators.yaml`.
    RawIndicators ("indicators.yaml", "indicators.yaml") {
        required format: At<Arc<str>> as FORMAT
            = "Phiên bản của cách viết tệp: luôn là 1" "The version of the content format: always 1",
        list indicators: RawIndicator
            = "Chỉ số chung của nhiều kế hoạch" "What measures of several plans have in common",
    }
}

record! {
    /// An indicator.
    RawIndicator ("một chỉ số", "an indicator") {
        required id: At<Id> = "Mã của chỉ số" "The indicator's id",
        required name: RawText = "Tên chỉ số" "What it is called",
        required unit: RawUnit
            = "Đơn vị: percent, một mã trong units của site.yaml, hoặc tên"
              "Its unit: percent, an id of units in site.yaml, or a name",
        optional definition: RawText = "Cách hiểu chỉ số" "What it means",
    }
}

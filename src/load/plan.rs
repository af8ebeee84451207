//! A plan as it is written.

use super::choice::NumberState;
use super::decode::At;
use super::goal::{RawDue, RawGoal, RawUnit};
use super::leaf::{Phrase, RawText, Reference};
use super::raw::RawPublished;
use super::record::record;
use super::report_due::RawReportDue;
use super::shape::{RawFundingAmount, RawPartner, RawRow, RawWho};
use crate::lang::{Decimal, Lang, PartialDate, Period};
use crate::model::{FundingLevel, Id, ObservationStatus, PeriodStated, Progress, Role, Section, Stated, Whole};
use jiff::civil::Date;
use std::sync::Arc;

record! {
    /// `plan.yaml`.
    RawPlan ("một kế hoạch", "a plan") {
        required format: At<Arc<str>> as FORMAT
            = "Phiên bản của cách viết tệp: luôn là 1" "The version of the content format: always 1",
        required id: At<Id> = "Mã của kế hoạch: trùng với tên thư mục" "The plan's id: the name of its folder",
        required place: Reference = "Địa bàn thực hiện" "The place that the plan is for",
        required issuer: Reference = "Cơ quan ban hành" "The agency that issued it",
        optional r#type: RawText
            = "Loại văn bản in hoa; bỏ trống là KẾ HOẠCH"
              "The kind of document in capitals; KẾ HOẠCH, PLAN if left out",
        required title: RawText = "Trích yếu dưới chữ KẾ HOẠCH" "The abstract under the word KẾ HOẠCH",
        list as_printed: RawCorrection = "Đính chính trong trích yếu" "Corrections in the title",
        required number: RawNumber = "Số và ký hiệu" "The plan's number",
        required issued: RawIssued = "Nơi và ngày ban hành" "Where and when it was issued",
        required period: RawPeriod = "Thời gian thực hiện" "What time it covers",
        required progress: Progress
            = "kept: cổng này giữ số liệu thực hiện; none: không giữ"
              "kept: this portal keeps the observations; none: it does not",
        required revised: At<Date> = "Ngày sửa bản web lần cuối" "When the web text was last revised",
        optional draft: bool = "true: bản nháp, chưa đưa lên trang" "true: a draft, left out of the site",
        optional sample: bool
            = "true: kế hoạch mẫu với số liệu giả định, trang nào cũng ghi rõ"
              "true: invented, and marked so on every page",
        optional publish: At<Date> = "Trước ngày này kế hoạch chưa lên trang" "Before this day the plan is left out",
        list replaces: Reference = "Các kế hoạch mà nó thay thế" "The plans that it replaces",
        list aliases: At<Id> = "Các mã cũ của kế hoạch này" "Older ids of this plan",
        optional signed_copy: RawSignedCopy = "Bản đã ký, đặt cạnh plan.yaml" "The signed document, beside plan.yaml",
        list bases: RawItem = "Các căn cứ (“Căn cứ ...;”)" "The legal bases (“Căn cứ ...;”)",
        list preamble: RawItem = "Các đoạn trước mục đầu tiên" "The paragraphs before the first section",
        list sources: RawPublished
            = "Nguồn của số liệu thực hiện" "What the observations rest on",
        required sections: Vec<RawSection> = "Các mục của kế hoạch" "The plan's sections",
        list closing: RawItem = "Các đoạn sau mục cuối cùng" "The paragraphs after the last section",
        list annexes: RawSection = "Các phụ lục, in sau chữ ký" "The annexes, printed after the signature",
        list recipients: RawItem = "Nơi nhận" "The recipients",
        optional signature: RawSignature = "Phần ký tên" "Who signed",
    }
}

record! {
    /// A plan's number.
    RawNumber ("số của kế hoạch", "a plan's number", "{printed: \"Số: /KH-UBND\", state: blank}") {
        optional printed: RawText = "Dòng số đúng như in" "The line just as printed",
        required state: NumberState
            = "blank (để trống), absent (không có dòng số) hoặc given (có số)"
              "blank (never filled in), absent or given",
        optional value: String
            = "Số và ký hiệu, khi state là given: 71/KH-UBND" "The number, where state is given: 71/KH-UBND",
    }
}

record! {
    /// Where and when a plan was issued.
    RawIssued ("nơi và ngày ban hành", "place and date of issue", "{printed: \"Lạng Sơn, ngày tháng năm 2023\", date: 2023}") {
        required printed: RawText
            = "Dòng địa danh, ngày tháng đúng như in" "The line with place and date just as printed",
        required date: At<PartialDate>
            = "Ngày ban hành, rõ đến đâu ghi đến đó: 2023, 2023-05 hoặc 2023-05-20"
              "When it was issued, as far as known: 2023, 2023-05 or 2023-05-20",
    }
}

record! {
    /// What a plan covers.
    RawPeriod ("kỳ kế hoạch", "a plan's period", "{from: 2023, to: 2023, stated: printed}") {
        required from: At<PartialDate>
            = "Bắt đầu: 2023, 2023-05 hoặc 2023-05-20" "The beginning: 2023, 2023-05 or 2023-05-20",
        optional to: At<PartialDate> = "Kết thúc; chỉ bỏ trống khi stated là no-end" "The end; left out only with stated: no-end",
        required stated: PeriodStated
            = "printed (in trong kế hoạch), implied (suy ra từ tên kế hoạch) hoặc no-end (không nêu thời điểm kết thúc)"
              "printed in the plan, implied by its title, or no-end where none is stated",
    }
}

record! {
    /// The signed document.
    RawSignedCopy ("bản đã ký", "a signed copy") {
        required file: At<Arc<str>> as LINE
            = "Tên tệp, đặt cạnh plan.yaml: ke-hoach.pdf" "The name of a file beside plan.yaml: ke-hoach.pdf",
        optional source: Reference = "Cơ quan cung cấp bản đã ký" "The agency that provided it",
    }
}

record! {
    /// Who signed.
    RawSignature ("phần ký", "a signature", "{lines: [...], name: Nguyễn Văn A}") {
        list lines: RawText
            = "Các dòng trên tên người ký: KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC"
              "The lines above the name: for the Director, Deputy Director",
        optional name: Phrase = "Tên người ký" "Who signed",
    }
}

record! {
    /// A section.
    RawSection ("một mục", "a section") {
        optional id: At<Id>
            = "Mã của mục, không đổi về sau; bỏ trống thì lấy từ tên mục"
              "The section's id, which stays for ever; made of the title if left out",
        optional number: String = "Số mục đúng như in: II, \"1\", a)" "Its number as printed: II, \"1\", a)",
        optional title: RawText = "Tên mục" "Its title",
        list agencies: Reference
            = "Cơ quan có nhiệm vụ ở các đoạn bên dưới, nếu đoạn không nói khác"
              "Whose duties the items below are, where an item says nothing else",
        optional role: Role
            = "Vai trò của các cơ quan này; bỏ trống là assigned" "The role of these agencies; assigned if left out",
        list items: RawItem = "Các đoạn của mục" "The section's paragraphs",
        list sections: RawSection = "Các mục con, đứng sau các đoạn" "Sections inside this one, after its paragraphs",
        list as_printed: RawCorrection
            = "Đính chính trong số mục và tên mục, đọc liền nhau: {read: II. NỘI DUNG, printed: II NỘI DUNG}"
              "Corrections in its number and title, which read as one: {read: II. NỘI DUNG, printed: II NỘI DUNG}",
    }
}

impl RawSection {
    /// What is printed above the section: its number as it is shown, and its title.
    pub fn heading(&self, lang: Lang) -> Option<String> {
        let number = self.number.as_deref().map(Section::shown_number);
        let title = self.title.as_ref().and_then(|title| title.get(lang)).map(|at| at.value.to_string());
        let parts: Vec<String> = number.into_iter().chain(title).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

record! {
    /// A paragraph.
    RawItem ("một đoạn", "a paragraph", "{text: {vi: ..., en: ...}}") any [text, table] {
        optional id: At<Id>
            = "Mã của đoạn, không đổi về sau; bỏ trống thì lấy theo vị trí"
              "The paragraph's id, which stays for ever; made of its place if left out",
        optional marker: String
            = "Dấu đầu dòng đúng như in: \"9.\", \"-\", \"+\", a)"
              "What is printed before it: \"9.\", \"-\", \"+\", a)",
        optional text: RawText = "Câu văn của đoạn" "The sentence as it reads",
        list as_printed: RawCorrection
            = "Đính chính: chữ đúng và chữ bị quét sai" "Corrections: what the text reads and what the scan has",
        list measures: RawMeasure = "Các chỉ tiêu nêu trong đoạn" "The measures that it states",
        optional duties: Vec<RawDuty>
            = "Các nhiệm vụ nêu trong đoạn; [] nghĩa là không có"
              "The duties that it states; [] says that there is none",
        list reports: RawReport = "Các báo cáo nêu trong đoạn" "The reports that it states",
        list events: RawEvent = "Các sự kiện nêu trong đoạn" "The events that it states",
        list funding: RawFunding = "Các nguồn kinh phí nêu trong đoạn" "The funding that it states",
        list items: RawItem = "Các đoạn in bên dưới đoạn này" "Paragraphs printed under this one",
        optional table: Box<RawTable> = "Một bảng" "A table",
    }
}

record! {
    /// A place where the text reads otherwise than the scan.
    RawCorrection ("một chỗ đính chính", "a correction", "{read: Phấn đấu, printed: Phần đấu}") {
        optional lang: At<Arc<str>> as LANGUAGE
            = "Ngôn ngữ của văn bản; bỏ trống là ngôn ngữ đầu tiên" "The language of the text; the first if left out",
        required read: Phrase = "Chữ đúng, như trong văn bản ở trên" "What the text above reads",
        required printed: Phrase = "Chữ trong bản quét" "What the scan has",
        optional times: i16
            = "Số lần chữ này có trong văn bản; bỏ trống là 1" "How many times it stands in the text; once if left out",
        optional note: RawText = "Ghi chú" "A remark",
    }
}

record! {
    /// A table.
    RawTable ("một bảng", "a table") {
        optional caption: RawText = "Tên bảng" "What stands above the table",
        required columns: Vec<RawText> = "Tên các cột" "The heads of its columns",
        required rows: Vec<RawRow>
            = "Các hàng; mỗi hàng là một danh sách ô, ô trống viết \"\""
              "Its rows; each is a list of cells, an empty one is \"\"",
    }
}

record! {
    /// A measure.
    RawMeasure ("một chỉ tiêu", "a measure") {
        required id: At<Id> = "Mã của chỉ tiêu, không trùng trong kế hoạch" "The measure's id, unique in the plan",
        list aliases: At<Id>
            = "Các mã cũ của chỉ tiêu này; địa chỉ cũ dẫn sang trang mới" "Older ids of this measure; its old addresses lead on",
        required label: RawText = "Tên ngắn của chỉ tiêu" "What is measured, in a few words",
        optional goal: RawGoal
            = "Mức phải đạt; bỏ trống nếu kế hoạch không nêu con số"
              "What shall be reached; left out where the plan gives no figure",
        optional baseline: RawBaseline = "Số gốc: mức xuất phát" "Where it began",
        optional due: RawDue
            = "Thời hạn nêu trong câu; bỏ trống nếu suy ra từ thời gian của kế hoạch"
              "The deadline in the sentence; left out where the plan's period implies it",
        list milestones: RawMilestone = "Các mốc trên đường đến mục tiêu" "Figures on the way",
        optional condition: RawText = "Điều kiện kèm theo: ít nhất một lần" "A condition: at least once",
        optional indicator: Reference = "Chỉ số chung trong indicators.yaml" "The indicator in indicators.yaml",
        list observations: RawObservation
            = "Số liệu thực hiện đã báo cáo; cũng có thể ghi trong progress.csv hoặc progress.xlsx"
              "What was reported; it may also stand in progress.csv or progress.xlsx",
        optional note: RawText = "Ghi chú" "A remark",
        optional of: Whole
            = "Với chỉ tiêu thành phần: của cả chỉ tiêu ở trên (whole) hay không nêu (not-stated)"
              "For a part: of the whole measure above it, or not stated",
        list parts: RawMeasure = "Các chỉ tiêu thành phần (“trong đó ...”)" "Measures “of these ...”",
    }
}

record! {
    /// A figure that was reported.
    RawObservation ("một số liệu", "an observation", "{period: 2024-Q1, value: 85, status: final, source: bao-cao-quy-1}") {
        required period: At<Period>
            = "Kỳ của số liệu: 2024, 2024-Q1, 2024-03 hoặc 2024-03-31" "What time it speaks of: 2024, 2024-Q1, 2024-03 or 2024-03-31",
        required value: At<Decimal> = "Con số" "The figure",
        optional of: At<Decimal>
            = "Tổng số, khi con số là một phần: 147 trên 200" "The whole, where the figure is a part: 147 of 200",
        required status: ObservationStatus
            = "final (chính thức), provisional (tạm tính) hoặc estimated (ước tính)"
              "How firm it is: final, provisional or estimated",
        required source: RawWho
            = "Nguồn: một mã trong sources, plan:..., document:..., hoặc tên báo cáo"
              "Who reports it: an id of sources, plan:..., document:..., or the name of the report",
        optional note: RawText = "Ghi chú" "A remark",
        optional revised: At<PartialDate>
            = "Ngày công bố, nếu số này thay một số đã báo cáo của cùng kỳ"
              "When it was published, if it takes the place of an earlier figure for the same period",
    }
}

record! {
    /// Where a measure began.
    RawBaseline ("số gốc", "a baseline", "{value: 144, of: 200, period: 2022}") {
        optional value: At<Decimal>
            = "Con số; bỏ trống nếu kế hoạch không nêu" "The figure; left out where the plan gives none",
        optional of: At<Decimal>
            = "Tổng số, khi con số là một phần: 144 trên 200" "The whole, where the figure is a part: 144 of 200",
        optional unit: RawUnit = "Đơn vị, nếu khác với đơn vị của goal" "Its unit, if not that of the goal",
        optional period: At<PartialDate> = "Thời điểm của con số: 2022" "When it was so: 2022",
    }
}

record! {
    /// A figure on the way.
    RawMilestone ("một mốc", "a milestone", "{value: 147, by: 2023-06}") {
        required value: At<Decimal> = "Con số phải đạt" "The figure",
        optional of: At<Decimal> = "Tổng số, khi con số là một phần" "The whole, where the figure is a part",
        required by: At<PartialDate> = "Thời hạn của mốc" "When",
    }
}

record! {
    /// A duty.
    RawDuty ("một nhiệm vụ", "a duty", "{role: lead, agencies: [so-y-te]}") {
        optional role: Role
            = "lead (chủ trì), coordinate (phối hợp), assigned (được giao), requested (đề nghị); bỏ trống thì theo mục"
              "lead, coordinate, assigned or requested; the section's if left out",
        list agencies: Reference
            = "Cơ quan có nhiệm vụ; bỏ trống thì theo mục" "Whose duty it is; the section's agencies if left out",
        list with: RawPartner
            = "Các bên phối hợp: mã cơ quan, hoặc lời của kế hoạch: {text: ...}"
              "Partners: agencies, or the words of the plan: {text: ...}",
        optional label: RawText
            = "Phần nào của đoạn, khi đoạn có nhiều nhiệm vụ"
              "Which part of the paragraph, where it holds several duties",
        optional then: RawDutyThen = "Kết quả được chuyển tiếp đến đâu" "Where the result goes on to",
    }
}

record! {
    /// Where the result of a duty goes on to.
    RawDutyThen ("bước tiếp theo", "a next step") {
        required to: RawPartner = "Nơi nhận kết quả" "To whom",
    }
}

record! {
    /// A report.
    RawReport ("một báo cáo", "a report") {
        required id: At<Id> = "Mã của báo cáo, không trùng trong kế hoạch" "The report's id, unique in the plan",
        optional label: RawText = "Tên báo cáo" "What it is called",
        required from: Vec<RawPartner> = "Ai báo cáo" "Who owes it",
        list to: RawPartner
            = "Báo cáo với ai; bỏ trống nếu kế hoạch không nêu" "To whom; left out where the plan does not say",
        optional via: RawPartner = "Gửi qua đâu" "Through whom",
        required due: RawReportDue
            = "Thời hạn: {before: 2023-05-20}, {by: ...}, {on: ...}, {within: 2018-Q1}, {every: quarter}, on-request, not-stated"
              "When: {before: 2023-05-20}, {by: ...}, {on: ...}, {within: 2018-Q1}, {every: quarter}, on-request, not-stated",
        optional then: RawThen = "Sau đó ai báo cáo tiếp lên đâu, khi nào" "Where it goes on to, and when",
    }
}

record! {
    /// Where a report goes on to.
    RawThen ("bước tiếp theo", "a next step") {
        required to: Vec<RawPartner> = "Báo cáo tiếp với ai" "To whom it goes on",
        required due: RawReportDue = "Thời hạn báo cáo tiếp" "When it goes on",
    }
}

record! {
    /// An event.
    RawEvent ("một sự kiện", "an event") {
        required id: At<Id> = "Mã của sự kiện, không trùng trong kế hoạch" "The event's id, unique in the plan",
        required name: RawText = "Tên sự kiện" "What it is called",
        optional date: At<PartialDate>
            = "Ngày, rõ đến đâu ghi đến đó; bỏ trống nếu không nêu" "When, as exact as stated; may be left out",
        optional from: At<PartialDate> = "Từ ngày" "From when",
        optional to: At<PartialDate> = "Đến ngày" "Until when",
        optional year: Stated = "implied nếu năm không in trong câu" "implied where the year is not printed",
        optional theme: RawText = "Chủ đề" "Its theme",
    }
}

record! {
    /// A source of money.
    RawFunding ("một nguồn kinh phí", "a source of funding") {
        required level: FundingLevel
            = "Nguồn: central (ngân sách trung ương), province (tỉnh), district (huyện), commune (xã), agency (dự toán của cơ quan), non-state (xã hội hóa), international (quốc tế), other (khác)"
              "Whose money it is",
        optional source: RawText = "Nguồn kinh phí theo lời của kế hoạch" "The source in the words of the plan",
        optional amount: RawFundingAmount
            = "not-stated (không nêu) hoặc {value: 500000000, unit: vnd}"
              "not-stated, or {value: 500000000, unit: vnd}",
    }
}

//! A plan as it is written.

use super::choice::NumberState;
use super::decode::{At, record};
use super::goal::{RawDue, RawGoal, RawUnit};
use super::leaf::{RawText, Reference};
use super::report_due::RawReportDue;
use super::shape::{RawFundingAmount, RawPartner, RawRow};
use crate::lang::{Decimal, PartialDate};
use crate::model::{FundingLevel, Id, Progress, Role, Stated, Whole};
use jiff::civil::Date;
use std::sync::Arc;

record! {
    /// `plan.yaml`.
    RawPlan ("một kế hoạch", "a plan") {
        required format: At<Arc<str>>,
        required id: At<Id>,
        required place: Reference,
        required issuer: Reference,
        optional r#type: RawText,
        required title: RawText,
        list as_printed: RawCorrection,
        required number: RawNumber,
        required issued: RawIssued,
        required period: RawPeriod,
        required progress: Progress,
        required revised: At<Date>,
        optional draft: bool,
        optional sample: bool,
        optional publish: At<Date>,
        list replaces: Reference,
        list aliases: At<Id>,
        optional signed_copy: RawSignedCopy,
        list bases: RawItem,
        list preamble: RawItem,
        required sections: Vec<RawSection>,
        list closing: RawItem,
        list annexes: RawSection,
        list recipients: RawItem,
        optional signature: RawSignature,
    }
}

record! {
    /// A plan's number.
    RawNumber ("số của kế hoạch", "a plan's number") {
        optional printed: RawText,
        required state: NumberState,
        optional value: String,
    }
}

record! {
    /// Where and when a plan was issued.
    RawIssued ("nơi và ngày ban hành", "place and date of issue") {
        required printed: RawText,
        required date: At<PartialDate>,
    }
}

record! {
    /// What a plan covers.
    RawPeriod ("kỳ kế hoạch", "a plan's period") {
        required from: At<PartialDate>,
        required to: At<PartialDate>,
        required stated: Stated,
    }
}

record! {
    /// The signed document.
    RawSignedCopy ("bản đã ký", "a signed copy") {
        required file: At<Arc<str>>,
        optional source: Reference,
    }
}

record! {
    /// Who signed.
    RawSignature ("phần ký", "a signature") {
        list lines: RawText,
        optional name: String,
    }
}

record! {
    /// A section.
    RawSection ("một mục", "a section") {
        optional id: At<Id>,
        optional number: String,
        optional title: RawText,
        list agencies: Reference,
        optional role: Role,
        list items: RawItem,
        list sections: RawSection,
        list as_printed: RawCorrection,
    }
}

record! {
    /// A paragraph.
    RawItem ("một đoạn", "a paragraph") {
        optional id: At<Id>,
        optional marker: String,
        optional text: RawText,
        list as_printed: RawCorrection,
        list measures: RawMeasure,
        optional duties: Vec<RawDuty>,
        list reports: RawReport,
        list events: RawEvent,
        list funding: RawFunding,
        list items: RawItem,
        optional table: RawTable,
    }
}

record! {
    /// A place where the text reads otherwise than the scan.
    RawCorrection ("một chỗ đính chính", "a correction") {
        optional lang: At<Arc<str>>,
        required read: At<Arc<str>>,
        required printed: At<Arc<str>>,
        optional times: i16,
        optional note: RawText,
    }
}

record! {
    /// A table.
    RawTable ("một bảng", "a table") {
        optional caption: RawText,
        required columns: Vec<RawText>,
        required rows: Vec<RawRow>,
    }
}

record! {
    /// A measure.
    RawMeasure ("một chỉ tiêu", "a measure") {
        required id: At<Id>,
        required label: RawText,
        optional goal: RawGoal,
        optional baseline: RawBaseline,
        optional due: RawDue,
        list milestones: RawMilestone,
        optional condition: RawText,
        optional indicator: Reference,
        optional note: RawText,
        optional of: Whole,
        list parts: RawMeasure,
    }
}

record! {
    /// Where a measure began.
    RawBaseline ("số gốc", "a baseline") {
        optional value: At<Decimal>,
        optional of: At<Decimal>,
        optional unit: RawUnit,
        optional period: At<PartialDate>,
    }
}

record! {
    /// A figure on the way.
    RawMilestone ("một mốc", "a milestone") {
        required value: At<Decimal>,
        optional of: At<Decimal>,
        required by: At<PartialDate>,
    }
}

record! {
    /// A duty.
    RawDuty ("một nhiệm vụ", "a duty") {
        optional role: Role,
        list agencies: Reference,
        list with: RawPartner,
        optional label: RawText,
        optional then: RawDutyThen,
    }
}

record! {
    /// Where the result of a duty goes on to.
    RawDutyThen ("bước tiếp theo", "a next step") {
        required to: RawPartner,
    }
}

record! {
    /// A report.
    RawReport ("một báo cáo", "a report") {
        required id: At<Id>,
        optional label: RawText,
        required from: Vec<RawPartner>,
        required to: Vec<RawPartner>,
        optional via: RawPartner,
        required due: RawReportDue,
        optional then: RawThen,
    }
}

record! {
    /// Where a report goes on to.
    RawThen ("bước tiếp theo", "a next step") {
        required to: Vec<RawPartner>,
        required due: RawReportDue,
    }
}

record! {
    /// An event.
    RawEvent ("một sự kiện", "an event") {
        required id: At<Id>,
        required name: RawText,
        optional date: At<PartialDate>,
        optional from: At<PartialDate>,
        optional to: At<PartialDate>,
        optional year: Stated,
        optional theme: RawText,
    }
}

record! {
    /// A source of money.
    RawFunding ("một nguồn kinh phí", "a source of funding") {
        required level: FundingLevel,
        optional source: RawText,
        optional amount: RawFundingAmount,
    }
}

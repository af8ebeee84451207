//! Closed sets of the model as they stand in cells, with their meanings. The words are those of the content format.

use super::said::{Said, said};
use crate::measure::{Rule, State};
use crate::model::{
    AgencyKind, Comparator, Direction, DocumentType, Goal, HotlineFactKind, Level, Number, ObservationStatus,
    PeriodStated, Progress, Role, Stated, Unit, Whole,
};

/// One value of a closed set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// As it stands in cells.
    pub value: &'static str,
    /// What it means.
    pub meaning: Said,
}

macro_rules! codes {
    ($( $list:ident $function:ident($set:ty) { $( $pattern:pat => $value:literal, $vi:literal, $en:literal; )* } )*) => { $(
        pub(super) const $list: &[Code] = &[ $( Code { value: $value, meaning: said($vi, $en) }, )* ];

        pub(super) fn $function(of: $set) -> &'static str {
            match of { $( $pattern => $value, )* }
        }
    )* };
}

codes! {
    COMPARATORS comparator(&Goal) {
        Goal::Figure { comparator: Comparator::Reach, .. } => "reach",
            "câu văn chỉ nêu con số", "the sentence gives the bare figure";
        Goal::Figure { comparator: Comparator::AtLeast, .. } => "at_least", "ít nhất", "at least";
        Goal::Figure { comparator: Comparator::AtMost, .. } => "at_most", "không quá", "at most";
        Goal::Figure { comparator: Comparator::Under, .. } => "under", "dưới", "under";
        Goal::Figure { comparator: Comparator::Over, .. } => "over", "trên", "over";
        Goal::Figure { comparator: Comparator::Exactly, .. } => "exactly", "đúng", "exactly";
        Goal::Figure { comparator: Comparator::Maintain, .. } => "maintain", "duy trì ở mức", "keep at";
        Goal::Range { .. } => "range", "từ value đến value_high", "from value to value_high";
        Goal::Relative { direction: Direction::Lower, .. } => "lower_than",
            "thấp hơn mức nêu ở than", "lower than what stands in than";
        Goal::Relative { direction: Direction::Higher, .. } => "higher_than",
            "cao hơn mức nêu ở than", "higher than what stands in than";
        Goal::Qualitative => "qualitative", "nêu bằng lời, không có con số", "set in words, without a figure";
    }
    UNITS unit(&Unit) {
        Unit::Percent => "percent", "phần trăm", "per cent";
        Unit::Per(1_000) => "per_1000", "trên 1.000", "per 1,000";
        Unit::Per(10_000) => "per_10000", "trên 10.000", "per 10,000";
        Unit::Per(_) => "per_100000", "trên 100.000", "per 100,000";
        Unit::Named(_) => "named", "đơn vị nêu ở unit_name", "what unit_name says";
        Unit::Bare => "not-stated", "không nêu", "not stated";
    }
    WAYS way(Direction) {
        Direction::Lower => "down", "câu văn nói là giảm", "the sentence says down";
        Direction::Higher => "up", "câu văn nói là tăng", "the sentence says up";
    }
    FIRMNESS firmness(ObservationStatus) {
        ObservationStatus::Final => "final", "chính thức", "final";
        ObservationStatus::Provisional => "provisional", "tạm tính", "provisional";
        ObservationStatus::Estimated => "estimated", "ước tính", "estimated";
    }
    PERIODS period(PeriodStated) {
        PeriodStated::Printed => "printed", "ghi trong văn bản", "printed in the document";
        PeriodStated::Implied => "implied", "suy ra từ tên kế hoạch", "follows from the plan's title";
        PeriodStated::NoEnd => "no-end", "không nêu thời điểm kết thúc", "no end is stated";
    }
    STATED stated(Stated) {
        Stated::Printed => "printed", "ghi trong văn bản", "printed in the document";
        Stated::Implied => "implied", "suy ra từ kế hoạch", "follows from the plan";
    }
    WHOLES whole(Whole) {
        Whole::Whole => "whole", "của chỉ tiêu nêu ở part_of", "of the measure in part_of";
        Whole::NotStated => "not-stated", "câu văn không nêu", "the sentence does not say";
    }
    ROLES role(Role) {
        Role::Lead => "lead", "chủ trì", "leads";
        Role::Assigned => "assigned", "được giao", "is assigned";
        Role::Coordinate => "coordinate", "phối hợp", "coordinates";
        Role::Requested => "requested", "được đề nghị", "is requested";
    }
    LEVELS level(Level) {
        Level::Country => "country", "quốc gia", "country";
        Level::Province => "province", "tỉnh, thành phố trực thuộc trung ương", "province or centrally-run city";
        Level::City => "city", "thành phố thuộc tỉnh", "city inside a province";
        Level::District => "district", "huyện, quận", "district";
        Level::Commune => "commune", "xã, phường, thị trấn", "commune, ward or township";
    }
    NUMBER_STATES number_state(&Number) {
        Number { value: Some(_), .. } => "given", "có số", "the number is given";
        Number { printed: Some(_), .. } => "blank", "chỗ ghi số để trống", "the place of the number was left blank";
        Number { .. } => "absent", "không có", "there is none";
    }
    PROGRESS progress(Progress) {
        Progress::Kept => "kept", "cổng này theo dõi kết quả", "this portal keeps its observations";
        Progress::NotKept => "none", "cổng này không theo dõi kết quả", "this portal keeps none";
    }
    AGENCY_KINDS agency_kind(AgencyKind) {
        AgencyKind::Body => "body", "một cơ quan", "one body";
        AgencyKind::Class => "class", "một nhóm cơ quan", "a class of bodies";
    }
    HOTLINE_FACTS hotline_fact(&HotlineFactKind) {
        HotlineFactKind::Operator(_) => "operator", "đơn vị trực; value là mã, nếu có", "who answers; value is the id, if any";
        HotlineFactKind::Hours(_) => "hours", "giờ trực; value là 24/7 nếu luôn trực", "when; value is 24/7 where it is always";
        HotlineFactKind::Cost(_) => "cost", "cước; value là free hoặc charged", "what a call costs; value is free or charged";
        HotlineFactKind::Since(_) => "since", "hoạt động từ ngày ở value", "since when, in value";
        HotlineFactKind::Replaces(_) => "replaces", "thay cho số ở value", "in place of the number in value";
        HotlineFactKind::Languages(_) => "languages", "ngôn ngữ", "the languages spoken";
        HotlineFactKind::Note(_) => "note", "ghi chú", "a note";
    }
    DOCUMENT_TYPES document_type(DocumentType) {
        DocumentType::Law => "law", "luật", "law";
        DocumentType::Resolution => "resolution", "nghị quyết", "resolution";
        DocumentType::Decree => "decree", "nghị định", "decree";
        DocumentType::Decision => "decision", "quyết định", "decision";
        DocumentType::Directive => "directive", "chỉ thị", "directive";
        DocumentType::Circular => "circular", "thông tư", "circular";
        DocumentType::JointCircular => "joint-circular", "thông tư liên tịch", "joint circular";
        DocumentType::OfficialLetter => "official-letter", "công văn", "official letter";
        DocumentType::Plan => "plan", "kế hoạch", "plan";
        DocumentType::Conclusion => "conclusion", "kết luận", "conclusion";
        DocumentType::Programme => "programme", "chương trình", "programme";
        DocumentType::Other => "other", "loại khác", "any other";
    }
}

/// Every status with its meaning: the list of [`State`].
pub(super) const STATES: &[Code] = &[
    code(State::Met.key(), "đã đạt", "met"),
    code(State::OnTrack.key(), "đúng tiến độ", "on track"),
    code(State::Behind.key(), "chậm tiến độ", "behind"),
    code(State::OffTrack.key(), "khó đạt", "off track"),
    code(State::NotMet.key(), "không đạt, thời hạn đã qua", "not met, the deadline has passed"),
    code(State::NotAssessed.key(), "chưa đánh giá được", "not assessed"),
    code(State::NoReport.key(), "chưa có số liệu", "no report yet"),
    code(
        State::EndedWithoutReport.key(),
        "thời hạn đã qua, không có số liệu",
        "the deadline has passed without a report",
    ),
];

/// Every rule with its meaning: the rows of docs/progress.md.
pub(super) const RULES: &[Code] = &[
    code(Rule::NoFigure.key(), "mục tiêu không có con số", "the goal has no figure"),
    code(Rule::NoReportYet.key(), "chưa có số liệu", "nothing reported yet"),
    code(
        Rule::EndedWithoutReport.key(),
        "thời hạn đã qua, không có số liệu đến hạn",
        "nothing reported up to the deadline",
    ),
    code(Rule::Satisfied.key(), "số liệu thỏa mãn mục tiêu", "the figure satisfies the goal"),
    code(Rule::KeptToTheEnd.key(), "giữ được đến hết thời hạn", "kept to the end"),
    code(Rule::SatisfiedLate.key(), "đạt sau thời hạn", "reached after the deadline"),
    code(
        Rule::NotSatisfied.key(),
        "số liệu cuối đến hạn không thỏa mãn",
        "the last figure in time does not satisfy the goal",
    ),
    code(Rule::Broken.key(), "mức phải giữ không còn được giữ", "what was to be kept is broken"),
    code(Rule::Kept.key(), "mức phải giữ đang được giữ", "what is to be kept is kept"),
    code(Rule::NoBaseline.key(), "thiếu số gốc có ngày", "no baseline with a figure and a date"),
    code(Rule::NotAfterBaseline.key(), "số liệu không mới hơn số gốc", "the figure is no newer than the baseline"),
    code(Rule::NoWay.key(), "số gốc đúng bằng mục tiêu", "the baseline equals the goal"),
    code(Rule::Pace.key(), "so nhịp với hai ngưỡng", "the pace is held against the bounds"),
    code(Rule::MilestoneMissed.key(), "nhịp đủ nhưng đã lỡ một mốc", "the pace would do, but a milestone was missed"),
];

const fn code(value: &'static str, vi: &'static str, en: &'static str) -> Code {
    Code { value, meaning: said(vi, en) }
}

//! The phrases that generated plans are made of, Vietnamese and English side by side.

/// A phrase in both languages.
pub type Phrase = (&'static str, &'static str);

/// Agencies of a province: id, names, whether it is a class of bodies.
pub const AGENCIES: [(&str, Phrase, bool); 18] = [
    ("so-xa-hoi", ("Sở Lao động và Xã hội", "Department of Labour and Social Affairs"), false),
    ("cong-an", ("Công an tỉnh", "Provincial Police"), false),
    ("so-giao-duc", ("Sở Giáo dục và Đào tạo", "Department of Education and Training"), false),
    ("so-y-te", ("Sở Y tế", "Department of Health"), false),
    ("so-tu-phap", ("Sở Tư pháp", "Department of Justice"), false),
    ("so-thong-tin", ("Sở Thông tin và Truyền thông", "Department of Information and Communications"), false),
    ("so-van-hoa", ("Sở Văn hóa, Thể thao và Du lịch", "Department of Culture, Sports and Tourism"), false),
    ("so-tai-chinh", ("Sở Tài chính", "Department of Finance"), false),
    ("so-ke-hoach", ("Sở Kế hoạch và Đầu tư", "Department of Planning and Investment"), false),
    ("so-noi-vu", ("Sở Nội vụ", "Department of Home Affairs"), false),
    ("toa-an", ("Tòa án nhân dân tỉnh", "Provincial People’s Court"), false),
    ("vien-kiem-sat", ("Viện Kiểm sát nhân dân tỉnh", "Provincial People’s Procuracy"), false),
    ("hoi-phu-nu", ("Hội Liên hiệp Phụ nữ tỉnh", "Provincial Women’s Union"), false),
    ("tinh-doan", ("Tỉnh đoàn", "Provincial Youth Union"), false),
    ("hoi-bao-ve", ("Hội Bảo vệ quyền trẻ em tỉnh", "Provincial Association for Children’s Rights"), false),
    ("dai-ptth", ("Đài Phát thanh - Truyền hình tỉnh", "Provincial Radio and Television Station"), false),
    ("mat-tran", ("Ủy ban Mặt trận Tổ quốc tỉnh", "Provincial Fatherland Front Committee"), false),
    ("ubnd-xa", ("Ủy ban nhân dân các xã, phường", "People’s Committees of communes and wards"), true),
];

/// What a plan is about.
pub const TOPICS: [Phrase; 8] = [
    ("phòng, chống bạo lực, xâm hại trẻ em", "preventing and responding to violence against children"),
    ("phòng ngừa, giảm thiểu lao động trẻ em", "preventing and reducing child labour"),
    ("phòng, chống tai nạn, thương tích trẻ em", "preventing accidents and injuries among children"),
    ("bảo vệ trẻ em trên môi trường mạng", "protecting children online"),
    ("trợ giúp trẻ em có hoàn cảnh đặc biệt", "assisting children in special circumstances"),
    ("phòng, chống đuối nước trẻ em", "preventing child drowning"),
    ("phát triển toàn diện trẻ em những năm đầu đời", "holistic early childhood development"),
    ("thúc đẩy quyền tham gia của trẻ em", "promoting children’s right to participate"),
];

/// How a duty begins.
pub const VERBS: [Phrase; 10] = [
    (
        "Chủ trì, phối hợp với các sở, ban, ngành liên quan",
        "Lead, in coordination with the departments and agencies concerned, to",
    ),
    ("Tham mưu Ủy ban nhân dân tỉnh", "Advise the Provincial People’s Committee to"),
    ("Hướng dẫn các địa phương", "Guide localities to"),
    ("**Kiểm tra, giám sát** và", "**Inspect, supervise** and"),
    ("Tăng cường phối hợp liên ngành nhằm", "Strengthen coordination between sectors to"),
    ("Bố trí kinh phí từ ngân sách nhà nước để", "Allocate funds from the state budget to"),
    ("Đẩy mạnh truyền thông, giáo dục để", "Step up communication and education to"),
    ("Định kỳ hằng quý rà soát và", "Review every quarter and"),
    ("Xây dựng, ban hành *quy trình* để", "Draw up and issue *procedures* to"),
    ("Huy động nguồn lực xã hội để", "Mobilise community resources to"),
];

/// What a duty is about.
pub const OBJECTS: [Phrase; 14] = [
    (
        "phát hiện sớm trẻ em có nguy cơ bị bạo lực, bóc lột, bỏ rơi",
        "identify early the children at risk of violence, exploitation and abandonment",
    ),
    (
        "hỗ trợ, can thiệp kịp thời các trường hợp trẻ em bị xâm hại",
        "support children who were abused and intervene in time",
    ),
    (
        "kiện toàn đội ngũ cộng tác viên bảo vệ trẻ em ở thôn, bản",
        "consolidate the network of child protection collaborators in villages",
    ),
    (
        "vận hành hiệu quả hệ thống dịch vụ bảo vệ trẻ em ba cấp độ",
        "run the three levels of child protection services effectively",
    ),
    (
        "tập huấn kỹ năng tư vấn tâm lý cho giáo viên và nhân viên y tế",
        "train teachers and health workers in psychological counselling",
    ),
    (
        "duy trì mô hình trường học an toàn, thân thiện, không bạo lực",
        "keep up the model of safe, friendly schools without violence",
    ),
    ("cập nhật dữ liệu về trẻ em theo tiêu chuẩn thống nhất", "update the data on children to one standard"),
    ("dạy bơi an toàn và kỹ năng an toàn trong môi trường nước", "teach safe swimming and safety skills in water"),
    (
        "xử lý nghiêm các hành vi vi phạm quyền trẻ em theo quy định của pháp luật",
        "deal strictly with violations of children’s rights in accordance with the law",
    ),
    (
        "tiếp nhận, xử lý thông tin, thông báo, tố giác về trẻ em qua [số 111](hotline:111)",
        "receive and handle information, notifications and reports about children through [number 111](hotline:111)",
    ),
    (
        "rà soát, ngăn chặn nội dung độc hại đối với trẻ em trên không gian mạng",
        "review and block content that harms children online",
    ),
    (
        "hỗ trợ phục hồi và hòa nhập cộng đồng cho trẻ em bị hại",
        "support the recovery and reintegration of children who were harmed",
    ),
    (
        "tư vấn, trợ giúp pháp lý miễn phí cho trẻ em và gia đình",
        "give free legal advice and aid to children and families",
    ),
    (
        "nhân rộng câu lạc bộ quyền tham gia của trẻ em tại xã, phường",
        "set up more child participation clubs in communes and wards",
    ),
];

/// How a duty ends.
pub const TAILS: [Phrase; 7] = [
    ("trên địa bàn toàn tỉnh", "across the whole province"),
    ("tại các xã đặc biệt khó khăn", "in communes facing extreme hardship"),
    ("bảo đảm đúng tiến độ và mục tiêu của Kế hoạch", "in keeping with the schedule and objectives of the Plan"),
    ("theo [Luật Thử nghiệm số 1](document:vb-01)", "under the [Trial Law No. 1](document:vb-01)"),
    ("vùng đồng bào dân tộc thiểu số và miền núi", "in ethnic minority and mountainous areas"),
    ("và báo cáo kết quả theo quy định", "and report the results as prescribed"),
    ("với sự tham gia của gia đình, nhà trường và xã hội", "with the participation of families, schools and society"),
];

/// What a measure counts: label, unit, where the figure starts and where it shall go, indicator.
pub struct Aim {
    pub label: Phrase,
    pub unit: &'static str,
    pub from: u32,
    pub to: u32,
    pub indicator: Option<&'static str>,
}

const fn aim(label: Phrase, unit: &'static str, from: u32, to: u32, indicator: Option<&'static str>) -> Aim {
    Aim { label, unit, from, to, indicator }
}

/// The aims of a plan, in order; the last ones again for groups of children.
pub const AIMS: [Aim; 14] = [
    aim(
        ("Trẻ em bị xâm hại được hỗ trợ, can thiệp", "Abused children who receive support and intervention"),
        "percent",
        60,
        100,
        Some("ho-tro"),
    ),
    aim(
        ("Trẻ em có hoàn cảnh đặc biệt được trợ giúp", "Children in special circumstances who are assisted"),
        "percent",
        70,
        98,
        Some("tro-giup"),
    ),
    aim(
        ("Trẻ em từ 5 đến 17 tuổi lao động trái pháp luật", "Children aged 5 to 17 in unlawful work"),
        "percent",
        9,
        4,
        None,
    ),
    aim(("Tỷ suất trẻ em tử vong do đuối nước", "Rate of child deaths by drowning"), "per_100000", 18, 6, None),
    aim(
        ("Xã, phường đạt tiêu chuẩn phù hợp với trẻ em", "Communes and wards that meet the child-friendly standard"),
        "percent",
        50,
        85,
        Some("xa-phu-hop"),
    ),
    aim(
        ("Cán bộ làm công tác trẻ em được tập huấn", "Child protection officers given training"),
        "people",
        120,
        950,
        None,
    ),
    aim(("Trường học có người tư vấn tâm lý", "Schools with a counsellor"), "percent", 30, 90, Some("tu-van")),
    aim(("Số vụ bạo lực học đường", "Cases of school violence"), "incidents", 45, 8, None),
    aim(
        ("Cuộc gọi đến tổng đài được xử lý trong 24 giờ", "Hotline calls handled within 24 hours"),
        "percent",
        75,
        99,
        None,
    ),
    aim(("Trẻ em được học bơi an toàn", "Children taught to swim safely"), "percent", 25, 60, Some("boi-an-toan")),
    aim(
        (
            "Trẻ em dưới 8 tuổi được tiếp cận dịch vụ phát triển toàn diện",
            "Children under 8 with access to holistic development services",
        ),
        "percent",
        55,
        90,
        None,
    ),
    aim(("Số câu lạc bộ trẻ em còn hoạt động", "Active children’s clubs"), "clubs", 20, 140, None),
    aim(
        ("Gia đình được trang bị kiến thức bảo vệ trẻ em", "Families given knowledge of child protection"),
        "percent",
        45,
        90,
        None,
    ),
    aim(("Học sinh trung học cơ sở bỏ học", "Lower secondary pupils who drop out"), "percent", 5, 1, None),
];

/// Where a repeated aim is for.
pub const AREAS: [Phrase; 6] = [
    ("ở khu vực thành thị", "in urban areas"),
    ("ở khu vực nông thôn", "in rural areas"),
    ("ở vùng đồng bằng, trung du", "in the plains and the midlands"),
    ("ở miền núi", "in the mountains"),
    ("tại các xã đặc biệt khó khăn", "in communes facing extreme hardship"),
    ("ở vùng biên giới, hải đảo", "in border and island areas"),
];

/// The tasks of a plan, in order.
pub const TASKS: [Phrase; 8] = [
    ("Hoàn thiện thể chế, chính sách", "Complete institutions and policies"),
    ("Nâng cao năng lực đội ngũ cán bộ", "Build the capacity of staff"),
    ("Truyền thông, giáo dục, vận động xã hội", "Communication, education and social mobilisation"),
    ("Phát triển hệ thống dịch vụ bảo vệ trẻ em", "Develop child protection services"),
    ("Ứng dụng công nghệ thông tin và quản lý dữ liệu", "Apply information technology and manage data"),
    ("Phối hợp liên ngành và hợp tác quốc tế", "Coordination between sectors and international cooperation"),
    ("Kiểm tra, thanh tra và giám sát", "Inspection and supervision"),
    ("Thúc đẩy sự tham gia của trẻ em", "Promote children’s participation"),
];

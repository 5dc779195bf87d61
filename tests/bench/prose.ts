/** Reports as ward clerks write them, made up from a number: the same number gives the same report. For measuring only. */
export type Report = { title: string; summary: string; paragraphs: string[]; daysAgo: number };

/** `count` reports spread over ten years; `index` from 0, newest first. */
export function writeReport(index: number, count: number): Report {
  const pick = picker(index);
  const cell = `Chi bộ ${pick(PLACES)}`;
  const topic = pick(TOPICS);
  const month = 1 + Math.floor(pick.number() * 12);
  const year = 2016 + Math.floor(pick.number() * 11);
  const person = `${pick(FAMILY)} ${pick(MIDDLE)} ${pick(GIVEN)}`;
  const number = `${1 + Math.floor(pick.number() * 240)}-${pick(["KH", "HD", "NQ", "BC", "TB", "CTr"])}/${pick(["ĐU", "TU", "BTGTU", "HU"])}`;
  const scene = { cell, topic, month, year, person, number };
  const length = 3 + Math.floor(pick.number() ** 3 * 12);

  return {
    title: `${cell} ${pick(DEEDS)} ${topic} tháng ${month} năm ${year}`,
    summary: sentence(pick, scene),
    paragraphs: Array.from({ length }, () =>
      Array.from({ length: 1 + Math.floor(pick.number() * 4) }, () => sentence(pick, scene)).join(" "),
    ),
    daysAgo: Math.floor((index / Math.max(count, 1)) * 3650),
  };
}

type Scene = { cell: string; topic: string; month: number; year: number; person: string; number: string };
type Picker = ReturnType<typeof picker>;

function sentence(pick: Picker, { cell, topic, month, year, person, number }: Scene) {
  const amount = 2 + Math.floor(pick.number() * 480);
  const shapes = [
    `Thực hiện Kế hoạch số ${number}, ${cell} đã ${pick(WAYS)} ${topic} với ${amount} lượt người tham gia.`,
    `Đồng chí ${person}, ${pick(OFFICES)}, ${pick(SPEAKS)} ${pick(VIRTUES)} trong công tác ${topic}.`,
    `Qua ${amount} ngày thực hiện, ${pick(PLACES)} đã vận động được ${amount} hộ dân ${pick(WORKS)}.`,
    `Trong tháng ${month} năm ${year}, ${pick(GROUPS)} phối hợp với ${cell} ${pick(WORKS)}, góp phần ${pick(AIMS)}.`,
    `Đảng viên ${cell} thẳng thắn chỉ ra ${pick(FAULTS)}, đề ra giải pháp ${pick(AIMS)} trong thời gian tới.`,
    `Nhân dịp này, ${pick(GROUPS)} trao ${amount} suất quà cho ${pick(FAMILIES)} ở ${pick(PLACES)}.`,
    `${pick(GROUPS)} đề nghị ${pick(PLACES)} tiếp tục ${pick(WORKS)}, báo cáo kết quả trước ngày ${1 + (amount % 28)}/${month}/${year}.`,
  ];
  return pick(shapes);
}

/** Mulberry32, a small generator of good enough numbers; words at the front of a list come more often, as in language. */
function picker(seed: number) {
  let state = (seed + 1) * 0x9e3779b1;
  function number() {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const pick = (list: readonly string[]) => list[Math.floor(number() ** 1.7 * list.length)] ?? "";
  return Object.assign(pick, { number });
}

const PLACES = [
  ...Array.from({ length: 24 }, (_, index) => `khu phố ${index + 1}`),
  ..."Trường Tiểu học,Trường Mầm non,Trường Trung học cơ sở,Trạm Y tế,Công an phường,Ban Chỉ huy Quân sự phường,cơ quan phường,chợ Đông Thanh,hợp tác xã Đông Giang,tổ dân phố Tây Trì,tổ dân phố Vĩnh Phước".split(
    ",",
  ),
];
const TOPICS =
  "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh,sinh hoạt chuyên đề,phát triển đảng viên,kiểm tra và giám sát,xây dựng đô thị văn minh,chuyển đổi số,phòng chống thiên tai,giữ gìn vệ sinh môi trường,đền ơn đáp nghĩa,giảm nghèo bền vững,quy chế dân chủ ở cơ sở,cải cách hành chính,khuyến học khuyến tài,bảo vệ nền tảng tư tưởng của Đảng,tuyển quân,phòng cháy chữa cháy,chỉnh trang vỉa hè,trồng cây xanh,tiêm chủng mở rộng,phổ biến giáo dục pháp luật".split(
    /,(?=\S)/,
  );
const DEEDS =
  "sơ kết công tác,tổ chức hội nghị về,triển khai nhiệm vụ,ra mắt mô hình,tổng kết đợt thi đua,đối thoại với nhân dân về,kiểm điểm việc thực hiện,phát động phong trào".split(
    ",",
  );
const WAYS = "tổ chức,triển khai,sơ kết,quán triệt,đẩy mạnh,rà soát,nhân rộng mô hình,duy trì".split(",");
const OFFICES =
  "Bí thư Đảng ủy,Phó Bí thư Thường trực Đảng ủy,Chủ tịch Ủy ban nhân dân phường,Bí thư chi bộ,Phó Bí thư chi bộ,Chủ tịch Hội Cựu chiến binh,Trưởng ban công tác Mặt trận,Chủ nhiệm Ủy ban Kiểm tra".split(
    ",",
  );
const SPEAKS = "nhấn mạnh,đề nghị phát huy,biểu dương,nêu rõ yêu cầu về,lưu ý,ghi nhận".split(",");
const VIRTUES =
  "tinh thần trách nhiệm,tính tiên phong gương mẫu,kỷ luật và kỷ cương,sự đoàn kết thống nhất,cách làm sáng tạo,tự phê bình và phê bình,sự sâu sát với nhân dân".split(
    ",",
  );
const WORKS =
  "hiến đất mở rộng ngõ,phân loại rác tại nguồn,lắp camera an ninh,cài đặt định danh điện tử,nộp hồ sơ trực tuyến,trồng hoa dọc tuyến đường,giữ gìn trật tự vỉa hè,giúp nhau làm kinh tế,xây nhà tình nghĩa,khơi thông cống rãnh,đóng góp quỹ khuyến học,kẻ vạch sơn lối đi".split(
    ",",
  );
const GROUPS =
  "Đảng ủy phường,Ủy ban Mặt trận Tổ quốc Việt Nam phường,Hội Liên hiệp Phụ nữ,Đoàn Thanh niên Cộng sản Hồ Chí Minh,Hội Nông dân,Hội Cựu chiến binh,Hội Người cao tuổi,Công đoàn cơ sở,Ban Thường vụ Đảng ủy".split(
    ",",
  );
const AIMS =
  "nâng cao chất lượng sinh hoạt chi bộ,giữ vững an ninh trật tự,nâng cao đời sống nhân dân,xây dựng tổ chức cơ sở đảng trong sạch vững mạnh,ngăn chặn và đẩy lùi suy thoái,hoàn thành chỉ tiêu năm,củng cố niềm tin của nhân dân".split(
    ",",
  );
const FAULTS =
  "việc chậm nộp báo cáo,nội dung sinh hoạt còn chung chung,một số đảng viên ngại phát biểu,công tác phát triển đảng viên trẻ còn ít,việc theo dõi sau kiểm tra chưa thường xuyên".split(
    ",",
  );
const FAMILIES =
  "gia đình chính sách,hộ nghèo,người cao tuổi neo đơn,trẻ em khó khăn,thương binh,học sinh vượt khó".split(",");
const FAMILY = "Nguyễn,Trần,Lê,Phạm,Hoàng,Phan,Võ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương,Lý,Trương,Đinh,Lâm,Mai,Cao,Tạ".split(",");
const MIDDLE = "Văn,Thị,Đức,Quang,Ngọc,Minh,Thanh,Hữu,Xuân,Kim,Công,Bá,Châu,Như,Diệu,Mạnh,Khánh,Trọng".split(",");
const GIVEN =
  "Hùng,Hoa,Thạnh,Sơn,Tuấn,Nga,Dũng,Lan,Hương,Bình,Phương,Thảo,Long,Quyên,Khoa,Tâm,Yến,Vinh,Hải,Trâm,Nghĩa,Loan,Đạt,Uyên,Phúc,Hiền,Kiên,Ánh,Thủy,Toàn".split(
    ",",
  );

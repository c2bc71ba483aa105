import type { About, Refusals } from "./refusals.ts";
import { app } from "./vi-app.ts";

const reload = "Mời tải lại trang để xem bản mới nhất rồi làm lại.";
const check = "Xin kiểm tra lại rồi gửi lần nữa.";
const changed = (what: string) => () => ({ what: `Người khác vừa đổi ${what}.`, next: reload });
const changedBy = (what: string) => (about: About) => ({
  what: `${about.hand("Người khác")} vừa đổi ${what}.`,
  next: "Xin xem bản mới, rồi lưu lại nếu vẫn cần.",
});
const resting = {
  covenant: "giao ước đã ký",
  sheets: "phiếu chấm",
  poll: "cuộc bỏ phiếu",
  conference: "hội nghị",
  movements: "kết quả phong trào",
  publication: "trang công khai",
  announced: "xếp hạng đã công bố",
  inner: "khối nằm trong",
};
const gone = (what: string) => () => ({
  what: `Không tìm thấy ${what}.`,
  next: "Xin kiểm tra địa chỉ, hoặc chọn lại từ danh sách.",
});

const outOfRule: Record<string, string> = {
  "too-many": "Phiếu chọn nhiều tên hơn thể lệ cho phép.",
  "too-few": "Phiếu chọn ít tên hơn thể lệ cần.",
  twice: "Một tên được chọn hai lần.",
  "unknown-name": "Trên phiếu có tên không nằm trong danh sách.",
  "own-unit": "Thể lệ không cho chọn đơn vị mình.",
  letter: "Thể lệ không nhận thư của người vắng.",
  "no-answer": "Bỏ phiếu công khai thì phải ghi phiếu chọn gì.",
  "blank-and-chosen": "Phiếu trắng thì không có tên nào.",
};

export const refusalsVi: Refusals = {
  "access/slip-wrong": () => ({
    what: "Mã trên phiếu cấp không đúng, hoặc phiếu đã dùng.",
    next: "Xin xem lại mười hai ký tự trên phiếu. Nếu vẫn không được, xin chuyên viên thường trực cấp phiếu mới.",
  }),
  "access/throttled": () => ({
    what: "Đã thử sai quá nhiều lần, tạm thời chưa nhận thêm.",
    next: "Xin đợi vài phút rồi thử lại, hoặc xin chuyên viên thường trực cấp phiếu mới.",
  }),
  "award/unknown": (about) => ({
    what: `Không có hình thức khen thưởng ${about.text("award")}.`,
    next: "Mời chọn trong danh mục.",
  }),
  "ballot/already-cast": (about) =>
    about.has("delegate")
      ? {
          what:
            about.text("on") === "phone"
              ? "Đại biểu này đã bỏ phiếu bằng điện thoại, phiếu đã vào hòm."
              : "Đại biểu này đã có phiếu giấy hoặc thư ghi khác.",
          next: "Phiếu vừa rồi không được nhận. Nếu đại biểu nói chưa bỏ phiếu, xin báo chủ tọa.",
        }
      : {
          what: "Thẻ này đã bỏ phiếu, phiếu đã vào hòm.",
          next: "Nếu đại biểu chưa bỏ, xin báo ngay tổ kiểm phiếu.",
        },
  "ballot/ask-again": () => ({
    what: "Hòm vừa đóng, đang xem phiếu này có kịp vào hòm không.",
    next: "Xin giữ trang này mở, vài giây nữa có câu trả lời.",
  }),
  "ballot/on-paper": () => ({
    what: "Đại biểu đã nhận phiếu giấy, nên phiếu trên điện thoại không được nhận.",
    next: "Xin ghi và bỏ phiếu giấy. Nếu chưa nhận phiếu giấy, xin báo tổ kiểm phiếu.",
  }),
  "ballot/too-late": () => ({
    what: "Hòm đã đóng trước khi phiếu này đến.",
    next: "Phiếu này không được tính. Cần hỏi, xin gặp tổ kiểm phiếu.",
  }),
  "caller/deactivated": () => ({
    what: "Tài khoản này đã ngừng dùng.",
    next: "Cần dùng lại, xin gọi chuyên viên thường trực.",
  }),
  "caller/not-allowed": () => ({
    what: "Việc này không thuộc phần của tài khoản này.",
    next: "Nếu cần làm, xin gọi chuyên viên thường trực.",
  }),
  "caller/password-weak": () => ({
    what: "Mật khẩu còn yếu.",
    next: "Cần từ 10 ký tự, có chữ hoa, chữ thường, chữ số và ký hiệu.",
  }),
  "caller/unknown": () => ({
    what: "Phiên làm việc đã hết.",
    next: "Xin đăng nhập lại. Những gì đã nhập vẫn còn trên máy này.",
  }),
  "caller/wrong-password": () => ({
    what: "Hội đồng, tên đăng nhập hoặc mật khẩu không đúng.",
    next: "Xin nhập lại. Quên mật khẩu thì xin chuyên viên thường trực cấp phiếu mới.",
  }),
  "ceremony/exists": () => ({
    what: "Bộ khóa này đã dùng cho một cuộc bỏ phiếu, không làm lại được.",
    next: "Xin dùng các mảnh khóa đã giao. Nếu mất từ hai mảnh, xin hủy cuộc bỏ phiếu và bỏ bằng phiếu giấy.",
  }),
  "ceremony/missing": () => ({
    what: "Chưa tạo khóa hòm phiếu cho hội nghị này.",
    next: "Xin tổ kiểm phiếu tạo khóa và thử đủ ba cặp mảnh trước.",
  }),
  "ceremony/no-keys-left": () => ({
    what: "Đã dùng hết các khóa của hội nghị này.",
    next: "Xin bỏ bằng phiếu giấy, hoặc mở một hội nghị khác với bộ khóa mới.",
  }),
  "ceremony/not-rehearsed": () => ({
    what: "Chưa mở được: cần thử khóa hòm với đủ ba cặp mảnh.",
    next: "Xin tổ kiểm phiếu thử nốt các cặp còn thiếu.",
  }),
  "ceremony/over": () => ({
    what: "Các mảnh khóa đã hủy, hội nghị này không mở thêm hòm được nữa.",
    next: "Cần bỏ phiếu tiếp, xin dùng phiếu giấy hoặc mở hội nghị khác.",
  }),
  "ceremony/wrong-answer": () => ({
    what: "Hai mảnh này không mở được khóa thử.",
    next: "Xin quét lại từng mảnh. Nếu vẫn không được, xin tạo lại bộ khóa trước khi bỏ phiếu thật.",
  }),
  "cluster/changed-meanwhile": changedBy("thiết đặt của cụm"),
  "cluster/head-no-member": (about) => ({
    what: `${about.unit("Đơn vị này")} không phải thành viên của cụm.`,
    next: "Cụm trưởng, cụm phó chọn trong các thành viên.",
  }),
  "cluster/in-use": (about) => ({
    what: `${about.text("cluster", "Cụm này")} đã có ${about.all("stands", resting)} nên không xóa được.`,
    next: "Không dùng nữa thì chuyển hết thành viên sang cụm khác; cụm ở lại để đọc.",
  }),
  "cluster/member-twice": (about) => ({
    what: `${about.unit("Một đơn vị")} có tên hai lần.`,
    next: "Mời bỏ bớt một lần.",
  }),
  "cluster/too-many-at-once": (about) => ({
    what: `Một lần chuyển chạm đến hơn ${about.text("most")} cụm.`,
    next: "Mời chuyển ít đơn vị hơn, làm vài lần.",
  }),
  "cluster/too-many-members": (about) => ({
    what: `${about.text("cluster", "Cụm")} sẽ có hơn ${about.text("most")} đơn vị.`,
    next: "Mời chuyển bớt sang cụm khác, hoặc lập thêm cụm.",
  }),
  "cluster/unknown": gone("cụm này trong năm"),
  "comment/too-many": () => ({
    what: "Dòng này đã có quá nhiều trao đổi.",
    next: "Mời gặp trực tiếp người thẩm định, hoặc ghi vào giải trình.",
  }),
  "conference/changed-meanwhile": () => ({ what: "Người khác vừa đổi chương trình hội nghị.", next: reload }),
  "conference/ended": () => ({
    what: "Hội nghị đã kết thúc.",
    next: "Cần làm tiếp, xin mở một hội nghị khác.",
  }),
  "conference/unknown": () => ({
    what: "Không tìm thấy hội nghị này.",
    next: "Xin quét lại mã trên thẻ, hoặc gọi tổ kiểm phiếu.",
  }),
  "council/changed-meanwhile": changed("thông tin hội đồng"),
  "council/exists": () => ({ what: "Đã có hội đồng mang mã này.", next: "Xin chọn mã khác." }),
  "covenant/already-signed": (about) => ({
    what: `${about.unit("Đơn vị")} đã ký giao ước này.`,
    next: "Không cần ký lần nữa.",
  }),
  "covenant/changed-meanwhile": () => ({
    what: "Giao ước vừa được sửa, chữ ký trên bản trước không dùng cho bản này.",
    next: "Mời tải lại trang, đọc bản mới rồi ký.",
  }),
  "covenant/signed-by-some": (about) => ({
    what: `${about.unit("Một đơn vị")} đã ký bản này.`,
    next: "Sửa thì các đơn vị đã ký phải ký lại. Mời tải lại trang soạn rồi xác nhận.",
  }),
  "covenant/unknown": () => ({
    what: "Cụm chưa có giao ước năm này.",
    next: "Cụm trưởng hoặc chuyên viên thường trực soạn giao ước trước.",
  }),
  "cross-check/not-yours": (about) => ({
    what: `Phiếu của ${about.unit("đơn vị này")} đã giao cho đơn vị khác chấm chéo.`,
    next: "Cụm trưởng hoặc chuyên viên thường trực có thể phân công lại ở trang Chấm chéo.",
  }),
  "cross-check/recused": (about) => ({
    what: `Đơn vị đã từ chối thẩm định ${about.unit("đơn vị này")}, có ghi lý do.`,
    next: "Xin phân công đơn vị khác, hoặc bỏ ghi từ chối ở trang Chấm chéo.",
  }),
  "decision/exists": () => ({ what: "Quyết định này đã được ghi.", next: reload }),
  "decision/in-force": () => ({
    what: "Khen thưởng này đang có hiệu lực, không có gì để khôi phục.",
    next: reload,
  }),
  "decision/revoked": () => ({
    what: "Khen thưởng này đã được ghi là thu hồi.",
    next: "Mời xem quyết định thu hồi trong sổ khen thưởng. Nếu được khôi phục, xin ghi quyết định khôi phục.",
  }),
  "decision/unknown": () => ({
    what: "Sổ khen thưởng của năm này không có quyết định khen thưởng đó.",
    next: "Mời mở sổ khen thưởng và chọn lại dòng cần ghi.",
  }),
  "demo/not-here": () => ({
    what: "Việc này không làm được trong hội đồng thử.",
    next: "Hội đồng thử không công bố ra ngoài và không mở thêm hội đồng thử. Xin làm ở hội đồng của mình.",
  }),
  "demo/over": () => ({
    what: "Hội đồng thử này đã bỏ hoặc đã hết ngày.",
    next: "Không ai vào được nữa. Mời về hội đồng của mình; muốn thử tiếp thì mở hội đồng thử mới.",
  }),
  "evidence/no-reason": () => ({
    what: "Trả lại minh chứng mà chưa có lý do.",
    next: "Mời ghi lý do để đơn vị biết cần bổ sung gì.",
  }),
  "evidence/not-arrived": () => ({
    what: "Tệp chưa lên đến nơi.",
    next: "Mời gửi lại tệp này.",
  }),
  "evidence/not-that-kind": () => ({
    what: "Tệp này không phải ảnh hoặc PDF đọc được.",
    next: "Mời chụp ảnh văn bản, hoặc lưu thành PDF rồi gửi lại.",
  }),
  "evidence/on-its-way": () => ({
    what: "Còn tệp minh chứng chưa gửi xong.",
    next: "Xin đợi gửi xong, hoặc hủy gửi tệp đó, rồi nộp phiếu.",
  }),
  "evidence/too-large": () => ({
    what: "Tệp lớn quá 10 MB.",
    next: "Mời chia nhỏ tệp PDF, hoặc chụp ảnh từng trang.",
  }),
  "evidence/too-many": (about) =>
    about.has("line")
      ? {
          what: `Dòng ${about.text("line")} đã đủ ${about.text("most")} tệp.`,
          next: "Mời bỏ bớt một tệp, hoặc gộp nhiều trang vào một PDF.",
        }
      : {
          what: `Phiếu này đã đủ ${about.text("most")} tệp.`,
          next: "Mời bỏ bớt tệp, hoặc ghi số văn bản thay cho tệp.",
        },
  "evidence/unknown": () => ({
    what: "Minh chứng này không còn ở đó.",
    next: "Mời tải lại trang để xem bản mới nhất.",
  }),
  "handover/unknown": (about) => ({
    what: `Chưa có biên bản bàn giao cho ${about.unit("đơn vị này")}.`,
    next: "Cụm trưởng năm nay lập biên bản bàn giao trước.",
  }),
  "import/changed-meanwhile": changed("đợt nhập này"),
  "import/in-use": (about) => ({
    what: `Không hoàn tác được nữa: ${about.text("count")} mục đã có người dùng, như ${about.text("first")}.`,
    next: "Xin sửa từng đơn vị, hoặc ngừng dùng từng tài khoản.",
  }),
  "import/no-table": () => ({
    what: "Tệp không có bảng nào đọc được.",
    next: "Mời xem lại tệp rồi nhập lần nữa.",
  }),
  "import/unknown": gone("đợt nhập này"),
  "movement/changed-meanwhile": changed("phong trào này"),
  "movement/contribution-exists": () => ({
    what: "Kết quả này đã được ghi.",
    next: "Không cần ghi lần nữa.",
  }),
  "movement/contribution-unknown": gone("kết quả này"),
  "movement/unknown": gone("phong trào này"),
  "network/lost": () => app.lost,
  "nomination/exists": () => ({ what: "Đề nghị này đã có.", next: reload }),
  "nomination/not-passed": (about) => ({
    what: `${about.unit("Đơn vị này")} không được cụm bình chọn nên chưa đề nghị được.`,
    next: "Xin xem lại kết quả bỏ phiếu.",
  }),
  "nomination/unknown": gone("đề nghị này"),
  "nomination/withdrawn": () => ({
    what: "Đề nghị này đã rút.",
    next: "Cần đề nghị lại, xin lập đề nghị mới.",
  }),
  "notice/changed-meanwhile": changed("thông báo"),
  "notice/unknown": gone("thông báo này"),
  "office/own-sheet": (about) => ({
    what: "Đơn vị không thẩm định phiếu của chính mình.",
    next: `Phiếu của ${about.unit("đơn vị này")} do cụm trưởng, cụm phó khác hoặc đơn vị được phân công thẩm định.`,
  }),
  "person/changed-meanwhile": changed("thông tin người này"),
  "person/no-unit": () => ({ what: "Người này chưa thuộc đơn vị nào.", next: "Mời chọn đơn vị trước." }),
  "person/own-role": () => ({
    what: "Không tự đổi vai trò hoặc tự ngừng tài khoản của mình.",
    next: "Việc này do một chuyên viên thường trực khác làm.",
  }),
  "person/unknown": gone("người này"),
  "phase/moved-meanwhile": (about) => ({
    what: `${about.hand("Người khác")} vừa dời hạn này sang ${about.moment("is")}.`,
    next: "Xin xem hạn mới, rồi dời lại nếu vẫn cần.",
  }),
  "phase/not-now": (about) =>
    about.has("from")
      ? {
          what: `Chưa đến lúc: cụm đang ở giai đoạn ${about.phase("khác")}.`,
          next: `Làm được từ ${about.moment("from")}.`,
        }
      : {
          what: about.has("until")
            ? `Đã hết hạn lúc ${about.moment("until")}.`
            : `Không làm được ở giai đoạn ${about.phase("này")}.`,
          next: "Cần thêm thời gian, xin gọi cụm trưởng hoặc chuyên viên thường trực.",
        },
  "phase/order": () => ({
    what: "Giai đoạn sau không thể bắt đầu trước giai đoạn trước.",
    next: "Mời chọn lại ngày giờ.",
  }),
  "poll/already-cast": (about) => ({
    what: `${about.unit("Đơn vị")} đã bỏ phiếu, phiếu đã vào hòm.`,
    next: "Nếu đơn vị chưa bỏ, xin báo tổ kiểm phiếu.",
  }),
  "poll/being-counted": () => ({
    what: "Tổ kiểm phiếu đang kiểm cuộc bỏ phiếu này.",
    next: "Mời đợi ít giây rồi xem kết quả.",
  }),
  "poll/candidate-no-member": () => ({
    what: "Có tên không thuộc cụm.",
    next: "Mời chọn trong các thành viên.",
  }),
  "poll/candidate-twice": () => ({ what: "Một tên có hai lần trên phiếu.", next: "Mời bỏ bớt một lần." }),
  "poll/changed-meanwhile": changed("cuộc bỏ phiếu này"),
  "poll/equal-envelopes": () => ({
    what: "Có hai phong bì giống hệt nhau, hòm chưa niêm phong.",
    next: "Xin báo chủ trì hủy cuộc bỏ phiếu này và bỏ lại.",
  }),
  "poll/no-quorum": () => ({
    what: "Chưa đủ số đại biểu để bỏ phiếu.",
    next: "Xin chờ thêm đại biểu điểm danh, hoặc chủ trì quyết định vẫn mở; khi ấy không ai trúng.",
  }),
  "poll/no-rule": () => ({ what: "Chưa ghi cách tính trúng cử.", next: "Mời ghi thể lệ rồi mở bỏ phiếu." }),
  "poll/no-seats": () => ({
    what: "Không còn chỗ để bầu ở vòng này.",
    next: "Xin xem kết quả các vòng trước.",
  }),
  "poll/not-in-round": () => ({
    what: "Đơn vị này không có tên ở vòng này.",
    next: "Xin xem kết quả vòng trước.",
  }),
  "poll/not-now": () => ({ what: "Cuộc bỏ phiếu không ở trạng thái làm được việc này.", next: reload }),
  "poll/not-present": (about) => ({
    what: `${about.unit("Đơn vị")} được ghi là vắng mặt nên không bỏ phiếu ở đây.`,
    next: "Nếu có mặt, xin báo tổ kiểm phiếu.",
  }),
  "poll/not-settled": () => ({
    what: "Hòm vừa đóng, còn chờ những phiếu đang trên đường.",
    next: "Vài giây nữa sẽ niêm phong được.",
  }),
  "poll/out-of-rule": (about) => ({
    what: outOfRule[about.text("fault")] ?? "Phiếu không đúng thể lệ.",
    next: "Mời đại biểu ghi lại phiếu, trong lúc hòm còn mở.",
  }),
  "poll/papers-differ": () => ({
    what: "Số phiếu giấy không khớp với số đơn vị có mặt.",
    next: "Xin đếm lại phiếu.",
  }),
  "poll/still-open": () => ({ what: "Cuộc bỏ phiếu còn đang mở.", next: "Mời đợi kết thúc rồi kiểm phiếu." }),
  "poll/unanimous": () => ({
    what: "Mọi phiếu giống nhau: công bố con số là cho biết từng người đã chọn gì.",
    next: "Xin chủ trì chọn công bố con số, hay chỉ công bố đạt hoặc không đạt.",
  }),
  "poll/unknown": gone("cuộc bỏ phiếu này"),
  "publication/bad-picture": () => ({
    what: "Ảnh chia sẻ không đúng khuôn 1200 × 630.",
    next: "Mời tải lại trang rồi công bố lại; trang tự vẽ ảnh.",
  }),
  "publication/changed-meanwhile": () => ({
    what: "Số liệu vừa đổi, không còn như bản xem trước.",
    next: "Mời xem lại bản mới rồi công bố.",
  }),
  "publication/not-ready": () => ({
    what: "Phần này chưa công bố được.",
    next: "Cần công bố xếp hạng, có quyết định hoặc công nhận trước. Lý do ghi cạnh từng phần.",
  }),
  "publication/under-way": () => ({
    what: "Một chuyên viên khác đang công bố hoặc gỡ trang này.",
    next: "Mời đợi nửa phút, tải lại trang rồi làm tiếp.",
  }),
  "publication/unknown": () => ({
    what: "Trang này chưa từng công bố.",
    next: "Mời chọn lại trong danh sách.",
  }),
  "ranking/not-announced": () => ({
    what: "Xếp hạng chưa công bố.",
    next: "Cụm trưởng hoặc chuyên viên thường trực công bố khi thẩm định xong.",
  }),
  "reading/does-not-add-up": () => ({
    what: "Các con số không khớp với hòm đã niêm phong.",
    next: "Xin mở hòm lại trên máy này và nhập lại phiếu giấy.",
  }),
  "reading/entered": () => ({
    what: "Máy này đã gửi kết quả đếm.",
    next: "Xin dùng một máy khác để đếm lại.",
  }),
  "request/malformed": () => ({ what: "Có chỗ nhập chưa đúng dạng.", next: check }),
  "request/too-large": () => ({ what: "Nội dung gửi quá lớn.", next: "Mời chia nhỏ rồi gửi lại." }),
  "register/not-published": () => ({
    what: "Hội đồng chưa công bố sổ khen thưởng.",
    next: "Cần hỏi, xin liên hệ thường trực hội đồng.",
  }),
  "roll/delegate-twice": () => ({
    what: "Một đại biểu có tên hai lần trong danh sách.",
    next: "Mời bỏ bớt một lần rồi lưu lại.",
  }),
  "roll/delegate-unknown": () => ({
    what: "Không có đại biểu này trong danh sách.",
    next: "Xin xem lại danh sách đại biểu.",
  }),
  "roll/held-fast": () => ({
    what: "Đang có hòm phiếu mở, danh sách đại biểu tạm khóa.",
    next: "Xin đợi đếm xong rồi sửa.",
  }),
  "roll/missing": () => ({
    what: "Chưa có danh sách đại biểu.",
    next: "Xin nhập danh sách đại biểu rồi làm lại.",
  }),
  "roll/unit-twice": () => ({
    what: "Một đơn vị có hai đại biểu, trong khi mỗi đơn vị chỉ một phiếu.",
    next: "Xin để một đại biểu cho mỗi đơn vị, hoặc chọn cách mỗi đại biểu một phiếu.",
  }),
  "route/unknown": () => ({ what: "Trang này không còn hoặc đã đổi.", next: "Mời tải lại trang." }),
  "scheme/changed-meanwhile": changed("bảng tiêu chí"),
  "scheme/code-twice": (about) => ({
    what: `Mã ${about.text("line")} dùng hai lần trong bảng tiêu chí.`,
    next: "Mời đổi một mã.",
  }),
  "scheme/not-published": () => ({
    what: "Cụm chưa có bảng tiêu chí được ban hành.",
    next: "Chuyên viên thường trực ban hành bảng tiêu chí thì chấm được.",
  }),
  "scheme/steps-overlap": (about) => ({
    what: `Dòng ${about.text("line")} có hai bậc cùng mốc.`,
    next: "Mời sửa mốc của một bậc.",
  }),
  "scheme/total-differs": (about) => ({
    what: `Các dòng cộng lại ${about.text("sum")}, khác tổng ${about.text("total")} điểm.`,
    next: "Mời sửa cho khớp.",
  }),
  "scheme/unknown": gone("bảng tiêu chí này"),
  "server/bug": () => ({
    what: "Có lỗi ở phía chúng tôi, không phải do người dùng.",
    next: "Những gì đã nhập vẫn còn trên máy này. Xin thử lại sau ít phút.",
  }),
  "server/timeout": () => ({ what: "Máy chủ trả lời quá chậm.", next: "Xin thử lại sau ít phút." }),
  "sheet/bad-input": (about) => ({
    what: `Số nhập ở dòng ${about.text("line")} không hợp với cách chấm.`,
    next: check,
  }),
  "sheet/changed-meanwhile": () => ({
    what: "Nhiều người đang lưu phiếu này cùng lúc.",
    next: "Xin thử lại.",
  }),
  "sheet/line-changed": () => ({
    what: "Người khác vừa đổi cùng dòng này.",
    next: "Mời xem hai giá trị và chọn một.",
  }),
  "sheet/missing-lines": (about) => ({
    what: `Còn dòng chưa chấm: ${about.lines()}.`,
    next: "Mời chấm tiếp, hoặc ghi rõ là để trống.",
  }),
  "sheet/no-reason": (about) => ({
    what: `Dòng ${about.text("line")} khác điểm tự chấm mà chưa có lý do.`,
    next: "Mời ghi lý do rồi lưu.",
  }),
  "sheet/not-assigned": (about) => ({
    what: `Dòng ${about.text("line")} không giao cho đơn vị này.`,
    next: "Không cần chấm dòng này.",
  }),
  "sheet/not-submitted": (about) => ({
    what: `${about.unit("Đơn vị")} chưa nộp phiếu.`,
    next: "Đợi đơn vị nộp rồi thẩm định.",
  }),
  "sheet/not-yours": (about) => ({
    what: `Dòng ${about.text("line")} do nơi khác ghi.`,
    next: "Dòng này thường trực hội đồng hoặc cơ quan chuyên ngành ghi.",
  }),
  "sheet/submitted": (about) => ({
    what: about.has("at")
      ? `Phiếu đã nộp lúc ${about.moment("at")} nên không sửa.`
      : "Phiếu đã nộp nên không sửa.",
    next: "Cần sửa, xin chuyên viên thường trực trả lại phiếu.",
  }),
  "sheet/unknown-line": (about) => ({
    what: `Bảng tiêu chí không có dòng ${about.text("line")}.`,
    next: reload,
  }),
  "succession/changed-meanwhile": changed("kết quả bầu"),
  "succession/unknown": gone("kết quả bầu này"),
  "ticket/throttled": () => ({
    what: "Có quá nhiều mã thẻ không đúng trong một phút.",
    next: "Xin đợi một phút, hoặc quét mã QR trên thẻ thay vì gõ.",
  }),
  "ticket/unknown": () => ({
    what: "Thẻ này không đúng, hoặc đã được thay bằng thẻ khác.",
    next: "Xin xem lại tám ký tự trên thẻ, hoặc xin tổ kiểm phiếu cấp lại thẻ.",
  }),
  "unit/changed-meanwhile": changed("thông tin đơn vị"),
  "unit/placed-meanwhile": (about) => ({
    what: `${about.hand("Người khác")} vừa xếp lại ${about.unit("đơn vị này")}${about.has("cluster") ? ` vào ${about.text("cluster")}` : ""}.`,
    next: "Trang đã đọc lại các cụm. Xin xem rồi chuyển lại nếu vẫn cần.",
  }),
  "unit/successor-circle": () => ({
    what: "Đơn vị nhận lại trở về chính đơn vị này.",
    next: "Mời chọn đơn vị nhận khác.",
  }),
  "unit/unknown": (about) => ({
    what: `Không có đơn vị ${about.text("unit")} trong cụm.`,
    next: "Mời chọn trong danh sách.",
  }),
  "year/changed-meanwhile": changedBy("cài đặt của năm"),
  "year/closed": () => ({
    what: "Năm đã đóng, mọi số liệu giữ nguyên.",
    next: "Cần đính chính, xin gọi chuyên viên thường trực.",
  }),
  "year/no-reason": () => ({
    what: "Lịch của năm đổi mà chưa có lý do.",
    next: "Mời ghi lý do rồi lưu.",
  }),
  "year/not-closed": () => ({
    what: "Năm chưa đóng nên chưa có bản lưu.",
    next: "Bản lưu có sau khi đóng năm.",
  }),
  "year/unknown": gone("năm này"),
};

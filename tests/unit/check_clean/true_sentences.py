"""True sentences that look wrong at first sight, told in the yearly report of a commune. All people and figures are
invented."""

# What was done in 2024: counts, rates, money, dates, citations and names, all of them right.
RESULTS = (
    "Tỷ lệ hộ nghèo giảm bình quân 0,5 điểm %/năm, từ 4,0% năm 2021 xuống còn 2,5% năm 2024.",
    "Số hộ nghèo giảm 25%, từ 40 hộ xuống còn 30 hộ.",
    "Thôn 1 giảm 3 hộ, từ 9 hộ xuống còn 6 hộ; thôn 2 giảm 2 hộ, từ 5 hộ xuống còn 3 hộ.",
    (
        "Thu nhập bình quân đầu người đạt 62 triệu đồng/năm, tăng 4,5 triệu đồng so với năm 2023 (57,5 triệu "
        "đồng), tăng 7,83%."
    ),
    (
        "Số hộ nghèo đầu năm là 40 hộ, trong năm thoát nghèo 14 hộ, phát sinh mới 03 hộ, tái nghèo 01 hộ; cuối "
        "năm còn 30 hộ."
    ),
    (
        "Doanh số cho vay 5.120 triệu đồng với 98 lượt khách hàng, trong đó cho vay hộ nghèo 1.200 triệu đồng "
        "với 20 lượt hộ."
    ),
    (
        "Tổng dư nợ 35,27 tỷ đồng, trong đó một số chương trình có dư nợ lớn: hộ cận nghèo 12,3 tỷ đồng; nước "
        "sạch 9,8 tỷ đồng."
    ),
    "Có 120 hộ vay vốn, gồm 35 hộ nghèo, 42 hộ cận nghèo, 43 hộ mới thoát nghèo.",
    "Giải ngân 450 triệu đồng/500 triệu đồng, đạt 90%.",
    "Thu ngân sách đạt 112,4% dự toán huyện giao và 105,1% dự toán Hội đồng nhân dân xã giao.",
    "Hỗ trợ 1.350.000 đồng x 12 tháng x 10 người = 162.000.000 đồng (một trăm sáu mươi hai triệu đồng).",
    "Hai mươi mốt hộ được sửa nhà, trong đó 15 hộ nghèo và 6 hộ cận nghèo.",
    "Cả xã có 9 thôn, 1.430 hộ, 5.210 khẩu; tỷ lệ hộ nghèo 2,10% (30 hộ), tỷ lệ hộ cận nghèo 3,15% (45 hộ).",
    (
        "Trong 30 hộ nghèo, có 12 hộ là người cao tuổi, 10 hộ có người khuyết tật (có hộ thuộc cả hai nhóm), "
        "15 hộ do phụ nữ làm chủ hộ."
    ),
    "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi là 14,2%, giảm 0,8 điểm phần trăm so với năm 2023.",
    "Tỷ lệ người dân tham gia bảo hiểm y tế đạt 94,5%, vượt 0,5 điểm phần trăm so với chỉ tiêu 94%.",
    "Đã mở 03 lớp với 75 học viên; lớp 1 có 25 học viên, lớp 2 có 26 học viên, lớp 3 có 24 học viên.",
    (
        "Khoản 1 Điều 5, điểm b khoản 2 Điều 12 và Điều 21 Nghị định số 27/2022/NĐ-CP ngày 19/4/2022 của Chính "
        "phủ được áp dụng."
    ),
    "Hộ nghèo giảm từ 40 hộ (đầu năm) xuống 30 hộ (cuối năm), giảm 10 hộ, tương đương 25,0%.",
    "Cơ cấu lao động: nông nghiệp 35,5%; công nghiệp - xây dựng 40,2%; dịch vụ 24,3%.",
    "So với năm 2023, số hộ cận nghèo tăng 5 hộ, từ 40 hộ lên 45 hộ.",
    "Số người được hỗ trợ tăng gấp đôi, từ 50 người lên 100 người.",
    "Vốn sự nghiệp năm 2023 chuyển sang 38 triệu đồng, vốn năm 2024 là 887 triệu đồng, tổng cộng 925 triệu đồng.",
    "Đạt 7/8 chỉ tiêu, 01 chỉ tiêu chưa đạt.",
    "Nhiệt độ xuống dưới 10 độ C trong 5 ngày, 12 con bò bị chết, thiệt hại khoảng 180 triệu đồng.",
    "Giải quyết việc làm cho 82 lao động, vượt 2,5% kế hoạch năm (80 lao động).",
    (
        "Tổng kinh phí 1,25 tỷ đồng, gồm ngân sách trung ương 950 triệu đồng, ngân sách địa phương 200 triệu "
        "đồng, Nhân dân đóng góp 100 triệu đồng."
    ),
    "Mỗi hộ được hỗ trợ từ 10 - 15 triệu đồng; 20 hộ nhận 260 triệu đồng, bình quân 13 triệu đồng/hộ.",
    "Trong đó, 8 hộ thoát nghèo bền vững, 6 hộ trở thành hộ cận nghèo.",
    "Xã có 30 hộ nghèo, 98 khẩu (bình quân 3,27 khẩu/hộ).",
    "Tỷ lệ hộ nghèo cuối năm 2024 là 2,10%, thấp hơn bình quân chung của huyện (2,85%) 0,75 điểm phần trăm.",
    (
        "Đến ngày 30/11/2024 đã giải ngân 820 triệu đồng, đạt 92,4% kế hoạch (887 triệu đồng); ước đến ngày "
        "31/01/2025 đạt 100%."
    ),
    "Hộ nghèo dân tộc thiểu số: không có; hộ nghèo người có công: 0 hộ.",
    "Chi 15.600.000đ cho 13 hộ, mỗi hộ 1.200.000đ.",
    "Số hộ nghèo là 30 hộ, giảm 10 hộ so với đầu năm; số hộ cận nghèo là 45 hộ, tăng 5 hộ so với đầu năm.",
    "Đầu năm có 40 hộ nghèo; đến cuối năm còn 30 hộ nghèo, giảm 10 hộ (đạt 125% kế hoạch giao giảm 8 hộ).",
    "Thoát nghèo 14 hộ, phát sinh 04 hộ, như vậy giảm ròng 10 hộ, từ 40 hộ xuống còn 30 hộ.",
    "Trong số 98 khẩu nghèo có 52 nữ, chiếm 53,1%, 46 nam, chiếm 46,9%.",
    "Tổng số lao động 3.120 người, lao động có việc làm 2.996 người (96,03%), thất nghiệp 124 người (3,97%).",
    "Xây dựng 12 nhà, trong đó xây mới 7 nhà, sửa chữa 5 nhà; đã hoàn thành 10/12 nhà, đạt 83,3%.",
    "Chính sách tiền điện: 98 hộ x 61.600 đồng x 4 quý = 24.147.200 đồng.",
    "Cấp 98 thẻ bảo hiểm y tế cho người nghèo, 142 thẻ cho người cận nghèo, tổng cộng 240 thẻ.",
    "Vận động được 86,5 triệu đồng, bằng 173% chỉ tiêu (50 triệu đồng).",
    "Kế hoạch giảm 8 hộ, thực hiện giảm 10 hộ, vượt 2 hộ, bằng 125% kế hoạch.",
    "Năm 2022 có 58 hộ nghèo, năm 2023 có 40 hộ nghèo, năm 2024 có 30 hộ nghèo.",
    "Tỷ lệ hộ nghèo các năm: 2022: 4,06%; 2023: 2,80%; 2024: 2,10%.",
    "Toàn xã có 30 hộ nghèo: thôn Đông 5 hộ; thôn Tây 8 hộ; thôn Nam 7 hộ; thôn Bắc 10 hộ.",
    "Toàn xã có 30 hộ nghèo, nhiều nhất là thôn Bắc 10 hộ, ít nhất là thôn Đông 5 hộ.",
    (
        "Hộ thiếu hụt chỉ số: việc làm 12/30 hộ (40,0%); bảo hiểm y tế 3/30 hộ (10,0%); nhà tiêu hợp vệ sinh "
        "18/30 hộ (60,0%)."
    ),
    "Tỷ lệ hộ dùng nước hợp vệ sinh 99,2%; trong đó nước sạch theo quy chuẩn 67,5%.",
    "Kinh phí 64 triệu đồng, đã chi 60,8 triệu đồng (95%), còn 3,2 triệu đồng (5%).",
    "Mức vay tối đa 100 triệu đồng/hộ, lãi suất 6,6%/năm, thời hạn tối đa 120 tháng.",
    "Mỗi năm giảm 1-1,5% hộ nghèo theo Nghị quyết Đảng bộ xã nhiệm kỳ 2020-2025.",
    "Thu nhập bình quân tăng từ 57,5 triệu đồng lên 62 triệu đồng/người/năm (tăng 7,8%).",
    "Đàn bò tăng từ 120 con lên 138 con, tăng 15%; đàn lợn giảm từ 1.500 con xuống 1.350 con, giảm 10%.",
    "Số hộ nghèo giảm 10 hộ so với năm 2023, giảm 28 hộ so với năm 2022 và giảm 45 hộ so với năm 2021.",
    "Từ 40 hộ nghèo năm 2023 đến nay còn 30 hộ nghèo, trong đó 12 hộ không có khả năng lao động.",
    "Tổ chức 04 cuộc kiểm tra tại 09 thôn, 18 buổi tuyên truyền với 1.260 lượt người dự, bình quân 70 người/buổi.",
    (
        "Đã trợ cấp cho 312 đối tượng bảo trợ xã hội với 2,1 tỷ đồng; trong đó người cao tuổi 180 người, người "
        "khuyết tật 120 người, trẻ mồ côi 12 người."
    ),
    "Tỷ lệ lao động qua đào tạo đạt 71,4%; trong đó có bằng cấp, chứng chỉ đạt 29,8%.",
    "Quý I (tháng 1 - 3) giải ngân 10%, quý II (tháng 4 - 6) giải ngân 35%, lũy kế 6 tháng đạt 45%.",
    "Ngày Chủ nhật, 06/10/2024, xã tổ chức chạy bộ gây quỹ thu 12,4 triệu đồng.",
    (
        "Ngày 17/10/2024 (thứ Năm) là Ngày quốc tế xóa nghèo; xã trao 20 suất quà, mỗi suất 500.000 đồng, tổng "
        "trị giá 10 triệu đồng."
    ),
    "Đạt trên 100% kế hoạch; nhiều chỉ tiêu đạt từ 105% đến 120%.",
    "Kế hoạch năm 85 lao động, thực hiện 82 lao động, đạt 96,5%.",
    "Có 82/85 lao động được giải quyết việc làm, đạt 96,5% kế hoạch năm.",
    (
        "Giá trị sản xuất đạt 415 tỷ đồng, tăng 9,2% so với cùng kỳ; nông nghiệp 120 tỷ đồng, công nghiệp 165 "
        "tỷ đồng, dịch vụ 130 tỷ đồng."
    ),
    "Thực hiện Nghị quyết số 09-NQ/ĐU ngày 12/01/2024 của Ban Chấp hành Đảng bộ xã, các chi bộ đã đăng ký giúp 10 hộ.",
    (
        "Chỉ thị số 05-CT/TW ngày 23/6/2021 của Ban Bí thư về tăng cường sự lãnh đạo của Đảng đối với công tác "
        "giảm nghèo bền vững đến năm 2030 được quán triệt tới 100% chi bộ."
    ),
    (
        "Theo Công văn số 245/LĐTBXH-BTXH ngày 15/3/2024 của Phòng Lao động - Thương binh và Xã hội huyện Cẩm "
        "Xuyên, xã đã rà soát đối tượng."
    ),
    "Áp dụng Quyết định số 12/2024/QĐ-UBND ngày 20/5/2024 của Ủy ban nhân dân tỉnh Hà Tĩnh quy định mức hỗ trợ.",
    "Luật Người cao tuổi số 39/2009/QH12 ngày 23/11/2009 của Quốc hội được tuyên truyền tại 9 thôn.",
    "Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ không áp dụng trên địa bàn xã.",
    "Nghị quyết số 111/2024/QH15 ngày 18/01/2024 của Quốc hội cho phép kéo dài vốn năm 2023 đến hết ngày 31/12/2024.",
    "Xã ký hợp đồng số 12/HĐ-UBND ngày 10/7/2024 với hợp tác xã về cung ứng giống.",
    "Kế hoạch số 15/KH-MTTQ ngày 20/3/2024 của Ủy ban Mặt trận Tổ quốc Việt Nam xã Cẩm Duệ về giám sát đã hoàn thành.",
    (
        "Kế hoạch số 03/KH-BCĐ ngày 05/02/2024 của Ban Chỉ đạo xã và Quyết định số 03/QĐ-UBND ngày 11/01/2024 "
        "của Ủy ban nhân dân xã Cẩm Duệ đều đã thực hiện."
    ),
    "Đoàn của huyện Cẩm Xuyên, tỉnh Hà Tĩnh học tập kinh nghiệm tại xã Hoằng Quý, huyện Hoằng Hóa, tỉnh Thanh Hóa.",
    "Lao động làm việc tại Thành phố Hồ Chí Minh, thành phố Hà Nội và tỉnh Bình Dương là 15 người.",
    "Xã nông thôn mới nâng cao, xã bạn và các xã lân cận đã chia sẻ kinh nghiệm; huyện nhà hỗ trợ 50 triệu đồng.",
    "Mẫu số 7.1, Mẫu số 7.2 và Phụ lục số 02 được dùng khi rà soát.",
    "Số điện thoại đường dây nóng 0239.3861.234 và hộp thư gopy@camdue.example tiếp nhận phản ánh 24/7.",
    "Tài khoản Quỹ “Vì người nghèo” số 3761.0.1234567.00000 mở tại Kho bạc Nhà nước.",
    "Nghị quyết số 24/NQ-HĐND ngày 20/12/2023 của Hội đồng nhân dân xã Cẩm Duệ giao chỉ tiêu giảm 8 hộ nghèo.",
    (
        "Quyết định số 118/QĐ-UBND ngày 26/02/2024 của Ủy ban nhân dân huyện Cẩm Xuyên và Quyết định số "
        "118/QĐ-UBND ngày 03/3/2023 của Ủy ban nhân dân huyện Cẩm Xuyên đều về giao vốn, lần lượt là 887 triệu "
        "đồng và 800 triệu đồng."
    ),
    (
        "Thông tư liên tịch số 15/2014/TTLT-BLĐTBXH-BTC ngày 30/6/2014 của Bộ Lao động - Thương binh và Xã "
        "hội, Bộ Tài chính đã được thay thế."
    ),
    (
        "Báo cáo số 31/BC-UBND ngày 14/6/2024 và Báo cáo số 32/BC-UBND ngày 14/6/2024 của Ủy ban nhân dân xã "
        "Cẩm Duệ đã gửi đúng hạn."
    ),
    (
        "Quyết định 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng (sau đây gọi là Quyết định 90) là căn cứ chính; "
        "Quyết định 90 quy định 7 dự án."
    ),
    "Mở 03 lớp, mỗi lớp 30 học viên, tổng số 90 học viên; có 85 học viên được cấp chứng nhận.",
    "Tập huấn cho 100 người, chia thành 3 lớp, bình quân 33 người/lớp.",
    "Mỗi thôn có 1 tổ giúp việc gồm 5 người; 9 thôn có 9 tổ với 45 người.",
    "Mở 2 lớp, mỗi lớp từ 25 - 30 người, tổng số 58 người.",
    "Hội Nông dân xã có 320 hội viên, lập 4 nhóm, mỗi nhóm 12 hội viên nuôi bò.",
    "Hoàn thành 100% kế hoạch, vượt tiến độ 15 ngày.",
    "Thực hiện 100% kế hoạch năm, vượt 5% so với cùng kỳ năm 2023.",
    "Có 5 chỉ tiêu đạt 100% kế hoạch, 2 chỉ tiêu vượt kế hoạch.",
    "Triển khai 3 nội dung: tuyên truyền; tập huấn; hỗ trợ con giống.",
    "Rà soát chia làm hai đợt: đợt 1 từ tháng 3, đợt 2 từ tháng 9.",
    "Thực hiện 4 nhiệm vụ: (1) rà soát; (2) niêm yết; (3) họp dân; (4) báo cáo.",
    "Triển khai 5 hoạt động, tiêu biểu: tuyên truyền; tập huấn.",
    "Hoàn thành 3/4 nội dung: tuyên truyền; tập huấn; cấp giống.",
)

# Targets for 2025 of a commune with 30 poor households, 2,10 %.
TARGETS = (
    "Phấn đấu giảm tỷ lệ hộ nghèo từ 2,10% xuống dưới 1,5%.",
    "Giảm từ 0,5 đến 0,7 điểm phần trăm tỷ lệ hộ nghèo.",
    "Giảm ít nhất 8 hộ nghèo; duy trì 100% người thuộc hộ nghèo có thẻ bảo hiểm y tế.",
    "Giữ tỷ lệ hộ nghèo dưới 2%, không để tái nghèo.",
    "Giải quyết việc làm cho 85 lao động trở lên, trong đó 10 lao động đi làm việc ở nước ngoài.",
    "Giảm 1/3 số hộ nghèo hiện có.",
    "Mở hội nghị vào thứ Tư, ngày 15/01/2025; báo cáo trước ngày 28/02/2025.",
    "Giảm số hộ nghèo từ 30 hộ xuống còn 22 hộ, giảm 8 hộ; tỷ lệ hộ nghèo giảm 0,56 điểm phần trăm.",
    "Giảm tỷ lệ hộ nghèo bình quân 0,3 - 0,5%/năm giai đoạn 2025-2030.",
    "Thu nhập bình quân đầu người đạt 66 triệu đồng, tăng 6,5% so với năm 2024.",
    "Tỷ lệ hộ nghèo còn 1,54%, giảm 0,56 điểm phần trăm so với năm 2024.",
    "100% hộ nghèo có nhu cầu được vay vốn; 90% trở lên hộ vay trả nợ đúng hạn.",
    "Giảm 50% số trẻ em bỏ học so với năm 2024.",
    "Phấn đấu đến năm 2030 không còn hộ nghèo, trừ hộ không có khả năng lao động.",
    "Thực hiện Kế hoạch số 5-KH/HU ngày 10/12/2024 của Huyện ủy Cẩm Xuyên.",
)

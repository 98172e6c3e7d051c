package cn.lianping.publicity;

import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The published notices for programs: the same facts as the public page. */
@RestController
class PublicNoticesController {

    private final Notices notices;

    PublicNoticesController(Notices notices) {
        this.notices = notices;
    }

    record PublicItem(String caseNo, int place, String total, String allianceName, String leadName, String areaName) {}

    record PublicNotice(
            String noticeId,
            String roundNo,
            int seq,
            String title,
            LocalDate startsOn,
            LocalDate endsOn,
            List<PublicItem> items) {}

    @GetMapping(path = "/public/notices", produces = MediaType.APPLICATION_JSON_VALUE)
    List<PublicNotice> all() {
        return notices.all().stream().map(this::shown).toList();
    }

    private PublicNotice shown(Notice notice) {
        return new PublicNotice(
                notice.noticeId(),
                notice.roundNo(),
                notice.seq(),
                notice.title(),
                notice.startsOn(),
                notice.endsOn(),
                notices.items(notice.noticeId()).stream()
                        .map(item -> new PublicItem(
                                item.caseNo(),
                                item.place(),
                                item.total().toPlainString(),
                                item.allianceName(),
                                item.leadName(),
                                item.areaName()))
                        .toList());
    }
}

package cn.lianping.publicity;

import cn.lianping.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The published notices, as the other stages and the public read them. */
@Service
public class Notices {

    private final NoticeMapper mapper;
    private final ObjectionMapper objections;

    Notices(NoticeMapper mapper, ObjectionMapper objections) {
        this.mapper = mapper;
        this.objections = objections;
    }

    /** All published notices, the newest first. */
    public List<Notice> all() {
        return mapper.published(null);
    }

    /** The published notices of a round, the newest first. */
    public List<Notice> ofRound(String roundNo) {
        return mapper.published(roundNo);
    }

    /** The latest published notice that lists the case. */
    public Optional<Notice> latestFor(String caseNo) {
        return mapper.publishedFor(caseNo).stream().findFirst();
    }

    /** A published notice; not found is refused. */
    public Notice require(String noticeId) {
        Notice found = mapper.find(noticeId);
        if (found == null || found.status().equals(Notice.PREPARED)) {
            throw Refusal.notFound("没有这份公示,请返回公示列表重新选择");
        }
        return found;
    }

    /** The frozen list, by place. */
    public List<NoticeItem> items(String noticeId) {
        return mapper.items(noticeId);
    }

    /** Whether an objection to the case is not settled; its release has to wait. */
    public boolean hasOpenObjection(String caseNo) {
        return objections.countOpenOfCase(caseNo) > 0;
    }

    /**
     * Why the supervision proposes to remove the case from the list: the reason of the latest objection upheld with
     * that remedy, for the deliberation that follows.
     */
    public Optional<String> removalProposed(String caseNo) {
        return objections.ofCase(caseNo).stream()
                .filter(o -> !o.open() && o.outcome() == ObjectionOutcome.UPHELD && Objection.REMOVE.equals(o.remedy()))
                .reduce((earlier, later) -> later)
                .map(Objection::decisionReason);
    }

    /** Identity of the PDF of a published notice. */
    public String documentId(String noticeId) {
        String found = mapper.documentId(noticeId);
        if (found == null) {
            throw Refusal.notFound("没有这份公示,请返回公示列表重新选择");
        }
        return found;
    }

    /** Whether the document is the PDF of a published notice. */
    boolean publishes(String documentId) {
        return mapper.countPublishedDocument(documentId) > 0;
    }
}

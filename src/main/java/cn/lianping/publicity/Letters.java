package cn.lianping.publicity;

import cn.lianping.Refusal;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.RoundCourse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes objections in that came by post; the postmark decides (article 6.4). Every refusal is on record. */
@Service
public class Letters {

    /** Evaluated again after an earlier objection: the letter counts all the same, and the case waits for it. */
    private static final Set<CaseStatus> UNDER_WAY = EnumSet.of(
            CaseStatus.COMPREHENSIVE_EVALUATION,
            CaseStatus.AWAITING_DELIBERATION,
            CaseStatus.CONFIRMED,
            CaseStatus.NOTICED);

    private final NoticeMapper notices;
    private final ObjectionRegister register;
    private final RoundCourse course;
    private final Cases cases;
    private final CaseProcess caseProcess;
    private final Clock clock;
    private final TransactionTemplate apart;

    Letters(
            NoticeMapper notices,
            ObjectionRegister register,
            RoundCourse course,
            Cases cases,
            CaseProcess caseProcess,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.notices = notices;
        this.register = register;
        this.course = course;
        this.cases = cases;
        this.caseProcess = caseProcess;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether a letter about a case that stands so can still be registered. */
    static boolean openTo(CaseStatus status) {
        return status == CaseStatus.NOTICE_ENDED || UNDER_WAY.contains(status);
    }

    /**
     * Registers a letter. A case whose notice has ended meanwhile waits again, and with it a release under way, unless
     * it is released.
     *
     * @param instanceId the process instance of the objection
     * @return what the process of the objection carries
     * @throws Refusal invalid, when anonymous or not stated; conflict, when posted outside the period or too late
     */
    Map<String, Object> register(Objections.Submission submitted, LocalDate postmark, String instanceId) {
        Objections.Submission s = submitted.stripped();
        List<Notice> listing = notices.publishedFor(s.caseNo());
        if (listing.isEmpty()) {
            throw Refusal.invalid("请选择已公示名单中的联盟");
        }
        Notice notice = listing.stream()
                .filter(n -> !postmark.isBefore(n.startsOn()) && !postmark.isAfter(n.endsOn()))
                .findFirst()
                .orElse(listing.get(0));
        try {
            ObjectionRules.requireRealName(s.realName(), s.contact());
            ObjectionRules.requireStatement(s.statement());
            ObjectionRules.requirePostmarkWithin(notice, postmark, LocalDate.now(clock));
            EvaluationCase found = hold(notice, s.caseNo());
            String receiptNo = ObjectionRegister.newReceiptNo();
            register.keep(notice, s, receiptNo, Objection.LETTER, postmark, instanceId);
            return ObjectionRegister.variables(found, receiptNo);
        } catch (Refusal refusal) {
            // the transaction of the form rolls back, the record of the refusal stays
            apart.executeWithoutResult(
                    status -> register.recordRefusal(notice.roundNo(), notice.noticeId(), Objection.LETTER, refusal));
            throw refusal;
        }
    }

    /** From here on nothing lets the case go before the objection is closed. */
    private EvaluationCase hold(Notice notice, String caseNo) {
        // the round first, as everything does that decides where it goes next
        course.suspendRelease(notice.roundNo(), () -> {
            register.lock(notice.noticeId());
            EvaluationCase found = cases.lock(caseNo);
            boolean noticeEnded = found.status() == CaseStatus.NOTICE_ENDED;
            if (noticeEnded) {
                caseProcess.returnToPublicity(found.processInstanceId());
                cases.advance(caseNo, CaseStatus.NOTICED, List.of(CaseStatus.NOTICE_ENDED), "公示期内寄出的书面异议已登记");
            } else if (!openTo(found.status())) {
                throw Refusal.conflict("案卷 " + caseNo + " 现为“" + found.status().chinese() + "”,不能再登记异议");
            }
            return noticeEnded;
        });
        return cases.require(caseNo);
    }
}

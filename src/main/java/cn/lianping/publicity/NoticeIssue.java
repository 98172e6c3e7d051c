package cn.lianping.publicity;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.calendar.CalendarRepository;
import cn.lianping.calendar.Period;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.document.OfficialDate;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Offices;
import cn.lianping.policy.Publicity;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Prepares and publishes the notice of a publicity process (article 6.4). */
@Service
class NoticeIssue {

    private final NoticeMapper mapper;
    private final Rounds rounds;
    private final Cases cases;
    private final Standings standings;
    private final CalendarRepository calendars;
    private final Offices offices;
    private final DocumentService documents;
    private final CurrentActor actor;
    private final AuditLog audit;
    private final Clock clock;

    NoticeIssue(
            NoticeMapper mapper,
            Rounds rounds,
            Cases cases,
            Standings standings,
            CalendarRepository calendars,
            Offices offices,
            DocumentService documents,
            CurrentActor actor,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.rounds = rounds;
        this.cases = cases;
        this.standings = standings;
        this.calendars = calendars;
        this.offices = offices;
        this.documents = documents;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /** The confirmed cases that no notice lists yet, with their places among all confirmed ones of the round. */
    List<Standings.Standing> candidates(String roundNo) {
        Set<String> confirmed = cases.ofRound(roundNo, CaseStatus.CONFIRMED).stream()
                .map(EvaluationCase::caseNo)
                .collect(Collectors.toSet());
        List<Standings.Standing> found = standings.confirmed(roundNo).stream()
                .filter(s -> confirmed.contains(s.caseNo()))
                .toList();
        if (found.size() != confirmed.size()) {
            throw Refusal.conflict("有 %d 个已确认的案卷没有得分,不能公示;请先核对综合评价结果".formatted(confirmed.size() - found.size()));
        }
        return found;
    }

    /** The first notice of the round, if it was published. */
    Optional<Notice> first(String roundNo) {
        return mapper.published(roundNo).stream().reduce((later, earlier) -> earlier);
    }

    /** The period's rule as people read it. */
    String rule(String roundNo) {
        Publicity publicity = rounds.policyOf(roundNo).publicity();
        return "%d 个%s,首日%s"
                .formatted(
                        publicity.length().value(),
                        publicity.unit().value().label(),
                        publicity.firstDayCounted().value() ? "计入" : "不计入");
    }

    /** The period that starts on the day, by the round's policy; refused in a year without an official calendar. */
    Period period(String roundNo, LocalDate startsOn) {
        Publicity publicity = rounds.policyOf(roundNo).publicity();
        return calendars
                .calendar()
                .period(
                        startsOn,
                        publicity.length().value(),
                        publicity.unit().value(),
                        publicity.firstDayCounted().value());
    }

    /** Sets title and dates; nothing is public yet. */
    Notice prepare(String roundNo, String instanceId, String title, LocalDate startsOn) {
        LocalDate today = LocalDate.now(clock);
        if (startsOn.isBefore(today)) {
            throw Refusal.invalid("公示开始日期 %s 早于今天 %s,公示不能倒签;请改为今天或以后的日期".formatted(startsOn, today));
        }
        Period period = period(roundNo, startsOn);
        rounds.lock(roundNo);
        if (candidates(roundNo).isEmpty()) {
            throw Refusal.conflict("批次 " + roundNo + " 没有待公示的案卷;请先完成党组会审议");
        }
        if (mapper.findByInstance(instanceId) != null) {
            throw Refusal.conflict("本次公示已经拟定,不能重复发布;请刷新任务列表");
        }
        Notice notice = new Notice(
                UUID.randomUUID().toString(),
                roundNo,
                mapper.lastSeq(roundNo) + 1,
                title,
                startsOn,
                period.lastDay(),
                period.endsAt().toEpochMilli(),
                Notice.PREPARED);
        mapper.insert(notice, instanceId, clock.millis(), actor.userId());
        return notice;
    }

    /** Freezes the list, moves its cases on and puts the notice on the public page. */
    void publish(String instanceId) {
        Notice notice = requireOfInstance(instanceId);
        rounds.lock(notice.roundNo());
        List<Standings.Standing> listed = candidates(notice.roundNo());
        if (listed.isEmpty()) {
            throw Refusal.conflict("批次 " + notice.roundNo() + " 没有待公示的案卷;请先完成党组会审议");
        }
        for (Standings.Standing s : listed) {
            mapper.insertItem(new NoticeItem(
                    notice.noticeId(), s.caseNo(), s.place(), s.total(), s.allianceName(), s.leadName(), s.areaName()));
            cases.advance(s.caseNo(), CaseStatus.NOTICED, List.of(CaseStatus.CONFIRMED), "发布公示:" + notice.title());
        }
        Document pdf = documents.produce(
                DocumentKind.NOTICE,
                notice.roundNo(),
                String.valueOf(notice.seq()),
                notice.title(),
                model(notice, listed));
        if (mapper.publish(notice.noticeId(), pdf.id(), clock.millis()) == 0) {
            throw Refusal.conflict("公示“" + notice.title() + "”已经发布,名单与日期不再变动");
        }
        audit.record(
                notice.roundNo(),
                "发布公示",
                notice.noticeId(),
                Map.of(
                        "title",
                        notice.title(),
                        "seq",
                        notice.seq(),
                        "startsOn",
                        notice.startsOn().toString(),
                        "endsOn",
                        notice.endsOn().toString(),
                        "cases",
                        listed.stream().map(Standings.Standing::caseNo).toList(),
                        "sha256",
                        pdf.sha256()));
    }

    /** The notice of a publicity process. */
    Notice requireOfInstance(String instanceId) {
        Notice found = mapper.findByInstance(instanceId);
        if (found == null) {
            throw Refusal.conflict("该公示流程没有公告;请检查流程图是否先办理“发布公示”");
        }
        return found;
    }

    private Map<String, Object> model(Notice notice, List<Standings.Standing> listed) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", notice.title());
        model.put("roundNo", notice.roundNo());
        model.put("round", rounds.require(notice.roundNo()).title());
        model.put("startsOn", OfficialDate.of(notice.startsOn()));
        model.put("endsOn", OfficialDate.of(notice.endsOn()));
        model.put("rule", rule(notice.roundNo()));
        model.put("signers", offices.of(rounds.require(notice.roundNo()).areaCode()));
        model.put("annexTitle", notice.supplementary() ? "变更后的典型实质性产学研联盟名单" : "拟发布的典型实质性产学研联盟名单");
        model.put("supplementary", notice.supplementary());
        if (notice.supplementary()) {
            first(notice.roundNo())
                    .ifPresent(
                            first -> model.put("firstNotice", "《%s》(公示期 %s)".formatted(first.title(), first.period())));
        }
        model.put(
                "items",
                listed.stream()
                        .map(s -> Map.<String, Object>of(
                                "place", s.place(),
                                "allianceName", s.allianceName(),
                                "leadName", s.leadName(),
                                "areaName", s.areaName(),
                                "total", s.total().toPlainString()))
                        .toList());
        return model;
    }
}

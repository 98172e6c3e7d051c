package cn.lianping.deliberation;

import cn.lianping.Refusal;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import cn.lianping.round.Rounds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 记录党组会审议结果: the minutes; the decisions themselves are drafted in the agenda tab. */
@Component
class RecordDeliberationRule implements TaskRule {

    private final DeliberationMapper mapper;
    private final Deliberations deliberations;
    private final MeetingRecord record;
    private final Rounds rounds;

    RecordDeliberationRule(
            DeliberationMapper mapper, Deliberations deliberations, MeetingRecord record, Rounds rounds) {
        this.mapper = mapper;
        this.deliberations = deliberations;
        this.record = record;
        this.rounds = rounds;
    }

    @Override
    public String taskKey() {
        return DeliberationProcess.RECORD_DELIBERATION;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        Deliberation deliberation = mapper.find(task.variable(DeliberationProcess.DELIBERATION_ID));
        if (deliberation == null) {
            return Map.of();
        }
        List<AgendaItem> items = mapper.items(deliberation.deliberationId());
        List<String> reopened = deliberations.reopened(deliberation);
        return Map.of(
                "itemCount", items.size(),
                "decidedCount", items.stream().filter(i -> i.decision() != null).count(),
                "reopenedCount", reopened.size(),
                "reopened", String.join("、", reopened),
                "quorum",
                        rounds.policyOf(deliberation.roundNo())
                                .deliberation()
                                .quorum()
                                .value()
                                .label());
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        String recused = data.text("recused");
        record.record(
                task.variable(DeliberationProcess.DELIBERATION_ID),
                new Minutes(
                        data.required("minutesNo", "会议纪要编号"),
                        data.date("meetingDate", "会议日期"),
                        count(data, "present", "实到人数"),
                        count(data, "members", "应到人数"),
                        recused),
                data.ticked("confirmRest"));
    }

    private static int count(FormData data, String key, String label) {
        BigDecimal number = data.number(key);
        if (number == null) {
            throw Refusal.invalid("请填写“" + label + "”");
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw Refusal.invalid("“" + label + "”应为整数,现为 " + number.toPlainString());
        }
    }
}

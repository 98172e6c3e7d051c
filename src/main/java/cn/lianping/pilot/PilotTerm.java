package cn.lianping.pilot;

import cn.lianping.Refusal;
import cn.lianping.engine.PlatformClock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bean {@code pilotTerm} of the diagrams: when the reports of a filed project become due. */
@Component("pilotTerm")
public class PilotTerm {

    private final Pilots pilots;

    PilotTerm(Pilots pilots) {
        this.pilots = pilots;
    }

    /** The start of the day in the middle of the term. */
    public Date midtermOf(DelegateExecution execution) {
        LocalDate start = start(execution);
        return startOf(start.plusDays(ChronoUnit.DAYS.between(start, end(execution)) / 2));
    }

    /** 24:00 of the last day of the term. */
    public Date endOf(DelegateExecution execution) {
        return startOf(end(execution).plusDays(1));
    }

    private LocalDate start(DelegateExecution execution) {
        return planned(pilots.require(execution.getProcessBusinessKey()).planStartsOn());
    }

    private LocalDate end(DelegateExecution execution) {
        return planned(pilots.require(execution.getProcessBusinessKey()).planEndsOn());
    }

    private static LocalDate planned(@Nullable LocalDate day) {
        if (day == null) {
            throw Refusal.conflict("项目还没有资金使用方案,不能确定执行周期");
        }
        return day;
    }

    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(PlatformClock.ZONE).toInstant());
    }
}

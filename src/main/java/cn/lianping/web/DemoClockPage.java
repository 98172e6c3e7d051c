package cn.lianping.web;

import cn.lianping.Refusal;
import cn.lianping.engine.DemoTime;
import cn.lianping.engine.PlatformClock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which an administrator of the demonstration moves the clock. */
@Controller
@Profile("demo")
class DemoClockPage {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy年M月d日 EEEE HH:mm", Locale.CHINA);
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final PlatformClock clock;
    private final DemoTime time;

    DemoClockPage(PlatformClock clock, DemoTime time) {
        this.clock = clock;
        this.time = time;
    }

    @GetMapping("/demo")
    ModelAndView page() {
        return show(null, null);
    }

    /** @param to local date and time in Chinese time, as a browser's field sends it */
    @PostMapping("/demo")
    ModelAndView move(@RequestParam(defaultValue = "") String to) {
        LocalDateTime wanted;
        try {
            wanted = LocalDateTime.parse(to);
        } catch (DateTimeParseException e) {
            return show("请选择日期和时间", null);
        }
        try {
            time.moveTo(wanted.atZone(PlatformClock.ZONE).toInstant());
        } catch (Refusal refusal) {
            return show(refusal.reason(), null);
        }
        return show(null, "已拨到 " + SHOWN.format(wanted) + ",途中到期的事项已依次办理");
    }

    private ModelAndView show(@Nullable String problem, @Nullable String done) {
        LocalDateTime now = LocalDateTime.now(clock);
        Map<String, Object> model = new HashMap<>();
        model.put("now", SHOWN.format(now));
        model.put("nextMorning", FIELD.format(now.toLocalDate().plusDays(1).atTime(9, 0)));
        model.put("nextWeek", FIELD.format(now.toLocalDate().plusWeeks(1).atTime(9, 0)));
        model.put("problem", problem);
        model.put("done", done);
        ModelAndView page = new ModelAndView("demo-clock", model);
        if (problem != null) {
            page.setStatus(org.springframework.http.HttpStatus.BAD_REQUEST);
        }
        return page;
    }
}

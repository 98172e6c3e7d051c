package cn.lianping.manual;

import cn.lianping.identity.CurrentActor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** 使用手册: for everybody with a login; one's own role comes first. */
@Controller
class ManualPage {

    private final Manual manual;
    private final CurrentActor actor;

    ManualPage(Manual manual, CurrentActor actor) {
        this.manual = manual;
        this.actor = actor;
    }

    /** The chapter of the person's own role. */
    @GetMapping("/manual")
    ModelAndView own() {
        List<Chapter> chapters = manual.orderedFor(actor.groups());
        return show(chapters, chapters.get(0));
    }

    @GetMapping("/manual/{id:[a-z]+}")
    ModelAndView of(@PathVariable String id) {
        return show(manual.orderedFor(actor.groups()), manual.require(id));
    }

    private ModelAndView show(List<Chapter> chapters, Chapter chapter) {
        return new ModelAndView(
                "manual",
                Map.of(
                        "chapters",
                        chapters,
                        "chapter",
                        chapter,
                        "own",
                        chapters.stream()
                                .filter(one -> one.isOf(actor.groups()))
                                .toList()));
    }
}

package cn.lianping.change;

import cn.lianping.identity.People;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** 流程设计: the page; its views ask {@link DesignController} and its neighbours. */
@Controller
class DesignPage {

    private final Administrators administrators;
    private final People people;

    DesignPage(Administrators administrators, People people) {
        this.administrators = administrators;
        this.people = people;
    }

    /** Which pages of the platform beside the web applications the person may open. */
    record Pages(boolean design) {}

    @GetMapping("/camunda/api/lianping/me/pages")
    @ResponseBody
    Pages pages() {
        return new Pages(administrators.are());
    }

    @GetMapping("/design")
    ModelAndView show() {
        String me = administrators.require();
        return new ModelAndView("design", Map.of("name", people.someone(me).name()));
    }
}

package cn.lianping.deliberation;

import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agenda over HTTP, under the web application's own API, so its login and its CSRF check cover it. */
@RestController
@RequestMapping("/camunda/api/lianping/tasks/{taskId}/agenda")
class AgendaController {

    private final Agenda agenda;
    private final AgendaAccess access;

    AgendaController(Agenda agenda, AgendaAccess access) {
        this.agenda = agenda;
        this.access = access;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    List<Agenda.Row> rows(@PathVariable String taskId) {
        return agenda.rows(access.roundNoOfTask(taskId));
    }

    /** The body is read by the agenda itself, which refuses what it does not know instead of passing over it. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> draft(@PathVariable String taskId, @RequestBody String drafts) {
        return Map.of("changed", agenda.draft(access.roundNoOfTask(taskId), drafts));
    }
}

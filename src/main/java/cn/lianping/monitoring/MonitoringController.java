package cn.lianping.monitoring;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The figures as JSON: for Cockpit's pages by its session, for programs under {@code /api/monitoring} by HTTP Basic. Cockpit
 * itself only asks whether somebody is logged in, so every method asks who may see what.
 */
@RestController
@RequestMapping({"/camunda/api/lianping/monitoring", "/api/monitoring"})
class MonitoringController {

    private final MonitoringAccess access;
    private final Options options;
    private final Board board;
    private final Comparison comparison;
    private final CaseLists lists;
    private final NodeFigures nodes;
    private final TimeUse time;
    private final CaseHistory history;

    MonitoringController(
            MonitoringAccess access,
            Options options,
            Board board,
            Comparison comparison,
            CaseLists lists,
            NodeFigures nodes,
            TimeUse time,
            CaseHistory history) {
        this.access = access;
        this.options = options;
        this.board = board;
        this.comparison = comparison;
        this.lists = lists;
        this.nodes = nodes;
        this.time = time;
        this.history = history;
    }

    /** The filter of a request; its parts are the parameters of that name. */
    record Wanted(
            @Nullable String round,
            @Nullable String area,
            @Nullable String field,
            @Nullable String department) {
        Filter filter() {
            return Filter.of(round, area, field, department);
        }
    }

    @GetMapping("/options")
    Options.Choices options() {
        return options.choices(access.areas(), access.mayUrge());
    }

    @GetMapping("/board")
    Board.View board(Wanted wanted) {
        return board.of(access.narrow(wanted.filter()));
    }

    /** The parts of one stage side by side; without a stage those of the slowest one. */
    @GetMapping("/comparison")
    Comparison.View comparison(
            Wanted wanted,
            @RequestParam(defaultValue = "area") String by,
            @RequestParam(required = false) @Nullable String stage) {
        Filter filter = access.narrow(wanted.filter());
        return comparison.of(filter, Comparison.by(by), stage);
    }

    /** The cases behind a number of a stage, or of a node of a diagram. */
    @GetMapping("/cases")
    CaseLists.View cases(
            Wanted wanted,
            @RequestParam(defaultValue = "waiting") String measure,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String node,
            @RequestParam(defaultValue = "0") int page) {
        Filter filter = access.narrow(wanted.filter());
        return lists.of(filter, CaseLists.measure(measure), stage, node, page);
    }

    @GetMapping("/nodes")
    NodeFigures.HeatMap nodes(Wanted wanted, @RequestParam(defaultValue = "alliance-evaluation") String definition) {
        Filter filter = access.narrow(wanted.filter());
        return nodes.of(definition, filter);
    }

    @GetMapping("/instances/{instanceId}/nodes")
    NodeFigures.Run instance(@PathVariable String instanceId) {
        access.areas();
        return nodes.ofInstance(instanceId);
    }

    @GetMapping("/time")
    TimeUse.View time(Wanted wanted) {
        return time.of(access.narrow(wanted.filter()));
    }

    @GetMapping("/cases/{caseNo}/history")
    CaseHistory.View history(@PathVariable String caseNo) {
        access.areas();
        return history.of(caseNo);
    }
}

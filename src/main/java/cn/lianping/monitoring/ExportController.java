package cn.lianping.monitoring;

import cn.lianping.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same figures as tables in a workbook. */
@RestController
@RequestMapping({"/camunda/api/lianping/monitoring", "/api/monitoring"})
class ExportController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** Pages of a list that go into one workbook: 5,000 rows. */
    private static final int MOST_PAGES = 100;

    private final MonitoringAccess access;
    private final Board board;
    private final Comparison comparison;
    private final CaseLists lists;
    private final TimeUse time;

    ExportController(MonitoringAccess access, Board board, Comparison comparison, CaseLists lists, TimeUse time) {
        this.access = access;
        this.board = board;
        this.comparison = comparison;
        this.lists = lists;
        this.time = time;
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<byte[]> export(
            MonitoringController.Wanted wanted,
            @RequestParam(defaultValue = "board") String view,
            @RequestParam(defaultValue = "area") String by,
            @RequestParam(defaultValue = "waiting") String measure,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String node) {
        Filter filter = access.narrow(wanted.filter());
        List<Sheets.Sheet> sheets = switch (view) {
            case "board" -> Sheets.of(board.of(filter));
            case "overdue" -> List.of(Sheets.overdue(board.of(filter)));
            case "comparison" -> List.of(Sheets.of(comparison.of(filter, Comparison.by(by), stage)));
            case "cases" -> List.of(Sheets.of(all(filter, measure, stage, node)));
            case "time" -> Sheets.of(time.of(filter));
            default -> throw Refusal.invalid("没有可导出的视图“%s”".formatted(view));
        };
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("阶段看板-" + view + ".xlsx", java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(Sheets.write(sheets));
    }

    private List<CaseLists.Row> all(Filter filter, String measure, @Nullable String stage, @Nullable String node) {
        List<CaseLists.Row> rows = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            CaseLists.View some = lists.of(filter, CaseLists.measure(measure), stage, node, page);
            rows.addAll(some.rows());
            if (rows.size() >= some.total() || some.rows().isEmpty()) {
                break;
            }
        }
        return rows;
    }
}

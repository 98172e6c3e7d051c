package cn.lianping.casefile;

import cn.lianping.audit.AuditLog;
import cn.lianping.round.Rounds;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 归档: everything of a round in one file, for the province's office alone. */
@RestController
@RequestMapping("/camunda/api/lianping")
class ArchiveController {

    private final Reader reader;
    private final Rounds rounds;
    private final RoundArchive archive;
    private final AuditLog audit;

    ArchiveController(Reader reader, Rounds rounds, RoundArchive archive, AuditLog audit) {
        this.reader = reader;
        this.rounds = rounds;
        this.archive = archive;
        this.audit = audit;
    }

    /** Written piece by piece as it is read; what goes wrong on the way breaks the connection, not the file's word. */
    @GetMapping("/rounds/{roundNo}/archive")
    void archive(@PathVariable String roundNo, HttpServletResponse response) throws IOException {
        reader.requireOffice("批次归档");
        rounds.require(roundNo);
        audit.record(roundNo, "导出归档包", roundNo, Map.of());
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition("归档-" + roundNo + ".zip"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        archive.write(roundNo, response.getOutputStream());
    }
}

package cn.lianping.scoring;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Score calculator for staff. */
@RestController
class ScoringPreviewController {

    private final ScoringPreview preview;

    ScoringPreviewController(ScoringPreview preview) {
        this.preview = preview;
    }

    @PostMapping("/api/scoring/preview")
    Map<String, List<Map<String, Object>>> preview(@RequestBody ScoringPreview.Request request) {
        return Map.of("results", preview.compute(request));
    }
}

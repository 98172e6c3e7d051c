package cn.lianping.document;

import cn.lianping.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 文件核验: the page where anybody checks a document, without login and under the public page's limits. */
@Controller
@RequestMapping(CheckAddress.PATH)
class DocumentCheckController {

    private final DocumentCheck check;

    DocumentCheckController(DocumentCheck check) {
        this.check = check;
    }

    /** The empty page, or the answer for a code; an address with the code can be printed and shared. */
    @GetMapping
    ModelAndView byCode(@RequestParam(defaultValue = "") String code) {
        if (code.isBlank()) {
            return page(code, null, null, false, HttpStatus.OK);
        }
        try {
            return answer(code, check.byCode(code), false);
        } catch (Refusal refusal) {
            return page(code, null, refusal.reason(), false, HttpStatus.BAD_REQUEST);
        }
    }

    /** The answer for a file; it is read, not kept. */
    @PostMapping
    ModelAndView byFile(@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return page("", null, "请选择要核验的文件", true, HttpStatus.BAD_REQUEST);
        }
        try (InputStream bytes = file.getInputStream()) {
            return answer("", check.byFile(bytes), true);
        }
    }

    private static ModelAndView answer(String code, Optional<DocumentCheck.Found> found, boolean file) {
        return page(code, found.orElse(null), found.isPresent() ? null : "", file, HttpStatus.OK);
    }

    /** A problem that is empty means: nothing was found. */
    private static ModelAndView page(
            String code,
            DocumentCheck.@Nullable Found found,
            @Nullable String problem,
            boolean file,
            HttpStatus status) {
        Map<String, Object> model = new HashMap<>();
        model.put("code", code);
        model.put("found", found);
        model.put("unknown", problem != null && problem.isEmpty());
        model.put("problem", problem == null || problem.isEmpty() ? null : problem);
        model.put("file", file);
        return new ModelAndView("public/check", model, status);
    }
}

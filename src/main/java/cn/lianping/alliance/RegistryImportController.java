package cn.lianping.alliance;

import cn.lianping.Refusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The administrator's page for importing a registry. */
@Controller
class RegistryImportController {

    private static final String ADMINISTRATOR = "ROLE_camunda-admin";
    private static final String VIEW = "registry";

    private final RegistryImport imports;

    RegistryImportController(RegistryImport imports) {
        this.imports = imports;
    }

    @GetMapping("/admin/registry")
    ModelAndView page(@Nullable Authentication authentication) {
        requireAdministrator(authentication);
        return new ModelAndView(VIEW);
    }

    @PostMapping(path = "/admin/registry/import", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView importForPeople(
            @RequestParam("files") List<MultipartFile> files, @Nullable Authentication authentication)
            throws IOException {
        requireAdministrator(authentication);
        ImportReport report = imports.run(read(files));
        ModelAndView page = new ModelAndView(VIEW, Map.of("report", report));
        page.setStatus(status(report));
        return page;
    }

    @PostMapping(path = "/admin/registry/import", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ImportReport> importForPrograms(
            @RequestParam("files") List<MultipartFile> files, @Nullable Authentication authentication)
            throws IOException {
        requireAdministrator(authentication);
        ImportReport report = imports.run(read(files));
        return ResponseEntity.status(status(report)).body(report);
    }

    private static HttpStatus status(ImportReport report) {
        return report.imported() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    private static Map<String, byte[]> read(List<MultipartFile> files) throws IOException {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        for (MultipartFile file : files) {
            String path = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
            if (name.isEmpty() && file.isEmpty()) {
                // a browser sends this for a form without a file
                continue;
            }
            if (bytes.put(name, file.getBytes()) != null) {
                throw Refusal.invalid("文件“%s”上传了两次,请只选一个".formatted(name));
            }
        }
        return bytes;
    }

    private static void requireAdministrator(@Nullable Authentication authentication) {
        if (authentication == null
                || authentication.getAuthorities().stream()
                        .noneMatch(authority -> ADMINISTRATOR.equals(authority.getAuthority()))) {
            throw Refusal.forbidden("只有系统管理员可以导入登记册");
        }
    }
}

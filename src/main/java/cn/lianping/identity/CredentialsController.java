package cn.lianping.identity;

import cn.lianping.Refusal;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands the first passwords to the administrator, once. */
@RestController
class CredentialsController {

    private static final String ADMINISTRATOR = "ROLE_" + Groups.CAMUNDA_ADMIN;

    private final Passwords passwords;

    CredentialsController(Passwords passwords) {
        this.passwords = passwords;
    }

    @GetMapping("/admin/registry/credentials")
    ResponseEntity<byte[]> credentials(@Nullable Authentication authentication) throws IOException {
        if (authentication == null
                || authentication.getAuthorities().stream()
                        .noneMatch(authority -> ADMINISTRATOR.equals(authority.getAuthority()))) {
            throw Refusal.forbidden("只有系统管理员可以领取初始密码");
        }
        StringWriter text = new StringWriter();
        // the mark makes spreadsheets read the Chinese names as UTF-8
        text.append('\uFEFF');
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord("user", "name", "password");
            for (Passwords.Credential credential : passwords.take()) {
                printer.printRecord(credential.user(), literal(credential.name()), credential.password());
            }
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"credentials.csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A name from a file must not become a formula in a spreadsheet. */
    private static String literal(String name) {
        return !name.isEmpty() && "=+-@".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }
}

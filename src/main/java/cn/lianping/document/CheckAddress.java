package cn.lianping.document;

import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where anybody can check a printed document, as it stands at the foot of its pages. */
@Component
class CheckAddress {

    static final String PATH = "/public/check";

    private static final Pattern BASE = Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]:/_~]+");

    private final String text;

    /** Starts only with an address that people can type: {@code https://host[:port][/path]}, or with none. */
    CheckAddress(@Value("${lianping.public-address:}") String base) {
        String trimmed = base.strip().replaceAll("/+$", "");
        if (!trimmed.isEmpty() && !BASE.matcher(trimmed).matches()) {
            throw new IllegalArgumentException(
                    "lianping.public-address 应形如 https://lianping.example.gov.cn,现为 " + base);
        }
        this.text = trimmed.isEmpty() ? "平台公示页面“文件核验”" : trimmed + PATH;
    }

    /** The address, or where to find the page while no address is configured. */
    String text() {
        return text;
    }
}

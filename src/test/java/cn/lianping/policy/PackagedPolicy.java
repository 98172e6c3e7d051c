package cn.lianping.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/** The provincial policy as packaged, and variations of it for tests. */
public final class PackagedPolicy {

    private PackagedPolicy() {}

    public static String document() {
        try (InputStream in =
                Objects.requireNonNull(PackagedPolicy.class.getResourceAsStream("/db/policy/liaoning-2021.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Policy policy() {
        return PolicyReader.read(document());
    }

    /** The packaged document with changes. */
    public static String with(Consumer<ObjectNode> change) {
        try {
            ObjectNode root = (ObjectNode) new ObjectMapper().readTree(document());
            change.accept(root);
            return root.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packaged policy with this panel size and as many expert sheets needed. */
    public static Policy withPanelOf(int panelSize, int minimum) {
        return PolicyReader.read(with(root -> {
            ObjectNode sheets = (ObjectNode) root.get("sheets");
            ((ObjectNode) sheets.get("panelSize")).put("value", panelSize);
            ((ObjectNode) sheets.get("minimumExpertSheets")).put("value", minimum);
        }));
    }
}

package cn.lianping.rehearsal.explore;

import cn.lianping.design.Ways;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The diagrams that are rehearsed, by process key. */
public final class Drawn {

    private final Map<String, byte[]> files;
    private final Map<String, Ways> ways = new LinkedHashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();

    /** @param files everything that is deployed, by path */
    public Drawn(Map<String, byte[]> files) {
        this.files = Map.copyOf(files);
        files.forEach((path, content) -> {
            if (path.endsWith(".bpmn")) {
                Ways diagram = Ways.of(path, content);
                ways.put(diagram.key(), diagram);
                paths.put(diagram.key(), path);
            }
        });
    }

    /** Everything that is deployed, by path. */
    Map<String, byte[]> files() {
        return files;
    }

    /** All of them. */
    public Collection<Ways> all() {
        return ways.values();
    }

    /** The diagram of a process. */
    public Optional<Ways> of(String process) {
        return Optional.ofNullable(ways.get(process));
    }

    /** Where its file stands. */
    public String pathOf(String process) {
        return paths.getOrDefault(process, "");
    }

    /** What people call the element of a process; its id where it has no name. */
    public String nameOf(String process, String element) {
        return of(process).map(diagram -> diagram.nameOf(element)).orElse(element);
    }
}

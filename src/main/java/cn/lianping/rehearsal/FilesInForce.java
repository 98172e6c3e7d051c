package cn.lianping.rehearsal;

import cn.lianping.engine.DeployedModel;
import cn.lianping.engine.DeployedModels;
import cn.lianping.engine.PackagedFiles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The diagrams, forms and decision tables that new cases follow now. */
@Component
class FilesInForce {

    private final DeployedModels deployed;
    private final PackagedFiles packaged;

    FilesInForce(DeployedModels deployed, PackagedFiles packaged) {
        this.deployed = deployed;
        this.packaged = packaged;
    }

    /** The newest of each, by path. @param area the city whose own are asked for, null for the province's */
    Map<String, byte[]> of(@Nullable String area) {
        List<DeployedModel> models = deployed.all();
        Map<String, String> known = new HashMap<>();
        packaged.all().keySet().forEach(path -> known.put(nameOf(path), path));
        Map<String, byte[]> files = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (DeployedModel model : models) {
            String name = model.key() + ending(model.kind());
            if (Objects.equals(model.area(), area) && seen.add(name)) {
                files.put(known.getOrDefault(name, folder(model.kind()) + name), deployed.content(model));
            }
        }
        return files;
    }

    /** The draft in place of what it changes, whatever folder a file came from. */
    static Map<String, byte[]> overlaid(Map<String, byte[]> inForce, Map<String, byte[]> draft) {
        Map<String, byte[]> files = new TreeMap<>(inForce);
        draft.forEach((path, content) -> {
            files.keySet().removeIf(existing -> nameOf(existing).equals(nameOf(path)));
            files.put(path, content);
        });
        return files;
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String ending(String kind) {
        return switch (kind) {
            case "diagram" -> ".bpmn";
            case "table" -> ".dmn";
            default -> ".form";
        };
    }

    private static String folder(String kind) {
        return kind.equals("form") ? "forms/" : "processes/";
    }
}

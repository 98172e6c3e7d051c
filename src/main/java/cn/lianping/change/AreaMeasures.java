package cn.lianping.change;

import cn.lianping.Refusal;
import cn.lianping.alliance.Registry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 市级办法: a city begins with a copy of everything the province has, and changes what is its own (article 9). */
@Service
@Transactional
class AreaMeasures {

    private final Changes changes;
    private final Catalogue catalogue;
    private final Registry registry;

    AreaMeasures(Changes changes, Catalogue catalogue, Registry registry) {
        this.changes = changes;
        this.catalogue = catalogue;
        this.registry = registry;
    }

    /** Opens a change that holds the whole copy; the answer is its id. */
    String copy(String area, @Nullable String title) {
        String name = registry.areasOfAlliances().get(area);
        if (name == null) {
            throw Refusal.invalid("没有地区 " + area + ",请从列表中选择");
        }
        Map<String, DesignVersion> own = catalogue.newest(catalogue.versions(), area);
        if (own.values().stream().anyMatch(version -> version.file().kind() == DesignKind.DIAGRAM)) {
            throw Refusal.conflict(name + "已有自己的办法,请在清单中选择该地区修改");
        }
        List<String> paths = Stream.concat(
                        catalogue.inForce(null).keySet().stream()
                                .filter(path -> DesignPath.of(path).kind() != DesignKind.POLICY),
                        Stream.of(DesignPath.ofPolicy("area-" + area).path()))
                .toList();
        return changes.open(title == null || title.isBlank() ? name + "办法" : title, area, paths);
    }
}

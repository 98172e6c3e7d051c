package cn.lianping.change;

import cn.lianping.design.Problem;
import cn.lianping.rehearsal.RehearsalState;
import cn.lianping.rehearsal.Rehearsals;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a change may be put in force: what is still in its way. */
@Component
class Readiness {

    private final ChangeMapper mapper;
    private final Catalogue catalogue;
    private final ChangeCheck check;
    private final Rehearsals rehearsals;

    Readiness(ChangeMapper mapper, Catalogue catalogue, ChangeCheck check, Rehearsals rehearsals) {
        this.mapper = mapper;
        this.catalogue = catalogue;
        this.check = check;
        this.rehearsals = rehearsals;
    }

    /**
     * How a change stands.
     *
     * @param hash of its files
     * @param rehearsal the last one of it, null if it never was rehearsed
     * @param current whether that rehearsed exactly these files among what is in force now
     * @param hindrances sentences, empty if it may be put in force
     */
    record Standing(
            String hash,
            List<Problem> problems,
            @Nullable RehearsalState rehearsal,
            boolean current,
            List<String> hindrances) {}

    Standing of(ChangeRow change) {
        Map<String, String> contents = new TreeMap<>();
        mapper.newestDrafts(change.id()).forEach(draft -> contents.put(draft.path(), draft.content()));
        List<Problem> problems = check.problems(contents, change.area());
        String hash = rehearsals.contentHash(bytes(contents));
        Optional<RehearsalState> last = rehearsals.latestOfChange(change.id());
        boolean current = last.filter(state -> hash.equals(state.contentHash()) && !somethingCameSince(change, state))
                .isPresent();
        return new Standing(
                hash, problems, last.orElse(null), current, hindrances(change, contents, problems, last, current));
    }

    static Map<String, byte[]> bytes(Map<String, String> contents) {
        Map<String, byte[]> bytes = new TreeMap<>();
        contents.forEach((path, content) -> bytes.put(path, content.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private boolean somethingCameSince(ChangeRow change, RehearsalState rehearsal) {
        Long last = mapper.lastInForceAt(change.area());
        return last != null && last > rehearsal.startedAt();
    }

    private List<String> hindrances(
            ChangeRow change,
            Map<String, String> contents,
            List<Problem> problems,
            Optional<RehearsalState> rehearsal,
            boolean current) {
        List<String> found = new ArrayList<>();
        if (contents.isEmpty()) {
            found.add("方案中还没有文件");
            return found;
        }
        long errors = Problems.errors(problems);
        if (errors > 0) {
            found.add("有 " + errors + " 处错误,改正后才能生效");
        }
        overtaken(change, contents, found);
        if (rehearsal.isEmpty()) {
            found.add("还没有试运行");
        } else if (!current) {
            found.add("上次试运行之后又有修改(或有别的方案生效),须重新试运行");
        } else if (!rehearsal.get().state().equals("DONE")) {
            found.add(rehearsal.get().state().equals("FAILED") ? "试运行没有做完,须重新试运行" : "试运行还在进行");
        } else if (!rehearsal.get().passed()) {
            found.add("试运行没有通过,请看报告,改正后重新试运行");
        }
        return found;
    }

    /** Somebody put another version in force since the draft was taken, or nothing differs. */
    private void overtaken(ChangeRow change, Map<String, String> contents, List<String> found) {
        boolean differs = false;
        for (FileRow file : mapper.files(change.id())) {
            Optional<DesignVersion> newest = catalogue.newest(file.path(), change.area());
            String ref = newest.map(DesignVersion::ref).orElse(null);
            if (ref != null && !ref.equals(file.baseRef())) {
                found.add("%s 在起草之后已有新版本(第 %d 版)生效,请比较并合并"
                        .formatted(file.path(), newest.orElseThrow().version()));
            }
            differs |= newest.isEmpty()
                    || (change.area() != null && newest.orElseThrow().area() == null)
                    || !catalogue.content(newest.orElseThrow()).equals(contents.get(file.path()));
        }
        if (!differs) {
            found.add("与现行版本没有差别");
        }
    }
}

package cn.lianping.rehearsal;

import cn.lianping.identity.Memberships;
import cn.lianping.policy.Policy;
import cn.lianping.policy.PolicyReader;
import cn.lianping.policy.PolicyService;
import cn.lianping.rehearsal.past.Past;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes down what a rehearsal needs: the files, the policies, the calendars, who there is. */
@Component
class Preparation {

    private static final String PROVINCE = "210000";
    private static final String POLICY = "policy/";
    private static final Pattern GROUPS = Pattern.compile("candidateGroups=\"([^\"$#]+)\"");

    private final FilesInForce inForce;
    private final PolicyService policies;
    private final Memberships memberships;
    private final Past past;
    private final Path home;

    Preparation(
            FilesInForce inForce,
            PolicyService policies,
            Memberships memberships,
            Past past,
            @Value("${lianping.home:./var}") Path home) {
        this.inForce = inForce;
        this.policies = policies;
        this.memberships = memberships;
        this.past = past;
        this.home = home;
    }

    /** The answer is how many finished cases there are to replay. */
    int prepare(Path folder, RehearsalRow rehearsal, Map<String, byte[]> draft) {
        Map<String, byte[]> designs = new TreeMap<>(draft);
        designs.keySet().removeIf(path -> path.startsWith(POLICY));
        String area = rehearsal.area();
        Map<String, byte[]> province = inForce.of(null);
        Map<String, byte[]> ofArea = area == null ? Map.of() : inForce.of(area);
        if (area == null) {
            province = FilesInForce.overlaid(province, designs);
        } else {
            ofArea = FilesInForce.overlaid(ofArea, designs);
        }
        List<String> drafted = draft.entrySet().stream()
                .filter(file -> file.getKey().startsWith(POLICY))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .toList();
        List<String> documents = published();
        documents.addAll(drafted);
        Past.Written rounds = past.write(
                folder.resolve(Request.ROUNDS),
                code -> area == null ? inForce.of(code).isEmpty() : code.equals(area));
        new Request(
                        area,
                        rehearsal.startedAt(),
                        documents,
                        policyOf(area, drafted),
                        staffed(province, ofArea),
                        rounds.leftOut(),
                        ProcessHandle.current().pid())
                .write(folder, province, ofArea);
        copyCalendars(folder);
        return rounds.cases();
    }

    private List<String> published() {
        List<String> documents = new ArrayList<>();
        policies.published().stream()
                .sorted(Comparator.comparing(PolicyService.Published::id)
                        .thenComparing(PolicyService.Published::version))
                .forEach(one -> policies.document(one.id(), one.version()).ifPresent(documents::add));
        return documents;
    }

    /** The policy that a round of the area would run by. */
    private String policyOf(@Nullable String area, List<String> drafted) {
        String code = area == null ? PROVINCE : area;
        return drafted.stream()
                .map(PolicyReader::read)
                .filter(policy -> policy.areaCode().equals(code))
                .map(Policy::id)
                .findFirst()
                .or(() -> policies.latestForArea(code).map(Policy::id))
                .or(() -> policies.latestForArea(PROVINCE).map(Policy::id))
                .orElseThrow(() -> new IllegalStateException("没有评价办法,不能试运行"));
    }

    /** Which of the groups that diagrams name have members. */
    private List<String> staffed(Map<String, byte[]> province, Map<String, byte[]> ofArea) {
        Set<String> named = new HashSet<>();
        Stream.concat(province.entrySet().stream(), ofArea.entrySet().stream())
                .filter(file -> file.getKey().endsWith(".bpmn"))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .forEach(text -> GROUPS.matcher(text)
                        .results()
                        .forEach(found -> named.addAll(List.of(found.group(1).split("\\s*,\\s*", -1)))));
        return memberships.of(named).keySet().stream().sorted().toList();
    }

    /** The years that an administrator has imported. */
    private void copyCalendars(Path folder) {
        Path source = home.resolve("calendar");
        if (!Files.isDirectory(source)) {
            return;
        }
        try (Stream<Path> files = Files.list(source)) {
            Path target = Files.createDirectories(folder.resolve("calendar"));
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                Files.copy(file, target.resolve(file.getFileName().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

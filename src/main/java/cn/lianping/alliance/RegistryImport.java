package cn.lianping.alliance;

import cn.lianping.Refusal;
import cn.lianping.alliance.RegistryMapper.Area;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the six files of a registry in, all or nothing. The same files again change nothing. */
@Service
public class RegistryImport {

    private final RegistryMapper mapper;
    private final Registry registry;
    private final RegistryWriter writer;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    RegistryImport(
            RegistryMapper mapper,
            Registry registry,
            RegistryWriter writer,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.registry = registry;
        this.writer = writer;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    /**
     * Imports and, when everything is in, publishes {@link RegistryImported} within the same transaction.
     *
     * @param files file name to bytes: exactly the six of {@link RegistryFile}
     * @return rows read, and every problem found; with a problem nothing was changed
     * @throws Refusal (conflict) when another import ran at the same moment
     */
    public ImportReport run(Map<String, byte[]> files) {
        ImportProblems problems = new ImportProblems();
        Map<RegistryFile, List<CsvRow>> tables = new EnumMap<>(RegistryFile.class);
        Map<String, Integer> rows = new LinkedHashMap<>();
        files.keySet().stream()
                .filter(name -> RegistryFile.of(name).isEmpty())
                .sorted()
                .forEach(name -> problems.add(name, 0, "", "不是登记册的文件", "请只上传:" + fileNames()));
        for (RegistryFile file : RegistryFile.values()) {
            byte[] bytes = files.get(file.fileName());
            if (bytes == null) {
                problems.add(file.fileName(), 0, "", "缺少此文件", "请一并上传:" + fileNames());
            } else {
                List<CsvRow> table = CsvTable.read(file, bytes, problems);
                tables.put(file, table);
                rows.put(file.fileName(), table.size());
            }
        }
        try {
            transaction.executeWithoutResult(status -> {
                RegistryData stored = stored();
                Set<String> areas = mapper.findAreas().stream().map(Area::code).collect(Collectors.toSet());
                RegistryData read = new RegistryRules(stored, areas, problems).check(tables);
                if (problems.isEmpty()) {
                    writer.write(read, stored);
                    events.publishEvent(new RegistryImported(Map.copyOf(rows), sha256(files)));
                }
            });
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("另一次导入同时进行,本次没有导入;请稍后再试");
        }
        return new ImportReport(rows, problems.all());
    }

    private RegistryData stored() {
        RegistryData data = new RegistryData();
        mapper.findAllOrganisations().forEach(row -> data.organisations.put(row.code(), row));
        mapper.findAllAlliances().forEach(row -> data.alliances.put(row.id(), row));
        mapper.findAllMembers()
                .forEach(row -> data.members
                        .computeIfAbsent(row.allianceId(), id -> new ArrayList<>())
                        .add(row.organisationCode()));
        data.chains.addAll(mapper.findAllChains());
        mapper.findAllDivisions().forEach(row -> data.divisions.put(row.code(), row));
        mapper.findAllDivisionFields()
                .forEach(row -> data.fields
                        .computeIfAbsent(row.division(), code -> new ArrayList<>())
                        .add(row.field()));
        registry.experts().forEach(expert -> data.experts.put(expert.userId(), expert));
        return data;
    }

    private static String fileNames() {
        return Arrays.stream(RegistryFile.values()).map(RegistryFile::fileName).collect(Collectors.joining("、"));
    }

    private static String sha256(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files).forEach((name, bytes) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

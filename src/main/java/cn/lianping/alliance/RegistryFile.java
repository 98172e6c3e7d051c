package cn.lianping.alliance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The six files of a registry, in the order in which they are read, with their columns. */
enum RegistryFile {
    ORGANISATIONS("organisations.csv", List.of("code", "name", "kind", "area"), List.of()),
    ALLIANCES("alliances.csv", List.of("alliance", "name", "field", "area", "lead", "filing_no"), List.of()),
    MEMBERS("members.csv", List.of("alliance", "organisation"), List.of()),
    CHAINS("chains.csv", List.of("list", "chain"), List.of()),
    DIVISIONS("divisions.csv", List.of("division", "department", "name", "fields"), List.of()),
    EXPERTS("experts.csv", List.of("expert", "name", "field", "unit"), List.of("past_units"));

    private final String fileName;
    private final List<String> columns;
    private final List<String> optionalColumns;

    RegistryFile(String fileName, List<String> columns, List<String> optionalColumns) {
        this.fileName = fileName;
        this.columns = columns;
        this.optionalColumns = optionalColumns;
    }

    String fileName() {
        return fileName;
    }

    List<String> columns() {
        return columns;
    }

    boolean knows(String column) {
        return columns.contains(column) || optionalColumns.contains(column);
    }

    static Optional<RegistryFile> of(String fileName) {
        return Arrays.stream(values())
                .filter(file -> file.fileName.equals(fileName))
                .findFirst();
    }
}

package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Judges what all process tests together have passed; the last class of a run, see {@code junit-platform.properties}. */
@DisplayName("流程图覆盖")
@Order(Integer.MAX_VALUE)
class CoverageTest {

    @Test
    @DisplayName("每个节点、每条分支都有流程测试经过")
    void everyNodeAndEveryBranchIsPassed() {
        assertThat(ProcessCoverage.classes())
                .as("the coverage can only be judged after every process test; run the whole package")
                .isEqualTo(processTests());
        List<String> missing = ProcessCoverage.lines().stream()
                .flatMap(line -> line.missing().stream().map(element -> line.process() + "/" + element))
                .toList();
        assertThat(missing)
                .as("elements that no process test passes: nobody has seen them work")
                .isEmpty();
    }

    private static Set<String> processTests() {
        return new ClassFileImporter()
                .importPackages(CoverageTest.class.getPackageName()).stream()
                        .filter(type -> type.isAnnotatedWith(ProcessTest.class))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}

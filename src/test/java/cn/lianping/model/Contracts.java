package cn.lianping.model;

import cn.lianping.engine.ProcessVariable;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ids, messages and variables that the code declares in its {@code …Process} and {@code …Variables} classes. */
final class Contracts {

    private static final List<Object> CONSTANTS = constants();

    /** Every user task that the code knows. */
    static final Set<String> USER_TASKS = texts("userTask_[A-Za-z]+");

    /** Every message that the code sends or delivers. */
    static final Set<String> MESSAGES = texts("[a-z][A-Za-z]*\\.[a-z][A-Za-z]*");

    /** Every process that the code knows. */
    static final Set<String> PROCESSES = texts("[a-z]+(-[a-z]+)*");

    /** Every variable that the code writes or reads. */
    static final Set<String> VARIABLES = CONSTANTS.stream()
            .filter(ProcessVariable.class::isInstance)
            .map(variable -> ((ProcessVariable<?>) variable).name())
            .collect(Collectors.toCollection(TreeSet::new));

    private Contracts() {}

    private static Set<String> texts(String pattern) {
        return CONSTANTS.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> text.matches(pattern))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Object> constants() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("cn.lianping").stream()
                        .filter(type -> type.getSimpleName().matches("\\w+Process|EvaluationVariables"))
                        .flatMap(Contracts::constantsOf)
                        .toList();
    }

    private static Stream<Object> constantsOf(JavaClass type) {
        return Stream.of(type.reflect().getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && Modifier.isPublic(field.getModifiers()))
                .map(Contracts::value);
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

package cn.lianping.model;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;

/** The names of the platform's components, found without starting it. */
final class Beans {

    static final Set<String> NAMES = names();

    private Beans() {}

    private static Set<String> names() {
        var registry = new SimpleBeanDefinitionRegistry();
        var scanner = new ClassPathBeanDefinitionScanner(registry, false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        scanner.scan("cn.lianping");
        return Set.of(registry.getBeanDefinitionNames()).stream().collect(Collectors.toUnmodifiableSet());
    }
}

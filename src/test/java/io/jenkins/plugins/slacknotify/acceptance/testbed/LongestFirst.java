package io.jenkins.plugins.slacknotify.acceptance.testbed;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;

/**
 * Begins with the classes that take longest, by {@link Order}, so that at the end none runs alone. The others follow by their simple
 * names, as those of one package want the same: of the Jenkinses that wait for requests from Slack, there are no more than two.
 */
public final class LongestFirst implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparingInt(LongestFirst::order)
                        .thenComparing(test -> test.getTestClass().getSimpleName()));
    }

    private static int order(ClassDescriptor test) {
        return test.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
    }
}

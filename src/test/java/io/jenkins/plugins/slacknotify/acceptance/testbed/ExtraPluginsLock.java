package io.jenkins.plugins.slacknotify.acceptance.testbed;

import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** Has the classes that want extra plugins run one after the other, as one Jenkins serves all of them: each more takes another start. */
final class ExtraPluginsLock implements ResourceLocksProvider {
    @Override
    public Set<Lock> provideForClass(Class<?> test) {
        return test.getAnnotation(JenkinsAcceptance.class).extraPlugins().length == 0
                ? Set.of()
                : Set.of(new Lock("the Jenkins with extra plugins"));
    }
}

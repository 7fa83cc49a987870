package io.jenkins.plugins.slacknotify.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests against a real Jenkins. Their methods may take a {@link TestBed} and, signed in as an administrator, a
 * {@link io.jenkins.plugins.slacknotify.acceptance.harness.Browser}.
 *
 * <p>To start a Jenkins is expensive, so one serves many classes, one after the other; before each class its configuration is
 * reset. The tests of a class keep out of each other's way by names of their own for jobs and channels. Classes run at once,
 * each with a Jenkins and a sandbox that no other has meanwhile; those that take longest begin, by {@code @Order}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("acceptance")
@ExtendWith(TestBedExtension.class)
public @interface JenkinsAcceptance {
    /** Whether the class needs a Jenkins to itself, because it stops it or looks at all that it does. */
    boolean ownJenkins() default false;
}

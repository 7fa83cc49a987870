package io.jenkins.plugins.slacknotify.acceptance.testbed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A class of tests against a real Jenkins. Their methods may take a {@link TestBed} and, signed in as an administrator, a
 * {@link io.jenkins.plugins.slacknotify.acceptance.harness.Browser}.
 *
 * <p>To start a Jenkins is expensive, so one serves many classes, one after the other; before each class its jobs are
 * deleted, its configuration and people are reset, and what was left to send is discarded. Classes may stop and kill it, and start it
 * again. The tests of a class keep out of each other's way by names of their own for jobs and channels. Classes run at once,
 * each with a Jenkins and a sandbox that no other has meanwhile; those that take longest begin, by {@code @Order}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("acceptance")
@ExtendWith(TestBedExtension.class)
@ResourceLock(providers = ExtraPluginsLock.class)
public @interface JenkinsAcceptance {
    /**
     * Whether the class needs a fresh Jenkins, because it counts all that happens in it; best to come first, as others have the
     * Jenkins afterwards.
     */
    boolean freshJenkins() default false;

    /**
     * Whether each test of the class needs a Jenkins without what the tests before it have left, such as jobs, alerts and what
     * waits to be sent. That takes longer.
     */
    boolean renewedForEach() default false;

    /** Whether {@link TestBed#reset()} follows each test of the class, as most of them change settings or have Slack fail. */
    boolean resetAfterEach() default false;

    /** More plugins that its Jenkins has: see {@code ExtraPlugins}. The class is skipped where one is missing. */
    String[] extraPlugins() default {};

    /** Whether the class leaves its Jenkins in a state that is of no use to another one; best to come last. */
    boolean ruinsJenkins() default false;
}
